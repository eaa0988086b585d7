import { type Entry, highlightFrom } from './entry';
import { fieldsOf, textOf } from './fields';
import { plainText } from './html-text';
import type { Incoming } from './incoming';
import { readEntries } from './read-entries';

/** What begins each annotation in a note's HTML. */
const HIGHLIGHT = '<span class="highlight"';
const ANNOTATION = 'data-annotation="%7B%22attachmentURI';

/** True for a note that Zotero made of annotations, as Markdown or HTML. */
export function isZoteroNote(text: string): boolean {
  return text.includes(ANNOTATION) || text.includes('](zotero://select');
}

/**
 * Reads a note of annotations. Its address is that of the annotation in Zotero: the note has none of the
 * web; and its title is how Zotero cites what it is of.
 */
export function readZoteroNote(text: string, now: Date): Incoming {
  const found = text.includes(ANNOTATION)
    ? text.split(HIGHLIGHT).slice(1).map(entryOfHtml)
    : text.split(/\r?\n/).flatMap(entriesOfLine);
  const entries = found.map((value, nth) => ({ where: `${nth + 1}`, value }));
  return readEntries('zotero', entries, (entry) => highlightFrom(entry, now));
}

/** “quote” ([Author, 2020, p. 3](zotero://select/…)) ([pdf](zotero://open-pdf/…)) comment */
function entriesOfLine(line: string): Entry[] {
  const entries: Entry[] = [];
  let from = 0;
  for (let at = line.indexOf('](zotero://select'); at >= 0; ) {
    const next = line.indexOf('](zotero://select', at + 1);
    const open = line.lastIndexOf('([', at);
    const end = line.indexOf('))', at);
    if (open < from || end < 0) break;
    const before = line.slice(from, open).trim();
    const exact = before.slice(before.search(/[“"]/) + 1).replace(/["”]$/, '');
    const rest = line.slice(end + 2, next < 0 ? undefined : next);
    const pdf = /^ ?\(\[[^\]]{0,99}\]\((zotero:\/\/open[^)]{0,400})\)\)/.exec(rest);
    const url = pdf?.[1] ?? line.slice(at + 2, end);
    const after = rest.slice(pdf?.[0].length ?? 0);
    const note = next < 0 ? after : (after.split('“')[0] ?? '');
    const words = exact.replace(/\\([\\`*_[\]<>~])/g, '$1');
    entries.push({
      ...{ name: `zotero ${url} ${words}`, url, exact: words },
      ...{ title: line.slice(open + 2, at), note: note.trim() },
    });
    from = end + 2 + (rest.length - after.length) + (next < 0 ? 0 : note.length);
    at = next;
  }
  return entries;
}

/** What stands from one annotation to the next: the quote, how it is cited, and a comment up to the paragraph's end. */
function entryOfHtml(piece: string): Entry {
  const about = /^[^>]{0,99}data-annotation="([^"]*)"/.exec(piece)?.[1] ?? '';
  const { attachmentURI, annotationKey, color } = fieldsOf(decoded(about));
  const item = /\/items\/(\w+)$/.exec(textOf(attachmentURI) ?? '')?.[1];
  const key = textOf(annotationKey);
  const url = item
    ? `zotero://open-pdf/library/items/${item}${key ? `?annotation=${key}` : ''}`
    : '';
  const [quoted = '', ...others] = piece.slice(piece.indexOf('>') + 1).split('</span>');
  const paragraph = others.join('</span>').split(/<\/p>|\r?\n/)[0] ?? '';
  const cited = paragraph.trimStart().startsWith('<span class="citation"')
    ? paragraph.lastIndexOf('</span>')
    : -1;
  const exact = textIn(quoted).replace(/^[“"]|["”]$/g, '');
  const title = textIn(cited < 0 ? '' : paragraph.slice(0, cited)).replace(/^\(|\)$/g, '');
  const note = textIn(cited < 0 ? paragraph : paragraph.slice(cited));
  return { name: `zotero ${url} ${exact}`, ...{ url, exact, title, note, colour: color } };
}

function textIn(html: string): string {
  return plainText(`<p>${html}</p>`).trim();
}

function decoded(text: string): unknown {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(text));
    return value;
  } catch {
    return null;
  }
}
