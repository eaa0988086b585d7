import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/model/languages';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Entry {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const catalogues = Object.values(LANGUAGES).map(({ folder }) => ({
  folder,
  entries: JSON.parse(
    readFileSync(path.join(ROOT, 'public/_locales', folder, 'messages.json'), 'utf8'),
  ) as Record<string, Entry>,
}));
const keys = Object.keys(catalogues[0]!.entries);

const sources = ['components', 'entrypoints', 'lib']
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name),
    ),
  )
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(path.join(ROOT, name), 'utf8') }));
const everything = `${sources.map(({ text }) => text).join('\n')}\n${readFileSync(path.join(ROOT, 'wxt.config.ts'), 'utf8')}`;

/** Beginnings of keys that a template completes; whether all of them exist, the compiler knows. */
const begun = sources.flatMap(({ text }) =>
  [...text.matchAll(/`([a-z]+_[a-z0-9_]*)\$\{/g)].map(([, key = '']) => key),
);

function placeholders(message: string): string[] {
  return [...new Set(message.match(/\$[A-Za-z_]+\$/g) ?? [])].sort();
}

describe('the catalogue', () => {
  it.each(catalogues)('has the same keys in $folder as in the others', ({ entries }) => {
    expect(Object.keys(entries).sort()).toEqual([...keys].sort());
  });

  it.each(catalogues)('says something for every key in $folder', ({ entries }) => {
    expect(Object.entries(entries).filter(([, { message }]) => message.trim() === '')).toEqual([]);
  });

  it('takes the same values in every language, all declared', () => {
    for (const key of keys) {
      const expected = placeholders(catalogues[0]!.entries[key]!.message);
      for (const { folder, entries } of catalogues) {
        const { message, placeholders: declared = {} } = entries[key]!;
        expect(placeholders(message), `${key} in ${folder}`).toEqual(expected);
        const names = Object.keys(declared).map((name) => `$${name.toUpperCase()}$`);
        expect(names.sort(), `${key} in ${folder}`).toEqual(expected);
      }
    }
  });

  it('has no key that nobody asks for', () => {
    const unused = keys.filter(
      (key) =>
        !everything.includes(`'${key}'`) &&
        !everything.includes(`__MSG_${key}__`) &&
        !begun.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

/** Attributes a reader sees or hears. */
const SPOKEN = new Set(['aria-label', 'alt', 'placeholder', 'title', 'label']);

/** The product's name is not translated; signs are not words. */
const NOT_WORDS = /GovGloss|政注|https?:|[^\p{L}]/gu;

/** Words written into a component instead of the catalogue. */
function literals(name: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) found.push(node.text.replace(NOT_WORDS, ''));
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
      if (node.initializer && ts.isStringLiteral(node.initializer)) {
        found.push(node.initializer.text.replace(NOT_WORDS, ''));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found.filter((words) => words !== '').map((words) => `${name}: ${words}`);
}

describe('components', () => {
  it('hold no words of their own', () => {
    const views = sources.filter(({ name }) => name.endsWith('.tsx'));
    expect(views.flatMap(({ name, text }) => literals(name, text))).toEqual([]);
  });

  it('would be caught with one', () => {
    expect(literals('x.tsx', '<p title="Close">浙江</p>')).toHaveLength(2);
  });
});
