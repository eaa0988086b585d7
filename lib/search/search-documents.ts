/** What the search index keeps of an entity: made once, when the dataset is installed. */
import type { Entity, EntityId, EntityKind, FormerName, Names } from '@/lib/model/entity';
import { nameKey } from '@/lib/text/name-key';
import { isHan } from '@/lib/text/noise';
import { syllables, withoutTones } from '@/lib/text/pinyin';
import type { Read } from '@/lib/text/readings';

/** A Chinese name as stored. */
interface StoredName {
  /** As written in the dataset. */
  text: string;
  /** Its syllables without tones, joined by spaces; more than one string where some are unknown. */
  spelled: string[];
  /** Absent for a name of its own; an alias or a former name gives way to it. */
  second?: true;
  /** English words of a former name, joined by spaces. */
  en?: string;
}

/** Of an entity whose summary says all. */
const NOTHING_MORE = { zh: '', en: '' };

/** What is stored of one entity. */
export interface StoredEntity {
  id: EntityId;
  kind: EntityKind;
  names: StoredName[];
  /** Whole names in Latin letters, English and pinyin with its tones (Shǎnxī is not Shānxī). */
  latin: string[];
  /** What is said of it: its summary and its description, each folded. */
  about: string[];
  /** The same in English, each word once, joined by spaces; its names with the summary. */
  aboutEn: string[];
}

/** English words of an entity's names, for MiniSearch. */
export interface EnglishDocument {
  id: EntityId;
  name: string;
}

/** A whole name in Latin letters, tones kept; spaces, case and punctuation do not count. */
export function wholeKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words and numbers in lower case, without accents. */
export function englishWords(text: string): string[] {
  return withoutTones(text).match(/[a-z0-9]+/g) ?? [];
}

/** True when a Chinese character is in the text. */
export function hasHan(text: string): boolean {
  return [...text].some((character) => isHan(character.charCodeAt(0)));
}

/** Names that come with their pinyin and English. */
export function fullNames(entity: Entity): Names[] {
  return entity.kind === 'division' ? [entity.names, entity.shortNames] : [entity.names];
}

/** The other ways to name it that have no pinyin of their own. */
function furtherNames(entity: Entity): FormerName[] {
  const names = [...entity.aliases];
  if (entity.kind === 'policy' && entity.docNumber) names.push(entity.docNumber);
  return [...names.map((name) => ({ name })), ...entity.formerNames];
}

/** The Chinese side of an entity, its aliases read as `read` says. */
export function storedEntity(entity: Entity, read: Read): StoredEntity {
  const spell = (name: string) => read(name).map((stretch) => stretch.join(' '));
  const names: StoredName[] = fullNames(entity).flatMap(({ zhHans, zhHant, pinyin }) => {
    const spelled = [syllables(pinyin).join(' ')];
    const forms = nameKey(zhHant) === nameKey(zhHans) ? [zhHans] : [zhHans, zhHant];
    return forms.map((text) => ({ text, spelled }));
  });
  for (const text of entity.kind === 'division' ? entity.abbreviations : [])
    names.push({ text, spelled: spell(text) });
  for (const { name: text, en } of furtherNames(entity)) {
    const words = en === undefined ? {} : { en: englishWords(en).join(' ') };
    names.push({ text, spelled: spell(text), second: true, ...words });
  }
  const more = entity.description ?? NOTHING_MORE;
  return {
    id: entity.id,
    kind: entity.kind,
    names,
    latin: fullNames(entity).flatMap(({ en, pinyin }) => [wholeKey(en), wholeKey(pinyin)]),
    about: [entity.summary, more].map(({ zh }) => nameKey(zh)),
    aboutEn: [[...englishNames(entity), entity.summary.en].join(' '), more.en].map((text) =>
      [...new Set(englishWords(text))].join(' '),
    ),
  };
}

function englishNames(entity: Entity): string[] {
  const former = entity.formerNames.flatMap(({ en }) => en ?? []);
  const latin = [...entity.aliases, ...former].filter((name) => !hasHan(name));
  return [...fullNames(entity).map(({ en }) => en), ...latin];
}

/** The English names of an entity, as words and as one word. */
export function englishOf(entity: Entity): EnglishDocument {
  const words = englishNames(entity).map(englishWords);
  const name = new Set(words.flatMap((each) => [...each, each.join('')]));
  return { id: entity.id, name: [...name].join(' ') };
}
