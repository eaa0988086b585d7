import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incoming } from '@/lib/interchange/incoming';
import { changesOf, planImport } from '@/lib/interchange/plan-import';
import { readImport } from '@/lib/interchange/read-import';
import { writeBackup } from '@/lib/interchange/write-backup';
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

test('rows nobody can read are in the backup as they are, and named when it is read', () => {
  const row = { id: 'later', quote: { of: 'a later version' } };
  const file = writeBackup({ ...WITHOUT_OTHERS, highlights: [highlight()], unreadable: [row] });
  expect(JSON.parse(file).highlights[1]).toEqual(row);
  const { highlights, malformed } = imported(file);
  expect(highlights).toEqual([highlight()]);
  expect(malformed.map(({ where }) => where)).toEqual(['highlights[1]']);
});

test('a backup of 0.1.0, which counted no revisions, is read', () => {
  const { revision: _, ...record } = highlight();
  const file = { format: 'govgloss-backup', version: 1, settings: {}, highlights: [record] };
  expect(imported(JSON.stringify(file)).highlights).toEqual([highlight()]);
});
