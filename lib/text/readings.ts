import { isHan } from './noise';
import { syllables } from './pinyin';

/** How names are read: the syllables of each stretch that can be read, without tones. */
export type Read = (name: string) => string[][];

/**
 * What no name with pinyin teaches and aliases and former names need: characters, and characters
 * that are read so after the one that stands before them.
 */
const FURTHER =
  '市长 zhang 呼 hu 开 kai 话 hua 换 huan 央 yang 枚 mei 份 fen 所 suo 度 du 略 lve 超 chao 情 qing 防 fang 控 kong 传 chuan 输 shu 投 tou 二 er 洲 zhou 沪 hu 圈 quan 室 shi 股 gu 双 shuang';

/** The characters of a name and its Latin words and numbers, each the size of a syllable. */
function unitsOf(name: string): string[] {
  return name.match(/\p{Script=Han}|[\p{Script=Latin}\d]+/gu) ?? [];
}

/**
 * Learns from names with their pinyin how other names are read. 重 is chóng in 重庆 and zhòng in
 * 重点: a neighbour decides where it was seen beside the character, and most names where not. A
 * character never seen ends a stretch.
 */
export function learnReadings(names: readonly { zhHans: string; pinyin: string }[]): Read {
  const beside = new Map<string, string>();
  const counts = new Map<string, Map<string, number>>();
  for (const { zhHans, pinyin } of names) {
    const units = unitsOf(zhHans);
    const spelled = syllables(pinyin);
    if (units.length !== spelled.length) continue;
    for (const [at, unit] of units.entries()) {
      const syllable = spelled[at]!;
      beside.set(`${unit}${units[at + 1] ?? ''}>`, syllable);
      beside.set(`<${units[at - 1] ?? ''}${unit}`, syllable);
      const ofUnit = counts.get(unit) ?? new Map<string, number>();
      ofUnit.set(syllable, (ofUnit.get(syllable) ?? 0) + 1);
      counts.set(unit, ofUnit);
    }
  }
  const usual = new Map<string, string>();
  const listed = FURTHER.split(' ');
  for (let at = 0; at < listed.length; at += 2) {
    const unit = listed[at]!;
    if (unit.length === 1) usual.set(unit, listed[at + 1]!);
    else beside.set(`<${unit}`, listed[at + 1]!);
  }
  for (const [unit, ofUnit] of counts)
    usual.set(unit, [...ofUnit].reduce((most, one) => (one[1] > most[1] ? one : most))[0]);

  return (name) => {
    const units = unitsOf(name);
    const stretches: string[][] = [[]];
    for (const [at, unit] of units.entries()) {
      const syllable = isHan(unit.charCodeAt(0))
        ? (beside.get(`${unit}${units[at + 1] ?? ''}>`) ??
          beside.get(`<${units[at - 1] ?? ''}${unit}`) ??
          usual.get(unit))
        : unit.toLowerCase();
      if (syllable === undefined) stretches.push([]);
      else stretches.at(-1)!.push(syllable);
    }
    return stretches.filter((stretch) => stretch.length > 0);
  };
}
