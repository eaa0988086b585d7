import type { DivisionType } from '@/lib/model/entity';
import type { Span } from '@/lib/model/span';

/** What a word points at: a type of division, or the port and the bay of 本港, 全澳. */
export type Pointed = Exclude<DivisionType, 'nation'> | 'hong-kong' | 'macao';

/**
 * How a word points. `own`: at the speaker's (我省, 本市). `whole`: at what the text speaks of (全省).
 * `body`: by a body of it (省委, 市政府).
 */
export type Manner = 'own' | 'whole' | 'body';

export interface PointingWord extends Span {
  pointed: Pointed;
  manner: Manner;
}

const BODIES =
  '委(?!托|员|派|屈|婉|任|以|身|内瑞|託|員|派|屈|婉|任)|人民政府|政府(?!采购|採購)|人大|政[协協]';
const WORDS = new RegExp(
  `[我本全](?:[省市区區港澳])|(?:省|市)(?:${BODIES})|自治[区區](?:[党黨]委|人民政府|政府)|特[区區]政府`,
  'g',
);
/** Characters that make a word with 我, 本, 全 after them: 资本|市场, 安全|省心, 自我|区别. */
const JOINED_BEFORE: Readonly<Record<string, string>> = {
  我: '自忘小大唯无無真超敌敵',
  本: '资資日成基样樣版脚副剧劇课課根原标標文书書股孤账賬读讀抄译譯台彩蓝藍笔筆刻拓绘繪范範册冊亏虧样人按变變忘治务務',
  全: '安完健齐齊周保顾顧成万萬十双雙求两兩俱不大以',
};
/** Words that the last character begins: 我|省了, 全|市场, 本|区别. */
const JOINED_AFTER: Readonly<Record<string, RegExp>> = {
  省: /^(?:[了下心力钱錢电電油时時事吃俭儉得却卻略悟亲親]|去(?![年冬春夏秋])|人(?=与|與|和|、|外))/,
  市: /^[场場值面价價集井民通]/,
  区: /^[别別分间間块塊位]/,
  區: /^[别別分间間块塊位]/,
  港: /^[口湾灣元币幣股铁鐵岛島台臺]/,
  澳: /^[洲大门門元]/,
};
/** Before 省委, 市政府: what ends a word, so that no city's or country's name does. */
const OPENS_BODY =
  /(?:^|[\s，。、；：！？“”‘’「」『』"（）()《》〈〉【】,;:!?.\d—…·•▲●○■◆]|[由经經向在和与與及为為对對请請报報是将將把原任兼现現的了按据據受给給到从從并並也已日月年天后後前时時让讓使该該实實彻徹照习習合扣同会會送开開席当當加入至]|[省市]委|政府|中共|中国共产党)$/;
const BEFORE = 8;

/** By the character that says what is pointed at. */
const POINTED: Readonly<Record<string, Pointed>> = {
  省: 'province',
  市: 'municipality',
  区: 'autonomous-region',
  區: 'autonomous-region',
  自: 'autonomous-region',
  特: 'sar',
  港: 'hong-kong',
  澳: 'macao',
};

/** True where the characters are this word: not 资[本市]场, 我[省]了. */
function isWord(word: string, before: string, after: string): boolean {
  const [first, last] = [word.charAt(0), word.charAt(1)];
  return (
    !JOINED_BEFORE[first]?.includes(before.slice(-1) || ' ') && !JOINED_AFTER[last]?.test(after)
  );
}

/** The words of a text that point at a division without naming it, in order. */
export function pointingWords(text: string): PointingWord[] {
  const found: PointingWord[] = [];
  // matchAll() makes a RegExp anew for each text, and most texts are short and hold no such word.
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(text); match !== null; match = WORDS.exec(text)) {
    const { 0: word, index: start } = match;
    const end = start + word.length;
    const before = text.slice(Math.max(0, start - BEFORE), start);
    const first = word.charAt(0);
    const isBody = !(first in JOINED_BEFORE);
    const isThere = isBody
      ? OPENS_BODY.test(before)
      : isWord(word, before, text.slice(end, end + 2));
    const pointed = POINTED[isBody ? first : word.charAt(1)];
    if (!isThere || pointed === undefined) continue;
    const manner = isBody ? 'body' : first === '全' ? 'whole' : 'own';
    found.push({ start, end, pointed, manner });
  }
  return found;
}
