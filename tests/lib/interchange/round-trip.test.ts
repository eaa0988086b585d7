import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incoming } from '@/lib/interchange/incoming';
import { changesOf, planImport } from '@/lib/interchange/plan-import';
import { readImport } from '@/lib/interchange/read-import';
import { writeBackup } from '@/lib/interchange/write-backup';
import { writeCsv } from '@/lib/interchange/write-csv';
import { writeMarkdown } from '@/lib/interchange/write-markdown';
import { writeWebAnnotations } from '@/lib/interchange/write-web-annotations';
import { parseSettings } from '@/lib/messages/settings-schema';
import type { Highlight } from '@/lib/model/highlight';
import { DEFAULT_SETTINGS, NO_FEED } from '@/lib/model/settings';
import { anyLibrary, highlight } from './highlights';

const NOW = new Date('2026-11-23T12:00:00.000Z');

function imported(text: string): Incoming {
  const read = readImport(text, NOW);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** The library after an import, as the store would hold it. */
function applied(library: readonly Highlight[], text: string): Highlight[] {
  const { add, replace } = changesOf(planImport(library, imported(text)), 'newer');
  const records = new Map(library.map((each) => [each.id, each]));
  for (const each of [...add, ...replace.map(({ after }) => after)]) records.set(each.id, each);
  return [...records.values()];
}

const WITHOUT_OTHERS = {
  ...{ unreadable: [], settings: DEFAULT_SETTINGS, feed: NO_FEED, ownEntries: { entities: [] } },
};

const WRITERS = {
  'a full backup': (highlights: readonly Highlight[]) =>
    writeBackup({ ...WITHOUT_OTHERS, highlights }),
  'Web Annotations': writeWebAnnotations,
  CSV: writeCsv,
};

describe.each(Object.entries(WRITERS))('%s', (_, write) => {
  test('export, wipe, import, export: the same bytes', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        const file = write(library);
        expect(write(applied([], file))).toBe(file);
      }),
    );
  });

  test('do not depend on the order the store answers in', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        expect(write([...library].reverse())).toBe(write(library));
      }),
    );
  });

  test('imported into the library they came from change nothing', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        const plan = planImport(library, imported(write(library)));
        expect(plan).toMatchObject({ new: [], changed: [], conflicting: [], malformed: [] });
        expect(plan.unchanged).toHaveLength(library.length);
      }),
    );
  });
});

test('a backup brings settings and own entries along, as they were', () => {
  const settings = { ...DEFAULT_SETTINGS, cardSize: 'large' as const, pausedHosts: ['a.gov.cn'] };
  const ownEntries = { entities: [{ id: 'own/x' }], forms: [] };
  const others = { unreadable: [], settings, feed: NO_FEED, ownEntries };
  const incoming = imported(writeBackup({ highlights: [highlight()], ...others }));
  expect(incoming).toMatchObject({ format: 'backup', settings, ownEntries });
  expect(incoming.feed).toBeUndefined();
});

describe('the feed of a backup', () => {
  const feed = { url: 'https://data.example.gov.cn/feed/', publicKey: btoa('k'.repeat(32)) };
  const backupOf = (settings: unknown) =>
    JSON.stringify({ format: 'govgloss-backup', version: 1, highlights: [], settings });

  test('is named apart from the settings, which bring none along', () => {
    const incoming = imported(writeBackup({ ...WITHOUT_OTHERS, highlights: [], feed }));
    expect(incoming.feed).toEqual(feed);
    expect(parseSettings(incoming.settings)).toEqual(DEFAULT_SETTINGS);
  });

  test('of 0.1.0 is read where 0.1.0 wrote it', () => {
    expect(imported(backupOf({ ...DEFAULT_SETTINGS, feed })).feed).toEqual(feed);
  });

  test.each([
    ['none', { feed: NO_FEED }],
    ['no settings', null],
    ['settings that are a list', [{ feed }]],
    ['no text for an address', { feed: { ...feed, url: 7 } }],
    ['an address without end', { feed: { ...feed, url: 'x'.repeat(5000) } }],
    ['a key that is missing', { feed: { url: feed.url } }],
  ])('with %s is none', (_, settings) => {
    expect(imported(backupOf(settings)).feed).toBeUndefined();
  });
});

test('a library backed up in part restores that part and leaves the rest', () => {
  const other = highlight({ id: 'f1f1f1f1-0000-4000-8000-000000000000' });
  const file = writeWebAnnotations([highlight()]);
  expect(applied([other], file)).toEqual([other, highlight()]);
});

test('rows nobody can read are in the backup as they are, and come back as they are', () => {
  const row = { id: 'later', quote: { of: 'a later version' } };
  const rows = [row, { note: 'nameless' }, { id: 'later', quote: 'twice' }];
  const file = writeBackup({ ...WITHOUT_OTHERS, highlights: [highlight()], unreadable: rows });
  expect(JSON.parse(file).highlights[1]).toEqual(row);
  const incoming = imported(file);
  expect(incoming.highlights).toEqual([highlight()]);
  const found = { where: '2', id: 'later', row };
  expect(incoming.unreadable).toMatchObject([found]);
  // One without an id has no place in the store.
  expect(incoming.malformed.map(({ where }) => where)).toEqual(['3', '4']);
  const plan = planImport([], incoming);
  expect(changesOf(plan, 'newer').unreadable).toMatchObject([found]);
});

test.each(['\ud83d', '浙\ud83d', '\ude00办', 'a\udc00b\ud800'])(
  'half a character in every text, %j, keeps no record from going out',
  (half) => {
    const torn = highlight({
      ...{ id: half, title: half, note: half, tags: [half], entities: [half] },
      ...{ url: `http://www.zj.gov.cn/${half}`, pageKey: half },
      selectors: { quote: { type: 'TextQuoteSelector', exact: half, prefix: half, suffix: half } },
    });
    const nameless = { ...torn, url: `no address ${half}`, id: `b${half}` };
    const library = [torn, nameless, highlight()];
    const note = { name: half, url: `https://x/${half}`, sources: [{ title: half, url: half }] };
    for (const file of [
      writeWebAnnotations(library),
      writeCsv(library),
      writeMarkdown(library, () => note),
    ]) {
      expect(file).toContain('浙里办');
      expect(file.match(/"type": "Annotation"/g)?.length ?? 3).toBe(3);
    }
    expect(imported(writeWebAnnotations(library)).highlights).toHaveLength(3);
    const others = { ...WITHOUT_OTHERS, highlights: library };
    expect(imported(writeBackup(others)).highlights).toEqual(expect.arrayContaining(library));
  },
);

test('a backup of 0.1.0, which counted no revisions, is read', () => {
  const { revision: _, ...record } = highlight();
  const file = { format: 'govgloss-backup', version: 1, settings: {}, highlights: [record] };
  expect(imported(JSON.stringify(file)).highlights).toEqual([highlight()]);
});
