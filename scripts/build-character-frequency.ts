/**
 * Writes lib/dataset/character-frequency-data.ts: how common each character is in written Chinese,
 * from the word counts of jieba's dictionary (MIT). Run it after an update of @node-rs/jieba:
 * `npx tsx scripts/build-character-frequency.ts`.
 */
import { writeFile } from 'node:fs/promises';
import { dict } from '@node-rs/jieba/dict.js';
import { foldText } from '../lib/text/fold';

/** Characters rarer than 2 in a million are all equally good anchors. */
const RAREST_LEVEL = 1;

const counts = new Map<string, number>();
let total = 0;
for (const line of new TextDecoder().decode(dict).split('\n')) {
  const [word = '', count = '0'] = line.split(' ');
  for (const character of foldText(word)) {
    counts.set(character, (counts.get(character) ?? 0) + Number(count));
    total += Number(count);
  }
}
const levels: string[] = [];
for (const [character, count] of [...counts].sort((a, b) => b[1] - a[1])) {
  const level = Math.floor(Math.log2((count / total) * 1e6));
  if (level < RAREST_LEVEL || character.length > 1) continue;
  levels[level] = (levels[level] ?? '') + character;
}
const rows = Array.from(levels, (characters) => `  ${JSON.stringify(characters ?? '')},`);
await writeFile(
  new URL('@/lib/gazetteer/character-frequency-data.ts', import.meta.url),
  `// Written by scripts/build-character-frequency.ts from jieba's dictionary (MIT); do not edit.\n/** Element n: folded characters that make up 2^n to 2^(n+1) of a million in written Chinese. */\nexport const CHARACTERS_BY_FREQUENCY = [\n${rows.join('\n')}\n];\n`,
);
