/** Whether traditional forms, pinyin and texts are written as a reader expects. */

import type { Dataset } from '@/lib/model/dataset';
import type { BilingualText, Entity, Names } from '@/lib/model/entity';
import { traditionalQuotes } from '@/lib/text/traditional';
import { PINYIN_AS_SPOKEN, TRADITIONAL_AS_USED } from './check-exceptions';
import { factsOf } from './check-references';
import { type DatasetProblem, fileOf } from './parse';

/** What a conversion library says; passed in, because the extension itself carries none. */
export interface Reference {
  /** All traditional spellings it accepts for a simplified text. */
  traditional: (simplified: string) => string[];
  /** Syllables with tone marks and sandhi, lower case, one a character; other text left as it is. */
  pinyin: (simplified: string) => string;
}

/** Pinyin without what spelling adds: spaces, hyphens, apostrophes, quotation marks, capitals. */
function pinyinKey(pinyin: string): string {
  return pinyin
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}+×.]/gu, '');
}

function namesOf(entity: Entity): { path: string; names: Names }[] {
  const own = [{ path: 'names', names: entity.names }];
  if (entity.kind !== 'division') return own;
  own.push({ path: 'shortNames', names: entity.shortNames });
  if (entity.capital !== null) own.push({ path: 'capital', names: entity.capital });
  return own;
}

/**
 * True when each character is one that some standard writes there: 門戶 and 平台 may stand together,
 * although Hong Kong writes 門户 and Taiwan 平臺.
 */
function isSpelling(traditional: string, standards: string[]): boolean {
  const characters = [...traditional];
  const lines = standards.map((line) => [...line]).filter((l) => l.length === characters.length);
  return characters.every((character, index) => lines.some((line) => line[index] === character));
}

/** Traditional forms and pinyin agree with the library, apart from the listed few. */
export function checkSpelling(dataset: Dataset, reference: Reference): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  for (const entity of dataset.entities)
    for (const { path, names } of namesOf(entity)) {
      const say = (field: string, message: string) =>
        problems.push({
          file: fileOf(entity.id),
          entity: entity.id,
          path: `${path}.${field}`,
          message,
        });
      const listed = TRADITIONAL_AS_USED.get(names.zhHans);
      const converted = listed === undefined ? reference.traditional(names.zhHans) : [listed];
      const traditional = converted.map(traditionalQuotes);
      if (!isSpelling(names.zhHant, traditional))
        say(
          'zhHant',
          `“${names.zhHant}” is not what OpenCC makes of “${names.zhHans}” (${traditional.join(', ')}); correct it, or list it in check-exceptions.ts with the reason`,
        );
      const spoken = PINYIN_AS_SPOKEN.get(names.zhHans) ?? reference.pinyin(names.zhHans);
      if (pinyinKey(names.pinyin) !== pinyinKey(spoken))
        say(
          'pinyin',
          `“${names.pinyin}” is not how “${names.zhHans}” is read (${spoken}); correct it, or list it in check-exceptions.ts with the reason`,
        );
    }
  return problems;
}

const END_ZH = /[。！？”）》]$/u;
const END_EN = /[.!?”’)"']$/u;
const HAN = /\p{Script=Han}/u;

/** Sentences end, are in their language, and no text is left from a draft. */
export function checkTexts(dataset: Dataset): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  for (const entity of dataset.entities) {
    const texts: [string, BilingualText][] = [
      ['summary', entity.summary],
      ...(entity.description
        ? [['description', entity.description] as [string, BilingualText]]
        : []),
      ...factsOf(entity).map(({ path, fact }): [string, BilingualText] => [path, fact]),
      ...(entity.gaps ?? []).map((gap, index): [string, BilingualText] => [`gaps.${index}`, gap]),
    ];
    for (const [path, text] of texts) {
      const say = (message: string) =>
        problems.push({ file: fileOf(entity.id), entity: entity.id, path, message });
      if (!END_ZH.test(text.zh)) say('the Chinese does not end like a sentence; complete it');
      if (!END_EN.test(text.en)) say('the English does not end like a sentence; complete it');
      if (!HAN.test(text.zh)) say('the Chinese has no Chinese character; translate it');
      if (!/[A-Za-z]{3}/.test(text.en)) say('the English has no English word; translate it');
      if (/\bTODO\b|\bTBD\b|待补|待写/.test(text.zh + text.en)) say('a draft; write it out');
    }
    if (
      entity.description &&
      (entity.description.zh === entity.summary.zh || [...entity.description.zh].length < 12)
    )
      problems.push({
        file: fileOf(entity.id),
        entity: entity.id,
        path: 'description',
        message: 'the paragraph says nothing beyond the summary; say more, or leave it out',
      });
    if (/[。！？].*[。！？]$/u.test(entity.summary.zh))
      problems.push({
        file: fileOf(entity.id),
        entity: entity.id,
        path: 'summary.zh',
        message: 'the summary is more than one sentence; move the rest to the description',
      });
  }
  return problems;
}

/** What a source says of itself or its like; a place in somebody's ranking (全国第一) is no boast. */
const BOAST = /(?:全国|全省|省内)(?:首|第一[个家]|最[大早]|唯一|率先)|被称为|被视为/;

/** A boast is shown as a claim, so that no reader takes it for a finding. */
export function checkClaims(dataset: Dataset): DatasetProblem[] {
  return dataset.entities.flatMap((entity) =>
    factsOf(entity).flatMap(({ path, fact }) => {
      const boast = BOAST.exec(fact.zh);
      if (!boast || fact.claim) return [];
      const message = `“${boast[0]}” is a boast; set "claim": true, or say it plainly`;
      return [{ file: fileOf(entity.id), entity: entity.id, path, message }];
    }),
  );
}
