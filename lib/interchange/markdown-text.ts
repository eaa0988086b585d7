/**
 * The name of a tag as Obsidian takes it, which ends one at a space or most punctuation; empty where
 * nothing but digits is left.
 */
export function tagName(tag: string): string {
  const name = tag.replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-').replace(/^-+|-+$/g, '');
  return /[^\d/-]/.test(name) ? name : '';
}

/** A tag in a text; as plain words where it cannot be one. */
export function tagOf(tag: string): string {
  const name = tagName(tag);
  return name === '' ? escaped(tag) : `#${name}`;
}

/** A link, or its words alone where the address is none of the web. */
export function link(text: string, url: string | null): string {
  const label = escaped(text.replace(/\s+/g, ' ').trim());
  return url !== null && /^https?:/i.test(url) ? `[${label}](<${addressOf(url)}>)` : label;
}

/** An address that cannot end its brackets early. */
function addressOf(url: string): string {
  return url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
}

const LINE_START = /^(\s*)([-+]|\d+[.)]|={2,}|-{2,})(?=\s|$)/gm;

/** Text of a page is text here too: nothing in it is markup, a heading, a list, a tag or a link. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~^$=]/g, '\\$&')
    .replace(
      LINE_START,
      (_, space: string, mark: string) => `${space}${mark.replace(/[-+.)]/, '\\$&')}`,
    );
}
