import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Rooms whose code must run anywhere: not even the types of the DOM are there for them. */
const ROOMS_WITHOUT_DOM = [
  'lib/model',
  'lib/address',
  'lib/bytes',
  'lib/language',
  'lib/resource',
  'lib/text',
  'lib/detect',
  'lib/anchor',
  'lib/hover',
];

const MOST_LINES = 300;

interface Import {
  /** `lib/model`, `components`, `entrypoints/popup`, `preact`: a room, or a package. */
  to: string;
  /** The file imported, from the root; '' for a package. */
  file: string;
  typeOnly: boolean;
}

interface Source {
  /** From the root: `lib/detect/scan.ts`. */
  path: string;
  room: string;
  text: string;
  imports: Import[];
}

const sources: Source[] = ['lib', 'components', 'entrypoints'].flatMap(readSources);

function readSources(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = relative(ROOT, join(entry.parentPath, entry.name));
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, room: roomOf(path), text, imports: importsOf(path, text) };
    });
}

/** A room is a folder of lib or of entrypoints; components are one. */
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'components' ? top : `${top}/${second}`;
}

function importsOf(path: string, text: string): Import[] {
  const { importedFiles } = ts.preProcessFile(text);
  return importedFiles.map(({ fileName, pos }) => {
    const statement =
      text
        .slice(0, pos)
        .split(/^(?=import|export)/m)
        .at(-1) ?? '';
    const typeOnly = /^(import|export) type\b/.test(statement);
    const isOurs = fileName.startsWith('.') || fileName.startsWith('@/');
    if (!isOurs) return { to: packageOf(fileName), file: '', typeOnly };
    const file = fileName.startsWith('@/')
      ? fileName.slice(2)
      : normalize(join(dirname(path), fileName));
    return { to: roomOf(file), file: withExtension(file), typeOnly };
  });
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  if (specifier.startsWith('wxt/')) return specifier;
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function withExtension(file: string): string {
  return (
    ['', '.ts', '.tsx']
      .map((end) => file + end)
      .find((name) => /\.\w+$/.test(name) && existsSync(join(ROOT, name))) ?? file
  );
}

/** The sentence `May import: a, b (types), c.` of a room's README. */
function allowance(room: string): { to: string; typesOnly: boolean }[] {
  const readme = readFileSync(join(ROOT, room, 'README.md'), 'utf8');
  const sentence = /May import: ([\s\S]*?)\.(?:\s|$)/.exec(readme)?.[1] ?? '';
  return sentence.split(',').map((part) => {
    const to = part.trim().split(/[\s(]/)[0] ?? '';
    return { to, typesOnly: /\btypes\b/.test(part) };
  });
}

const rooms = [...new Set(sources.map(({ room }) => room))];

describe.each(rooms)('%s', (room) => {
  const own = sources.filter((source) => source.room === room);

  test('imports only what its README allows', () => {
    const allowed = allowance(room);
    const strays = own.flatMap(({ path, imports }) =>
      imports
        .filter(({ to, typeOnly }) => {
          const found = allowed.find((entry) => entry.to === to);
          return to !== room && (!found || (found.typesOnly && !typeOnly));
        })
        .map(({ to, file }) => `${path} → ${file || to}`),
    );
    expect(strays).toEqual([]);
  });
});

describe('the views of components', () => {
  /** The table of its README: each folder with those it draws with. */
  const drawsWith = new Map(
    [
      ...readFileSync(join(ROOT, 'components/README.md'), 'utf8').matchAll(
        /^\| ([\w-]+) \| [^|]+ \|([^|]*)\|$/gm,
      ),
    ].map(([, folder = '', others = '']) => [folder, others.split(',').map((each) => each.trim())]),
  );
  drawsWith.delete('folder');
  const folderOf = (file: string) => /^components\/([\w-]+)\//.exec(file)?.[1];

  test('each have a line in the README', () => {
    const folders = sources.flatMap(({ path }) => folderOf(path) ?? []);
    expect([...drawsWith.keys()].sort()).toEqual([...new Set(folders)].sort());
  });

  test('draw only with those their line names', () => {
    const strays = sources.flatMap(({ path, imports }) => {
      const own = folderOf(path) ?? '';
      return imports
        .map(({ file }) => file)
        .filter((file) => {
          const other = folderOf(file);
          return own && other && other !== own && !drawsWith.get(own)?.includes(other);
        })
        .map((file) => `${path} → ${file}`);
    });
    expect(strays).toEqual([]);
  });
});

describe('every file', () => {
  test('is part of no cycle', () => {
    const next = new Map(sources.map(({ path, imports }) => [path, imports.map((i) => i.file)]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]) => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      if (done.has(path)) return;
      for (const file of next.get(path) ?? []) visit(file, [...trail, path]);
      done.add(path);
    };
    for (const path of next.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test('is not a barrel: a name is imported from where it is made', () => {
    const barrels = sources.filter(({ text }) => /^export\b[^;'"]*\bfrom '/m.test(text));
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  test(`has at most ${MOST_LINES} lines, unless it is generated`, () => {
    const long = sources.filter(
      ({ text }) =>
        text.split('\n').length > MOST_LINES + 1 && !/Generated by scripts\//.test(text),
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

/** What runs in pages that are not ours. */
const IN_PAGES =
  /^(lib\/(dom|frame|passages|hover)|entrypoints\/(annotator\.content|page-names|page-session|page-views)|components\/(card|notice|selection-toolbar|surface))\//;

test('what runs in pages hears only what the reader and the browser do', () => {
  const listens = /(?<!\bsignal)\??\.addEventListener\b/;
  const strays = sources.filter(
    ({ path, text }) =>
      IN_PAGES.test(path) &&
      !/^lib\/dom\/(first-listener|listen)\.ts$/.test(path) &&
      listens.test(text),
  );
  expect(strays.map(({ path }) => path)).toEqual([]);
});

/** What every place that runs JavaScript has besides the language: pages, workers and Node. */
const EVERYWHERE = `
  declare function atob(data: string): string;
  declare function btoa(data: string): string;
  declare class URLSearchParams implements Iterable<[string, string]> {
    constructor(init?: string | Iterable<[string, string]>);
    readonly size: number;
    append(name: string, value: string): void;
    delete(name: string): void;
    get(name: string): string | null;
    has(name: string): boolean;
    sort(): void;
    keys(): IterableIterator<string>;
    [Symbol.iterator](): IterableIterator<[string, string]>;
  }
  declare class URL {
    constructor(url: string, base?: string);
    static canParse(url: string, base?: string): boolean;
    static parse(url: string, base?: string): URL | null;
    hash: string; host: string; hostname: string; href: string; origin: string; password: string;
    pathname: string; port: string; protocol: string; search: string; username: string;
    readonly searchParams: URLSearchParams;
  }`;

const OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.esnext.typedarrays.d.ts'],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  paths: { '@/*': [join(ROOT, '*')] },
  types: [],
};

test('the pure rooms compile without the DOM, and name no browser', { timeout: 60_000 }, () => {
  const everywhere = join(ROOT, 'everywhere.d.ts');
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) =>
    name === everywhere
      ? ts.createSourceFile(name, EVERYWHERE, version)
      : getSourceFile(name, version);
  const own = sources.filter(({ room }) => ROOMS_WITHOUT_DOM.includes(room));
  const files = [everywhere, ...own.map(({ path }) => join(ROOT, path))];
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(files, OPTIONS, host));
  const problems = diagnostics.map(({ file, messageText }) => {
    const path = file ? relative(ROOT, file.fileName) : '';
    return `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(problems).toEqual([]);
});
