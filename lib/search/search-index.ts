import MiniSearch from 'minisearch';
import type { Entity, EntityId, EntityKind } from '@/lib/model/entity';
import { nameKey } from '@/lib/text/name-key';
import { withoutTones } from '@/lib/text/pinyin';
import { learnReadings } from '@/lib/text/readings';
import {
  type EnglishDocument,
  englishOf,
  englishWords,
  fullNames,
  hasHan,
  type StoredEntity,
  storedEntity,
  wholeKey,
} from './search-documents';
import { type NameKeys, nameKeys, scoreOfCharacters, scoreOfLetters } from './search-match';

const ENGLISH = {
  fields: ['name'],
  storeFields: [],
  // Tokens are made here; MiniSearch only splits them apart again.
  tokenize: (text: string) => (text === '' ? [] : text.split(' ')),
  processTerm: (term: string) => term,
};

/** Entities indexed in one turn, some 10 ms: whoever asks the background meanwhile is answered. */
const SLICE = 50;

/** Builds the index over all names of the entities and answers it as text, to be stored. */
export async function buildSearchIndex(entities: readonly Entity[]): Promise<string> {
  const read = learnReadings(entities.flatMap(fullNames));
  const english = new MiniSearch<EnglishDocument>(ENGLISH);
  const stored: StoredEntity[] = [];
  for (let at = 0; at < entities.length; at += SLICE) {
    const slice = entities.slice(at, at + SLICE);
    english.addAll(slice.map(englishOf));
    stored.push(...slice.map((entity) => storedEntity(entity, read)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return JSON.stringify({ entities: stored, english });
}

interface IndexedEntity {
  id: EntityId;
  /** Points taken off, so that of two that fit alike a concept or what is nation-wide comes first. */
  behind: number;
  names: { text: string; second: boolean; en: string; keys: NameKeys[] }[];
  latin: Set<string>;
  about: string[];
  /** Each begins with a space: a word begins where one stands before it. */
  aboutEn: string[];
}

/** An index ready to be asked. */
export interface SearchIndex {
  entities: IndexedEntity[];
  english: MiniSearch<EnglishDocument>;
}

/** Which kind gives way to which, of two that fit alike: points taken off. */
const BEHIND: Record<EntityKind, number> = { division: 0, concept: 1, platform: 2, policy: 3 };

function indexed({ id, kind, names, latin, about, aboutEn }: StoredEntity): IndexedEntity {
  return {
    id,
    behind: BEHIND[kind] + (id.startsWith('CN/') ? 0 : 0.5),
    names: names.map(({ text, spelled, second, en }) => ({
      text,
      second: second ?? false,
      en: en ?? '',
      keys: (spelled.length > 0 ? spelled : ['']).map((line) =>
        nameKeys(text, line.split(' ').filter(Boolean)),
      ),
    })),
    latin: new Set(latin),
    about,
    aboutEn: aboutEn.map((text) => ` ${text}`),
  };
}

/** Reads a stored index; throws on text that is none (a broken store). */
export function readSearchIndex(text: string): SearchIndex {
  const stored = JSON.parse(text) as { entities: StoredEntity[]; english: never };
  return {
    entities: stored.entities.map(indexed),
    english: MiniSearch.loadJS<EnglishDocument>(stored.english, ENGLISH),
  };
}

/** An entity the words may mean. */
export interface FoundEntity {
  id: EntityId;
  /** From 0 to 100, as search-match.ts says. */
  score: number;
  /** The name in which the words stand, as written in the dataset; absent when in none of them. */
  name?: string;
}

type Found = Map<IndexedEntity, { score: number; name?: string }>;

/** A further name gives way to an entity's own, even where both are typed whole. */
const SECOND = 0.97;
/**
 * Where words stand only in what is said of an entity: in the summary, or in the description. Much
 * is said of a division.
 */
function scoreOfAbout(texts: string[], { id }: IndexedEntity, isIn: (text: string) => boolean) {
  const at = texts.findIndex(isIn);
  return at < 0 ? 0 : (at === 0 ? 15 : 10) - (id.includes('/') ? 0 : 3);
}

/** A word that fits only the division it belongs to, beside one that fits itself. */
const BY_DIVISION = 0.6;

function findNames(index: SearchIndex, typed: string, score: typeof scoreOfLetters): Found {
  const found: Found = new Map();
  if (typed === '') return found;
  for (const entity of index.entities) {
    let best: { score: number; name?: string } = { score: 0 };
    for (const { text, second, keys } of entity.names) {
      let fits = 0;
      for (const each of keys) fits = Math.max(fits, score(each, typed));
      if (second) fits *= SECOND;
      if (fits > best.score) best = { score: fits, name: text };
    }
    if (best.score > 0) found.set(entity, best);
  }
  return found;
}

function findChinese(index: SearchIndex, words: string): Found {
  const key = nameKey(words);
  const found = findNames(index, key, scoreOfCharacters);
  if ([...key].length > 1)
    for (const entity of index.entities) {
      const score = scoreOfAbout(entity.about, entity, (text) => text.includes(key));
      if (score > 0 && !found.has(entity)) found.set(entity, { score });
    }
  return found;
}

/** How many letters of a word may be wrong: none of a short one, or Shandong is Guangdong. */
function slips(word: string): number | false {
  if (word.length < 4) return false;
  return word.length < 9 ? 1 : 2;
}

/** By English words, all of which must be in the name, if with a slip of the finger. */
function findEnglish(index: SearchIndex, typed: string[]): Map<EntityId, number> {
  const results = index.english.search(
    { queries: typed, combineWith: 'AND' },
    { prefix: true, fuzzy: slips, weights: { prefix: 0.6, fuzzy: 0.2 } },
  );
  const most = results[0]?.score ?? 1;
  return new Map(
    results.map(({ id, score, terms }) => {
      const asTyped = typed.every((word) => terms.some((term) => term.startsWith(word)));
      return [String(id), (asTyped ? 50 : 25) + (10 * score) / most];
    }),
  );
}

function findLatin(index: SearchIndex, words: string): Found {
  const letters = withoutTones(words).replace(/[^a-z0-9]+/g, '');
  const found = findNames(index, letters, scoreOfLetters);
  const typed = englishWords(words);
  const english = findEnglish(index, typed);
  const phrase = typed.join(' ');
  const whole = wholeKey(words);
  const begun = typed.map((word) => ` ${word}`);
  const isSaid = (text: string) => phrase.length > 2 && begun.every((word) => text.includes(word));
  for (const entity of index.entities) {
    const score = entity.latin.has(whole)
      ? 100
      : (english.get(entity.id) ?? scoreOfAbout(entity.aboutEn, entity, isSaid));
    if (score <= (found.get(entity)?.score ?? 0)) continue;
    const former =
      entity.names.find(({ en }) => en === phrase) ??
      entity.names.find(({ en }) => en.includes(phrase));
    found.set(entity, former === undefined ? { score } : { score, name: former.text });
  }
  return found;
}

function find(index: SearchIndex, words: string): Found {
  return hasHan(words) ? findChinese(index, words) : findLatin(index, words);
}

/**
 * Where words apart from each other each fit, as well as the one that fits worst: the entity, or all
 * but one of them its division (浙江 app).
 */
function findEach(index: SearchIndex, words: string[]): Found {
  const each = words.map((word) => find(index, word));
  const byId = new Map(index.entities.map((entity) => [entity.id, entity]));
  const found: Found = new Map();
  for (const entity of new Set(each.flatMap((one) => [...one.keys()]))) {
    const division = byId.get(entity.id.split('/')[0] ?? '');
    const fits = each.map((one) => {
      const ofDivision = division === undefined ? 0 : (one.get(division)?.score ?? 0);
      return one.get(entity) ?? { score: ofDivision * BY_DIVISION };
    });
    const score = Math.min(...fits.map((fit) => fit.score)) * SECOND;
    const name = fits.find((fit) => fit.name !== undefined)?.name;
    if (score > 0) found.set(entity, name === undefined ? { score } : { score, name });
  }
  return found;
}

/** Runs of Chinese characters, and of anything else between spaces. */
function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? [];
}

/**
 * Entities a reader's words may mean, best first. The words may be Chinese in either script,
 * pinyin with or without tones and spaces, initials, or English, or several of these (浙江 zwfw).
 */
export function searchIndex(index: SearchIndex, words: string): FoundEntity[] {
  const text = words.trim();
  if (text === '') return [];
  const found = find(index, text);
  const parts = wordsOf(text);
  if (parts.length > 1)
    for (const [entity, each] of findEach(index, parts))
      if (each.score > (found.get(entity)?.score ?? 0)) found.set(entity, each);
  return [...found]
    .map(([{ id, behind }, fits]) => ({ id, ...fits, score: fits.score - behind }))
    .sort((one, other) => other.score - one.score);
}
