import { expect, test } from 'vitest';
import { parseDataset } from '@/lib/dataset/parse';
import { cardOf, profileOf } from '@/lib/store/queries';
import { memorySource } from '@/lib/store/source';
import { readDatasetFiles } from '@/scripts/check-data';

const parsed = parseDataset(readDatasetFiles());
if (!parsed.ok) throw new Error('The packaged dataset does not parse.');
const dataset = parsed.value;
const source = memorySource(dataset);

test('a card names what else the mention may mean, in the order given', async () => {
  const card = await cardOf(source, 'CN-ZJ', ['CN-GD', 'CN-nowhere', 'CN-FJ']);
  expect(card.ok && card.value.rivals.map(({ id }) => id)).toEqual(['CN-GD', 'CN-FJ']);
});

test('a profile lists its parts, and nothing that only points at it otherwise', async () => {
  const relations = dataset.entities.flatMap(({ id, relations }) =>
    relations.map(({ type, target }) => ({ id, type, target })),
  );
  const whole = (id: string) => dataset.entities.find((entity) => entity.id === id);
  const candidates = [...new Set(relations.map(({ target }) => target))].filter((target) => {
    const types = relations.filter((each) => each.target === target).map(({ type }) => type);
    return whole(target)?.kind !== 'division' && types.some((type) => type !== 'part-of');
  });
  expect(candidates).not.toEqual([]);
  for (const id of candidates) {
    const home = id.split('/')[0];
    const pointing = relations.filter(
      (each) => each.target === id && (home === 'CN' || each.id.startsWith(`${home}/`)),
    );
    const profile = await profileOf(source, id, []);
    const related = profile.ok ? profile.value.related.map((brief) => brief.id) : [];
    const own = new Set(whole(id)?.relations.map(({ target }) => target));
    for (const { id: from, type } of pointing) {
      if (!own.has(from))
        expect([id, from, related.includes(from)]).toEqual([id, from, type === 'part-of']);
    }
  }
});
