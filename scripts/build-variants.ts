/**
 * Writes lib/text/variants-data.ts: which characters are ways of writing another one. Run it after
 * an update of opencc-js or a change of the lists below: `npx tsx scripts/build-variants.ts`.
 *
 * Members of a group (里 裏 裡) come from OpenCC's tables for simplified, Taiwan and Hong Kong
 * forms, then from its Japanese ones, then from the lists here. A pair from the last two joins a
 * group only if that does not merge two characters of GB 2312: 芸 is Japanese for 藝 but another
 * word in Chinese, 沪 is 濾 in Japanese and Shanghai here.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { pushVarint } from '@/lib/bytes/byte-reader';

/** Forms on real pages that OpenCC does not list; the first character of each is the usual one. */
const FURTHER_VARIANTS =
  '国囯圀 青靑 回囘囬廻 略畧 告吿 清淸 研硏 市巿 面靣 只衹祇祗 宁寜寕甯 颊頬 果菓 郁欝 阔濶 鉴鍳 赣灨 写冩 籐藤 皋臯皐 厂厰 柳栁 事亊 宝寳 村邨';

/**
 * Code points of the CJK Radicals Supplement and the characters that look the same, from Unicode's
 * EquivalentUnifiedIdeograph property: PDF text has them (陕⻄), and NFKC leaves them alone. Only
 * those that are whole characters, not parts (氵, 讠), can stand in a name.
 */
const RADICALS: Record<string, string> = {
  '⺁': '厂',
  '⺊': '卜',
  '⺌': '小',
  '⺍': '小',
  '⺎': '兀',
  '⺒': '巳',
  '⺓': '幺',
  '⺛': '旡',
  '⺝': '月',
  '⺟': '母',
  '⺠': '民',
  '⺩': '王',
  '⺫': '目',
  '⺮': '竹',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻑': '長',
  '⻓': '长',
  '⻔': '门',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

type Pair = [string, string];

/** OpenCC's character tables: `變 变|…`, a character and the ones it may become. */
async function openccPairs(table: string): Promise<Pair[]> {
  const file = path.join(
    path.dirname(createRequire(import.meta.url).resolve('opencc-js')),
    `../esm-lib/dict/${table}.js`,
  );
  const rows = /^export default "(.*)"/.exec(await readFile(file, 'utf8'))?.[1]?.split('|') ?? [];
  return rows.flatMap((row) => {
    const [from = '', ...to] = row.split(' ');
    return to
      .filter((target) => target !== from && target.length === 1 && from.length === 1)
      .map((target): Pair => [from, target]);
  });
}

/** The 6,763 characters of GB 2312: rows 16 to 87 of its two-byte code. */
function gb2312(): Set<string> {
  const decoder = new TextDecoder('gbk');
  const characters = new Set<string>();
  for (let high = 0xb0; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++)
      characters.add(decoder.decode(new Uint8Array([high, low])));
  return characters;
}

/** Groups under construction: every character points at the members of its group. */
class Groups {
  private readonly groupOf = new Map<string, Set<string>>();
  constructor(private readonly standard: Set<string>) {}

  private group(character: string): Set<string> {
    const found = this.groupOf.get(character) ?? new Set([character]);
    this.groupOf.set(character, found);
    return found;
  }

  join([a, b]: Pair, onlyOneStandard: boolean): void {
    const merged = new Set([...this.group(a), ...this.group(b)]);
    const standard = [...merged].filter((member) => this.standard.has(member)).length;
    if (onlyOneStandard && standard > 1) return;
    for (const member of merged) this.groupOf.set(member, merged);
  }

  /** Each variant with the character it is folded to: the GB 2312 one, the first if several. */
  *pairs(): Generator<Pair> {
    for (const group of new Set(this.groupOf.values())) {
      const members = [...group].sort();
      const head = members.find((member) => this.standard.has(member)) ?? members[0]!;
      for (const member of members) if (member !== head) yield [member, head];
    }
  }
}

/** Pairs sorted by variant, as differences: first all variants, then what each is folded to. */
function pack(pairs: Pair[]): string {
  const bytes: number[] = [];
  const put = (value: number) => pushVarint(bytes, value);
  const sorted = [...pairs].sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));
  let last = 0;
  put(sorted.length);
  for (const [variant] of sorted) {
    put(variant.charCodeAt(0) - last);
    last = variant.charCodeAt(0);
  }
  last = 0;
  for (const [, head] of sorted) {
    const step = head.charCodeAt(0) - last;
    put(step < 0 ? -2 * step - 1 : 2 * step);
    last = head.charCodeAt(0);
  }
  return Buffer.from(bytes).toString('base64');
}

async function main(): Promise<void> {
  const groups = new Groups(gb2312());
  for (const table of ['TSCharacters', 'STCharacters', 'TWVariants', 'HKVariants'])
    for (const pair of await openccPairs(table)) groups.join(pair, false);
  for (const pair of await openccPairs('JPShinjitaiCharacters')) groups.join(pair, true);
  for (const group of FURTHER_VARIANTS.split(' '))
    for (const variant of group.slice(1)) groups.join([group[0]!, variant], true);
  for (const pair of Object.entries(RADICALS)) groups.join(pair, true);

  const packed = pack([...groups.pairs()]);
  const target = new URL('../lib/text/variants-data.ts', import.meta.url);
  await writeFile(
    target,
    `// Written by scripts/build-variants.ts from OpenCC's tables (Apache-2.0); do not edit.\n/** Variants and what they are folded to; fold.ts unpacks it. */\nexport const PACKED_VARIANTS =\n  '${packed}';\n`,
  );
  console.log(`${packed.length} characters, ${gzipSync(packed).length} gzipped`);
}

await main();
