import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageKey, webAddress } from '@/lib/address/page-key';
import { withTextFragment } from '@/lib/address/text-fragment';
import { createAnchorer } from '@/lib/anchor/anchor';
import { parseManifest } from '@/lib/dataset/feed';
import { parseOwnFile } from '@/lib/dataset/own-entries';
import { parseDataset } from '@/lib/dataset/parse';
import { readImport } from '@/lib/interchange/read-import';
import { writeBackup } from '@/lib/interchange/write-backup';
import { PAGE_INPUTS } from '@/lib/messages/page-inputs';
import { BACKGROUND_INPUTS } from '@/lib/messages/parse';
import { parseSettings } from '@/lib/messages/settings-schema';
import { DEFAULT_SETTINGS, NO_FEED } from '@/lib/model/settings';
import { parseFeed } from '@/lib/parse/feed-schema';
import { parseHighlight } from '@/lib/parse/highlight-schema';
import { highlight } from './interchange/highlights';

/** Cases a part; `npm run test:hostile` tries all of them. */
const CASES = process.env.GOVGLOSS_HOSTILE ? 100_000 : 400;

/** Whatever a message, a row or a file can hold: half surrogates, nulls, numbers that are none, long texts. */
const anything = fc.oneof(
  fc.anything({ withBigInt: false, withNullPrototype: true, maxDepth: 3 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.constantFrom(
    '',
    '\ud800',
    '字'.repeat(25_000),
    -1,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    null,
    [],
    {},
    '__proto__',
  ),
);

/** Replaces what lies at the end of a path of numbers, whatever has that many parts, by something else. */
function withOther(value: unknown, path: readonly number[], other: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  if (entries.length === 0) return other;
  const at = step % entries.length;
  const changed = entries.map(([key, inner], i) => [
    key,
    i === at ? withOther(inner, rest, other) : inner,
  ]);
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

/** Something right with one part of it wrong, or something else altogether. */
const nearly = (right: unknown) =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.tuple(fc.array(fc.nat(50), { maxLength: 5 }), anything) },
      { weight: 1, arbitrary: anything.map((other) => [[], other] as const) },
    )
    .map(([path, other]) => withOther(right, path, other));

const kept = highlight();
const own = { format: 'govgloss-own', version: 1, entities: [], forms: {} };
const backup: unknown = JSON.parse(
  writeBackup({
    ...{ highlights: [kept], unreadable: [], settings: DEFAULT_SETTINGS },
    ...{ feed: NO_FEED, ownEntries: own },
  }),
);
const manifest = {
  format: 1,
  version: '2026.1.1',
  files: [{ name: 'CN.json', sha256: '0'.repeat(64), bytes: 10 }],
};
const PAGE = '浙江省推进数字政府建设，“浙里办”实名注册用户突破1亿，日均活跃用户300万。'.repeat(3);
const anchorer = createAnchorer(PAGE);

const settles = (right: unknown, read: (value: unknown) => void) =>
  fc.assert(
    fc.property(nearly(right), (value) => {
      read(value);
    }),
    { numRuns: CASES },
  );

describe('whatever comes in is taken or refused, and nothing throws', () => {
  test.each(Object.entries({ ...BACKGROUND_INPUTS, ...PAGE_INPUTS }))(
    'a call of %s',
    (_, parser) => {
      const parts = { id: 'CN-ZJ', version: '2026.1.1', script: 'zh-Hans', ids: ['CN-ZJ'] };
      const about = { pageKey: kept.pageKey, url: kept.url, title: '', colour: 'green', note: '' };
      settles(
        { ...parts, ...about, about, passage: { text: PAGE, span: { start: 0, end: 3 } } },
        (input) => parser['~standard'].validate(input),
      );
    },
  );

  test('a row of the library', () => settles(kept, (row) => parseHighlight(row)));

  test('settings, which are whole whatever was stored', () => {
    settles(DEFAULT_SETTINGS, (stored) => {
      expect(Object.keys(parseSettings(stored)).sort()).toEqual(
        Object.keys(DEFAULT_SETTINGS).sort(),
      );
    });
  });

  test('a feed', () => settles(NO_FEED, (stored) => parseFeed(stored)));

  test('a manifest', () => {
    settles(manifest, (value) =>
      parseManifest(new TextEncoder().encode(JSON.stringify(value) ?? '')),
    );
  });

  test('own entries', () => settles(own, (file) => parseOwnFile(file)));

  test('a file of the dataset', () => {
    const file = { divisions: [{ id: 'CN-ZJ', kind: 'division', names: { zhHans: '浙江省' } }] };
    settles(file, (value) => parseDataset({ 'CN-ZJ.json': value }));
  });

  test('a file to import', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    settles(backup, (value) =>
      readImport(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''), now),
    );
  });

  test('an address', () => {
    settles('https://www.zj.gov.cn/art/1.html?_=1#a', (value) => {
      const address = String(typeof value === 'string' ? value : JSON.stringify(value));
      pageKey(address, address);
      webAddress(address);
      if (URL.canParse(address)) withTextFragment(address, kept.selectors);
    });
  });

  test('the selectors of a passage, which is found in the page or not at all', () => {
    settles(kept, (row) => {
      const parsed = parseHighlight(row);
      if (!parsed.ok) return;
      const placed = anchorer(parsed.value.selectors);
      if (placed.state !== 'found') return;
      const { start, end } = placed.span;
      expect(0 <= start && start < end && end <= PAGE.length).toBe(true);
    });
  });
});
