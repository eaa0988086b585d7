import { describe, expect, it } from 'vitest';
import { type Entry, roadmapEntries } from '@/components/atlas/roadmap/entries';
import { lineageOf } from '@/components/atlas/roadmap/lineage';
import { stretchOf } from '@/components/atlas/roadmap/time';
import type { Entity, Platform } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import {
  AT_MOST_ONE_TRIP,
  MASTER_PLAN,
  OPINIONS_2022,
  ZHEJIANG,
  ZHELIBAN,
} from '../../fixtures/entities';
import { PREFS, prefsIn } from '../../mount';
import { REAL, REAL_ENTRIES } from './dataset';

function roadmap(...entities: Entity[]) {
  const data: AtlasData = { version: '', entities, rankings: [], sources: [] };
  return roadmapEntries(data, PREFS);
}

function only<K extends Entry['kind']>(kind: K, entries: Entry[]): Extract<Entry, { kind: K }> {
  const is = (entry: Entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind;
  const [found] = entries.filter(is);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

const NEXT: Platform = { ...ZHELIBAN, id: 'CN-ZJ/next', launched: '2023-05', relations: [] };

describe('stretchOf', () => {
  it.each([
    ['2018', 2018, 2019, 'year'],
    ['2018-07', 2018.5, 2018 + 7 / 12, 'month'],
    ['2018-01-01', 2018, 2018, 'day'],
  ])('%s is from %d to %d', (date, from, to, precision) => {
    expect(stretchOf(date)).toEqual({ from, to, precision });
  });

  it('is nothing for what is no date', () => {
    expect(stretchOf('spring of 2018')).toBe(null);
  });
});

describe('roadmapEntries', () => {
  it('draws a platform from its launch on, under the names it bore', () => {
    const bar = only('platform', roadmap(ZHELIBAN).entries);
    expect(bar).toMatchObject({ from: 2014, precision: 'year', ending: 'goes-on', until: null });
    expect(bar.former).toEqual([{ name: '浙江政务服务网APP', until: 2019 }]);
  });

  it('ends a platform where what replaced it began', () => {
    const relations = [{ type: 'successor', target: NEXT.id } as const];
    const old: Platform = { ...ZHELIBAN, status: 'merged', relations };
    const bar = only('platform', roadmap(old, NEXT).entries);
    expect(bar).toMatchObject({ ending: 'known', until: 2023 + 4 / 12 });
  });

  it('says of a retired platform no end that no source has', () => {
    const old: Platform = { ...ZHELIBAN, status: 'retired', relations: [] };
    expect(only('platform', roadmap(old).entries)).toMatchObject({ ending: 'open' });
  });

  it('counts what has no date in its lane, and draws it nowhere', () => {
    const { entries, undated } = roadmap({ ...ZHELIBAN, launched: null, metrics: [] });
    expect(entries).toEqual([]);
    expect(undated.get('CN-ZJ')?.map(({ id }) => id)).toEqual([ZHELIBAN.id]);
  });

  it('puts a document at the day it was published where no other is known', () => {
    const plan = { ...MASTER_PLAN, date: null, published: '2018-12' };
    expect(only('policy', roadmap(plan).entries).date).toBe('2018-12');
  });

  it('leaves the name of the lane out of the labels in it', () => {
    const [plan] = roadmap(ZHEJIANG, MASTER_PLAN).entries.filter(({ kind }) => kind === 'policy');
    expect(plan?.label.startsWith('浙江')).toBe(false);
  });

  it('names a concept where the first is told of it', () => {
    const first = only('event', roadmap(AT_MOST_ONE_TRIP).entries);
    expect(first.label).toBe(AT_MOST_ONE_TRIP.names.zhHans);
  });

  it('writes labels in the language of the entries', () => {
    const data: AtlasData = { version: '', entities: [ZHELIBAN], rankings: [], sources: [] };
    expect(roadmapEntries(data, prefsIn('en')).entries[0]?.label).toBe('Zheliban');
  });

  it('has all that is dated, each entry by a key of its own', () => {
    const keys = REAL_ENTRIES.entries.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const dated = REAL.entities.filter((each) => each.kind === 'policy' && each.date !== null);
    expect(REAL_ENTRIES.entries.filter(({ kind }) => kind === 'policy')).toHaveLength(dated.length);
  });
});

describe('lineageOf', () => {
  it('follows relations both ways, and no other kind of relation', () => {
    const later = {
      ...OPINIONS_2022,
      relations: [
        { type: 'based-on', target: MASTER_PLAN.id } as const,
        { type: 'issued-by', target: ZHELIBAN.id } as const,
      ],
    };
    const all = [{ ...MASTER_PLAN, relations: [] }, later, ZHELIBAN];
    expect([...lineageOf(MASTER_PLAN.id, all)]).toEqual([later.id]);
    expect([...lineageOf(later.id, all)]).toEqual([MASTER_PLAN.id]);
  });
});
