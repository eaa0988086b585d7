import { withTextFragment } from '@/lib/address/text-fragment';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import { escaped, link, tagOf } from './markdown-text';
import { byPage, compare } from './record';

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
  const pages = byPage(highlights);
  const sections = pages.map((ofPage) => sectionOf(ofPage, describe));
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

/** A passage as a block quote, with its note, the day it was kept as a link to it, and its tags. */
export function passage({ url, selectors, note, tags, createdAt }: Highlight): string {
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
