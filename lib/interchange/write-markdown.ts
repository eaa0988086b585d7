import { withTextFragment } from '@/lib/address/text-fragment';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import { compare, inOrder } from './record';

/** What is said of an entity that a highlight names. */
export interface EntityNote {
  name: string;
  /** Its address, if it has one. */
  url: string | null;
  sources: readonly { title: string; url: string | null }[];
}

/**
 * The highlights as Markdown, a section a page, good in Obsidian: quotes as block quotes that link
 * to their passage, notes, tags, and the entities they name with their sources. It uses no words of
 * its own, so it has no language.
 * @param describe what is known of an entity; null where nothing is
 */
export function writeMarkdown(
  highlights: readonly Highlight[],
  describe: (id: EntityId) => EntityNote | null,
): string {
  const pages = new Map<string, Highlight[]>();
  for (const highlight of inOrder(highlights)) {
    const ofPage = pages.get(highlight.pageKey);
    if (ofPage) ofPage.push(highlight);
    else pages.set(highlight.pageKey, [highlight]);
  }
  const sections = [...pages.values()].map((ofPage) => sectionOf(ofPage, describe));
  return `${['# GovGloss 政注', ...sections].join('\n\n')}\n`;
}

function sectionOf(
  ofPage: readonly Highlight[],
  describe: (id: EntityId) => EntityNote | null,
): string {
  const { title, url } = ofPage[0]!;
  const heading = `## ${link(title.trim() || url, url)}`;
  const entities = [...new Set(ofPage.flatMap(({ entities }) => entities))].sort(compare);
  const lines = entities.map((id) => entityLine(id, describe(id)));
  return [heading, ...ofPage.map(passage), ...(lines.length > 0 ? [lines.join('\n')] : [])].join(
    '\n\n',
  );
}

function passage({ url, selectors, note, tags, createdAt }: Highlight): string {
  const quote = escaped(selectors.quote.exact.trim()).replace(/^/gm, '> ');
  const day = createdAt.slice(0, 10);
  const marks = [link(day, withTextFragment(url, selectors)), ...tags.map(tagOf)].join(' ');
  return [quote, ...(note.trim() === '' ? [] : [escaped(note.trim())]), marks].join('\n\n');
}

function entityLine(id: EntityId, entity: EntityNote | null): string {
  if (!entity) return `- ${escaped(id)}`;
  const name = link(entity.name, entity.url);
  const sources = entity.sources.map(({ title, url }) => link(title, url));
  return sources.length > 0 ? `- ${name}: ${sources.join(' · ')}` : `- ${name}`;
}

/** Obsidian ends a tag at a space or most punctuation, and takes none of digits alone. */
function tagOf(tag: string): string {
  const name = tag.replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-').replace(/^-+|-+$/g, '');
  return /[^\d/-]/.test(name) ? `#${name}` : escaped(tag);
}

function link(text: string, url: string | null): string {
  const label = escaped(text.replace(/\s+/g, ' ').trim());
  return url !== null && /^https?:/i.test(url) ? `[${label}](<${addressOf(url)}>)` : label;
}

/** An address that cannot end its brackets early. */
function addressOf(url: string): string {
  return url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
}

const LINE_START = /^(\s*)([-+]|\d+[.)]|={2,}|-{2,})(?=\s|$)/gm;

/** Text of a page is text here too: nothing in it is markup, a heading, a list, a tag or a link. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~^$=]/g, '\\$&')
    .replace(
      LINE_START,
      (_, space: string, mark: string) => `${space}${mark.replace(/[-+.)]/, '\\$&')}`,
    );
}
