import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { Card } from '@/components/card/Card';
import { Profile } from '@/components/profile/Profile';
import { onRecord } from '@/components/profile/untold';
import { loadDataset } from '@/lib/dataset/load';
import { createTranslate, parseCatalogue } from '@/lib/language/translate';
import type { Dataset } from '@/lib/model/dataset';
import type { CardData, ProfileData } from '@/lib/model/views';
import { cardOf, profileOf } from '@/lib/store/queries';
import { memorySource } from '@/lib/store/source';
import en from '@/public/_locales/en/messages.json';
import zhHans from '@/public/_locales/zh_CN/messages.json';
import { prefsIn } from '@/tests/components/mount';

const FOLDER = path.resolve(import.meta.dirname, '../../../public/dataset');

let dataset: Dataset;
const profiles: ProfileData[] = [];
const cards: CardData[] = [];

beforeAll(async () => {
  const loaded = await loadDataset(async (name) =>
    JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')),
  );
  if (!loaded.ok) throw new Error(`The dataset does not parse: ${JSON.stringify(loaded.error[0])}`);
  dataset = loaded.value;
  const source = memorySource(dataset);
  for (const { id } of dataset.entities) {
    const [profile, card] = await Promise.all([profileOf(source, id, []), cardOf(source, id, [])]);
    if (profile.ok) profiles.push(profile.value);
    if (card.ok) cards.push(card.value);
  }
});

const nothing = () => undefined;

const WORDS = {
  'zh-Hans': createTranslate(parseCatalogue(zhHans), 'zh-Hans'),
  en: createTranslate(parseCatalogue(en), 'en'),
};

function viewIn(language: keyof typeof WORDS) {
  return { prefs: prefsIn(language), t: WORDS[language] };
}

/** What a view holds, read from its HTML. */
interface Reading {
  text: string;
  /** Chinese text that nothing marks as Chinese: an English view that is half Chinese. */
  stray: string[];
  claims: number;
  /** The statements: the machine-readable date of each, and what names its sources. */
  facts: { date: string; sources: string }[];
  /** What stands above a profile's title, and the place on a card. */
  above: string;
  place: string;
  /** Every line that names sources. */
  notes: string[];
}

function read(html: string): Reading {
  const reading: Reading = {
    text: '',
    stray: [],
    claims: 0,
    facts: [],
    above: '',
    place: '',
    notes: [],
  };
  const open: { lang: string; names: string[] }[] = [];
  const inside = (name: string) => open.some(({ names }) => names.includes(name));
  const parser = new Parser({
    onopentag(tag, { lang, class: classes = '', datetime = '' }) {
      const names = classes.split(' ');
      open.push({ lang: lang ?? open.at(-1)?.lang ?? 'en', names });
      if (names.includes('fact')) reading.facts.push({ date: '', sources: '' });
      if (names.includes('source-note')) reading.notes.push('');
      if (names.includes('fact-claim')) reading.claims += 1;
      const fact = reading.facts.at(-1);
      if (fact && tag === 'time' && inside('fact')) fact.date = datetime;
    },
    ontext(text) {
      reading.text += text;
      const lang = open.at(-1)?.lang ?? 'en';
      if (/\p{Script=Han}/u.test(text) && !lang.startsWith('zh')) reading.stray.push(text);
      if (inside('masthead-kicker')) reading.above += text;
      if (inside('card-place')) reading.place += text;
      if (inside('source-note')) reading.notes.push(reading.notes.pop() + text);
      const fact = reading.facts.at(-1);
      if (fact && inside('fact') && inside('source-note')) fact.sources += text;
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(html);
  return reading;
}

function profileIn(language: keyof typeof WORDS, data: ProfileData): Reading {
  const view = viewIn(language);
  return read(
    renderToString(
      <Profile
        {...view}
        data={data}
        onOpen={nothing}
        onOpenHighlight={nothing}
        copied={null}
        onCopy={nothing}
      />,
    ),
  );
}

function cardIn(language: keyof typeof WORDS, data: CardData): Reading {
  return read(
    renderToString(
      <Card
        {...viewIn(language)}
        data={data}
        pinned={false}
        headingId="name"
        onOpenProfile={nothing}
        onKeepSentence={nothing}
        onNotThis={nothing}
        onPin={nothing}
        onClose={nothing}
        onChoose={nothing}
      />,
    ),
  );
}

/** Every view of every entity is drawn; a busy machine takes its time. */
const PATIENT = { timeout: 60_000 };

it('a profile leads to all that belongs to it, whichever division that is of', () => {
  const related = new Map(profiles.map((one) => [one.entity.id, one.related.map(({ id }) => id)]));
  const targets = dataset.entities.flatMap(({ id, relations }) =>
    relations.filter(({ type }) => type === 'part-of').map(({ target }) => ({ id, target })),
  );
  expect(targets.length).toBeGreaterThan(0);
  for (const { id, target } of targets) expect(related.get(target), target).toContain(id);
});

it('a concept of several divisions is none of the first alone', () => {
  const names = new Map(dataset.entities.map((entity) => [entity.id, entity.names.zhHans]));
  const shared = profiles.flatMap((data) =>
    data.entity.kind === 'concept' && data.entity.divisions.length > 1
      ? [{ data, divisions: data.entity.divisions }]
      : [],
  );
  expect(shared.length).toBeGreaterThan(10);
  for (const { data, divisions } of shared) {
    const { above } = profileIn('zh-Hans', data);
    for (const id of divisions) expect(above, data.entity.id).toContain(names.get(id));
    const card = cards.find(({ entity }) => entity.id === data.entity.id);
    if (!card) throw new Error(`${data.entity.id} has no card.`);
    // On the nation's cards no place is shown.
    if (card.division.id === 'CN') continue;
    expect(cardIn('zh-Hans', card).place).toMatch(`及另外 ${divisions.length - 1} 地`);
  }
});

describe('every entity of the dataset', PATIENT, () => {
  it('has a profile and a card', () => {
    expect(profiles).toHaveLength(dataset.entities.length);
    expect(cards).toHaveLength(dataset.entities.length);
  });

  it('shows every one of its facts, each with a date and a source, claims as claims', () => {
    for (const { entity, ...data } of profiles) {
      const view = profileIn('zh-Hans', { ...data, entity: { ...entity, metrics: [] } });
      for (const fact of onRecord(entity)) expect(view.text).toContain(fact.zh);
      for (const { date, sources } of view.facts) {
        expect(date, entity.id).toMatch(/^\d{4}/);
        expect(sources.length, entity.id).toBeGreaterThan('来源：'.length);
      }
      if (entity.kind !== 'division') {
        const claims = entity.facts.filter((fact) => fact.claim);
        expect(view.claims, entity.id).toBe(claims.length);
      }
    }
  });

  it('says where every figure, fact and ranking comes from', () => {
    for (const data of profiles) {
      for (const note of profileIn('en', data).notes) {
        expect(note.length, data.entity.id).toBeGreaterThan('Source:'.length);
      }
    }
  });

  it('has English for an English reader but for names, document numbers and quotations', () => {
    for (const data of profiles) {
      expect(profileIn('en', data).stray, data.entity.id).toEqual([]);
    }
    for (const data of cards) expect(cardIn('en', data).stray, data.entity.id).toEqual([]);
  });
});
