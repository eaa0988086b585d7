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

test.each([
  ['CN-ZJ', '浙政发〔2015〕5号', '浙江省人民政府', '2015'],
  ['CN-ZJ', '浙政办函（2017）第21号', '浙江省人民政府办公厅', '2017'],
  ['CN-SH', '滬府發〔2013〕20號', '上海市人民政府', '2013'],
  ['CN-JX', '赣府厅发〔2019〕8号', '江西省人民政府办公厅', '2019'],
  ['CN', '国办发〔2014〕66号', '国务院办公厅', '2014'],
  ['CN', '国函〔2017〕1号', '国务院', '2017'],
])('a card of %s says whose %s is, and of when', async (id, number, issuer, year) => {
  const card = await cardOf(source, id, [], number);
  const said = card.ok ? card.value.numbered : undefined;
  expect([said?.text, said?.issuer.zh, said?.year]).toEqual([number, issuer, year]);
});

test('a card says nothing of what is no number of a body of the division', async () => {
  for (const number of ['我省', '浙〔2015〕号', '教基〔2018〕4号']) {
    const card = await cardOf(source, 'CN-ZJ', [], number);
    expect(card.ok && card.value.numbered).toBeUndefined();
  }
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
