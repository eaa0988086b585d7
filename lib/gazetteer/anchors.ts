import { isHan } from '@/lib/text/noise';
import { CHARACTERS_BY_FREQUENCY } from './character-frequency-data';

/** Frequency in a million of characters too rare to be listed. */
const RARE = 1;
/** Marks and what else is not Han: rare in Chinese, but frequent elsewhere. */
const NOT_HAN = 5000;
/**
 * Latin letters and digits, from the most frequent in English texts and in numbers on: Latin names
 * are found by their z, not by their n, of which any page in English is full.
 */
const NOT_HAN_BY_FREQUENCY = ['0123etaoinsrh', '456789dlucm', 'wfgypb', 'vkjxqz+'];
const MOST_FREQUENT = 8000;

/** How often each UTF-16 unit (folded) is met in a million of ordinary text. */
function weights(): Float32Array {
  const weight = new Float32Array(0x10000);
  for (let unit = 0; unit < weight.length; unit++) weight[unit] = isHan(unit) ? RARE : NOT_HAN;
  for (const [level, characters] of NOT_HAN_BY_FREQUENCY.entries())
    for (const character of characters)
      weight[character.charCodeAt(0)] = MOST_FREQUENT / 3 ** level;
  for (const [level, characters] of CHARACTERS_BY_FREQUENCY.entries())
    for (let i = 0; i < characters.length; i++)
      weight[characters.charCodeAt(i)] = 2 ** (level + 0.5);
  return weight;
}

/** The units that may be the anchor of each key, one after another: the Han ones if it has any. */
function eligibleUnits(keys: readonly string[]) {
  const start = new Uint32Array(keys.length + 1);
  let total = 0;
  for (const key of keys) total += key.length;
  const units = new Uint16Array(total);
  let end = 0;
  for (const [index, key] of keys.entries()) {
    const from = end;
    const take = (wantHan: boolean) => {
      for (let i = 0; i < key.length; i++) {
        const unit = key.charCodeAt(i);
        // A character that repeats counts once.
        if (isHan(unit) === wantHan && key.indexOf(key[i]!) === i) units[end++] = unit;
      }
    };
    take(true);
    if (end === from) take(false);
    start[index + 1] = end;
  }
  return { units, start };
}

/** For each unit the keys in which it is eligible: keys[start[unit]] to keys[start[unit + 1] - 1]. */
function keysByUnit(eligible: ReturnType<typeof eligibleUnits>) {
  const start = new Uint32Array(0x10001);
  for (let i = 0; i < eligible.start.at(-1)!; i++) start[eligible.units[i]! + 1]!++;
  for (let unit = 0; unit < 0x10000; unit++) start[unit + 1]! += start[unit]!;
  const next = start.slice();
  const keys = new Uint32Array(eligible.start.at(-1)!);
  for (let key = 0; key + 1 < eligible.start.length; key++)
    for (let i = eligible.start[key]!; i < eligible.start[key + 1]!; i++)
      keys[next[eligible.units[i]!]!++] = key;
  return { keys, start };
}

/**
 * Chooses one anchor for each key such that all anchors together are as rare in ordinary text as
 * can be: the greedy weighted hitting set (Chvátal 1979: take the character that covers most keys
 * for its frequency, again and again). Swapping single anchors afterwards gained 4 % and is left out.
 * Returns the index of each key's anchor in it, the first where the character repeats.
 */
export function chooseAnchors(keys: readonly string[]): Uint8Array {
  const weight = weights();
  const eligible = eligibleUnits(keys);
  const byUnit = keysByUnit(eligible);
  const gain = new Int32Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++)
    gain[unit] = byUnit.start[unit + 1]! - byUnit.start[unit]!;
  const candidates = Uint16Array.from(new Set(eligible.units)).sort();
  const covered = new Uint8Array(keys.length);
  const chosen = new Uint8Array(0x10000);
  for (let left = keys.length; left > 0; ) {
    let best = candidates[0]!;
    for (const unit of candidates)
      if (gain[unit]! * weight[best]! > gain[best]! * weight[unit]!) best = unit;
    chosen[best] = 1;
    for (let i = byUnit.start[best]!; i < byUnit.start[best + 1]!; i++) {
      const key = byUnit.keys[i]!;
      if (covered[key]) continue;
      covered[key] = 1;
      left--;
      for (let j = eligible.start[key]!; j < eligible.start[key + 1]!; j++)
        gain[eligible.units[j]!]!--;
    }
  }

  return Uint8Array.from(keys, (key, index) => {
    let rarest = -1;
    for (let i = eligible.start[index]!; i < eligible.start[index + 1]!; i++) {
      const unit = eligible.units[i]!;
      if (chosen[unit] && (rarest < 0 || weight[unit]! < weight[rarest]!)) rarest = unit;
    }
    return key.indexOf(String.fromCharCode(rarest));
  });
}
