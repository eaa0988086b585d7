import { describe, expect, test } from 'vitest';
import {
  OWN_PREFIX,
  type OwnInput,
  ownEntity,
  ownFileOf,
  parseOwnFile,
  withOwnEntries,
} from '@/lib/dataset/own-entries';
import type { Dataset } from '@/lib/model/dataset';

const INPUT: OwnInput = {
  kind: 'platform',
  name: '某市通',
  en: '',
  what: '某市的政务应用',
  link: 'https://example.org/app',
  note: '2026年试用',
};

describe('what a reader adds', () => {
  test.each(['platform', 'policy', 'concept'] as const)(
    'a %s survives export and import',
    (kind) => {
      const own = {
        entities: [ownEntity({ ...INPUT, kind }, 'moushitong')],
        forms: [{ entity: 'CN-ZJ/zheliban', form: '浙里小办' }],
      };
      const file: unknown = JSON.parse(JSON.stringify(ownFileOf(own)));
      expect(parseOwnFile(file)).toEqual({ ok: true, value: own });
    },
  );

  test('needs only a name', () => {
    const entity = ownEntity({ ...INPUT, what: ' ', link: 'javascript:alert(1)', note: '' }, 'a');
    expect(entity).toMatchObject({
      names: { zhHans: '某市通', en: '某市通' },
      summary: { zh: '某市通' },
      url: null,
    });
    expect(parseOwnFile(ownFileOf({ entities: [entity], forms: [] })).ok).toBe(true);
  });

  test('joins the dataset for matching, under its own ids', () => {
    const known = { ...ownEntity(INPUT, 'x'), id: 'CN-ZJ/zheliban' };
    const dataset: Dataset = { version: '1', entities: [known], rankings: [], sources: [] };
    const own = {
      entities: [ownEntity(INPUT, 'y')],
      forms: [{ entity: 'CN-ZJ/zheliban', form: '浙里小办' }],
    };
    const joined = withOwnEntries(dataset, own);
    expect(joined.entities.map(({ id }) => id)).toEqual(['CN-ZJ/zheliban', `${OWN_PREFIX}y`]);
    expect(joined.entities[0]?.aliases).toEqual(['浙里小办']);
    expect(known.aliases).toEqual([]);
  });
});

describe('a file that is refused, with the place that is wrong', () => {
  const good = ownFileOf({ entities: [ownEntity(INPUT, 'a')], forms: [] }) as {
    platforms: Record<string, unknown>[];
  };
  test.each([
    ['no object', 7, 'file'],
    [
      'a foreign id',
      { ...good, platforms: [{ ...good.platforms[0], id: 'CN-ZJ/zheliban' }] },
      'CN-ZJ/zheliban',
    ],
    [
      'a missing name',
      { ...good, platforms: [{ ...good.platforms[0], names: {} }] },
      'platforms.0.names',
    ],
    [
      'a form of one character',
      { ...good, forms: [{ entity: 'CN-ZJ', form: '浙' }] },
      'forms.0.form',
    ],
  ])('%s', (_, file, place) => {
    const parsed = parseOwnFile(file);
    expect(parsed.ok ? 'taken' : parsed.error).toContain(place);
  });
});
