import { strToU8, zipSync } from 'fflate';
import type { Highlight } from '@/lib/model/highlight';
import { tagName } from './markdown-text';
import { byPage } from './record';
import { passage } from './write-markdown';

/** A note of Obsidian: one page with what was kept on it. */
export interface ObsidianNote {
  /** Without `.md`, fit for every system's files. */
  name: string;
  content: string;
}

/** Longest name of a file, in characters: some systems count 255 bytes, and Chinese takes three each. */
const MOST_NAME = 60;
/** Longest address that opens programs on every system, in UTF-16 units. */
const MOST_ADDRESS = 8000;
/** When all files of an archive were changed: the same library gives the same bytes. */
const NEVER = new Date(1980, 0, 1);

/** One note a page, each with front matter, in the order of an export; no two have one name. */
export function obsidianNotes(highlights: readonly Highlight[]): ObsidianNote[] {
  const taken = new Set<string>();
  return byPage(highlights).map((ofPage) => {
    const first = ofPage[0]!;
    const plain = fileName(first.title.trim() || first.pageKey);
    let name = plain;
    for (let nth = 2; taken.has(name.toLowerCase()); nth++) name = `${plain} ${nth}`;
    taken.add(name.toLowerCase());
    return { name, content: `${frontMatter(ofPage)}\n\n${ofPage.map(passage).join('\n\n')}\n` };
  });
}

/** All notes in one archive, to be unpacked into a vault. */
export function writeObsidian(highlights: readonly Highlight[]): Uint8Array<ArrayBuffer> {
  const files = obsidianNotes(highlights).map(({ name, content }) => [
    `GovGloss/${name}.md`,
    strToU8(content),
  ]);
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: NEVER }));
}

/**
 * The address by which Obsidian makes a note (https://obsidian.md/help/uri); null where the note is
 * longer than an address may be.
 */
export function obsidianAddress({ name, content }: ObsidianNote): string | null {
  const whole = [`GovGloss/${name}`, content].map((part) =>
    encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')),
  );
  const address = `obsidian://new?file=${whole[0]}&content=${whole[1]}`;
  return address.length <= MOST_ADDRESS ? address : null;
}

/** What files may not be named, and what Obsidian cannot link to. */
function fileName(title: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|#^[\]\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+/, '');
  return (
    [...plain]
      .slice(0, MOST_NAME)
      .join('')
      .replace(/[\s.]+$/, '') || 'GovGloss'
  );
}

/** Properties as Obsidian reads them: YAML, of which JSON's texts are a part. */
function frontMatter(ofPage: readonly Highlight[]): string {
  const { title, url } = ofPage[0]!;
  const names = new Set(ofPage.flatMap(({ tags }) => tags.map(tagName)));
  const tags = [...names].filter((name) => name !== '');
  const newest = ofPage.map(({ modifiedAt }) => modifiedAt.slice(0, 10)).sort();
  const lines = [
    `title: ${JSON.stringify(title)}`,
    `source: ${JSON.stringify(url)}`,
    `created: ${ofPage[0]!.createdAt.slice(0, 10)}`,
    `updated: ${newest.at(-1)}`,
    ...(tags.length > 0 ? ['tags:', ...tags.map((tag) => `  - ${JSON.stringify(tag)}`)] : []),
  ];
  return ['---', ...lines, '---'].join('\n');
}
