import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTITY_KINDS } from '@/lib/model/entity';
import { LANGUAGE_TAGS, LANGUAGES, type Language } from '@/lib/model/languages';

const read = (file: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');

const marks = read('lib/dom/marks.css');
const views = read('components/surface/tokens.css');

/** What the options call the line of a kind. */
function saidIn(language: Language, kind: string): string {
  const words = JSON.parse(read(`public/_locales/${LANGUAGES[language].folder}/messages.json`));
  return words[`options_kind_${kind}`].message;
}

/** The line a kind is marked by on a page: `dotted`. */
const lineOf = (kind: string) =>
  new RegExp(`govgloss-${kind}\\) \\{\\s*text-decoration: underline (\\w+)`).exec(marks)?.[1];

describe.each(ENTITY_KINDS)('the line of a %s', (kind) => {
  it('is the same under the word for it as on the page', () => {
    const under = new RegExp(`data-kind="${kind}"\\] \\{[^}]*--line: (\\w+)`).exec(views)?.[1];
    expect(under).toBeDefined();
    expect(under).toBe(lineOf(kind));
  });

  it('is what the options call it', () => {
    expect(saidIn('en', kind)).toBe(`${lineOf(kind)} line`);
  });
});

it.each(LANGUAGE_TAGS)('no two lines are called the same in %s', (language) => {
  const words = ENTITY_KINDS.map((kind) => saidIn(language, kind));
  expect(new Set(words).size).toBe(ENTITY_KINDS.length);
});
