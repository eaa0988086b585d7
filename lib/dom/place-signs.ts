/**
 * What markup and words say of where a text stands. Words of class names and ids are those that
 * content systems use for the same parts everywhere, English and pinyin; they count as whole words.
 */
export type Sign = 'furniture' | 'beside' | null;

/** What is asked of an element. */
export interface Described {
  tag: string;
  role: string;
  /** What its author called it: class and id. */
  called: string;
  /** It stands in an article, in what the page calls its main part, or in an entry of a list. */
  isInArticle: boolean;
}

const FURNITURE_ROLES =
  /^(navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|tablist|tree|directory)$/;

const FURNITURE_WORDS = new Set(
  `mainnav topnav subnav submenu mainmenu daohang bread dqwz weizhi curpos toolbar
   toplink dropdown dropmenu paging login signin search searchbox bottom
   banquan beian friend friends yqlj yqlink links sidebar aside`.split(/\s+/),
);

/** Said of an element alone they mean the site's; with another word (article-header) they do not. */
const FURNITURE_NAMES = /^(header|head|top|banner|masthead|logo|share|tools?)$/;

/** What stands beside an article and is of others; on a page of headlines it is the page's own. */
const BESIDE_WORDS = new Set(
  `related relate relevant xgwz xgxw xgyd xgnr recommend recommended recommends tuijian rank
   ranking hotlist paihang share shares sharebox fenxiang seo comment comments cmt pinglun
   reply replies`.split(/\s+/),
);

/** Beginnings that say the same in front of anything: footer1, navList, breadcrumbNav. */
const FURNITURE_STEMS =
  /^(nav|foot|(bread)?crumb|copyright|friendlink|youlink|topbar|menu|pag(er|in))/;

/** The words of class names and ids: cut at everything that is no letter, and where a capital begins one. */
function wordsOf(called: string): string[] {
  return called
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** A class that begins so says what a part has or is not, or what scripts do with it: `has-sidebar`, `disableAside`. */
const STATES = new Set('has no not non with without enable disable show hide use js is'.split(' '));

/** The words by which an element is called, of its classes only those that say what it is. */
function wordsFor(called: string): string[] {
  return called
    .split(/\s+/)
    .map(wordsOf)
    .filter(([first]) => first !== undefined && !STATES.has(first))
    .flat();
}

/** What an element says by itself of all that stands in it. */
export function signOf({ tag, role, called, isInArticle }: Described): Sign {
  if (/^(nav|menu|aside)$/.test(tag) || FURNITURE_ROLES.test(role)) return 'furniture';
  // Those of an article are its title and its signature.
  if (/^(header|footer)$/.test(tag)) return isInArticle ? null : 'furniture';
  if (/^(body|html|main|article)$/.test(tag)) return null;
  const words = wordsFor(called);
  if (words.some((word) => FURNITURE_WORDS.has(word) || FURNITURE_STEMS.test(word))) {
    return 'furniture';
  }
  if (words.length === 1 && FURNITURE_NAMES.test(words[0] as string)) return 'furniture';
  return words.some((word) => BESIDE_WORDS.has(word)) ? 'beside' : null;
}

/** What stands at the foot of a site, in the words that the law and the state's rules for sites ask for. */
const IMPRINT =
  /版权所有|版權所有|ICP[备備证證]|网站标识码|網站標識碼|公网安备|公網安備|All Rights Reserved|Copyright/i;

/** Says who runs a site; articles say it too, of an event. */
const RUN_BY = /(主办|承办|协办|主管)(单位)?[:：]|技术支持|运维单位|网站地图|举报电话/;
const MOST_RUN_BY_UNITS = 60;

/** Where the reader is among the pages of the site. */
const TRAIL =
  /(当前|现在|所在|目前|當前|現在)的?位置|^\s*(网站|網站)?(首页|首頁)\s*[>＞»›→/-]|^[^。]+[>＞»›][^。]+[>＞»›]/;
const MOST_TRAIL_UNITS = 120;

/** The name of a site and no more, as its head says it, maybe in Latin letters as well; and words to search by. */
const HEAD =
  /(门户|官方|門戶)(网站|網站)[\sA-Za-zÀ-ɏ'’.,&-]*$|^\s*(热门搜索|熱門搜尋|热词|标签|標籤|关键词|关键字|關鍵字|Tags?)\s*[:：]/;
const MOST_HEAD_UNITS = 80;

/** A line about the site is no longer than this; articles on the law name such words, too. */
const MOST_IMPRINT_UNITS = 400;

/** True when a block says who runs something. */
export function isRunBy(text: string, units: number): boolean {
  return units < MOST_RUN_BY_UNITS && RUN_BY.test(text);
}

/** True when a block's text is of the site and not of the page. */
export function isOfSite(text: string, units: number): boolean {
  if (isImprint(text, units)) return true;
  if (units < MOST_HEAD_UNITS && HEAD.test(text)) return true;
  return units < MOST_TRAIL_UNITS && TRAIL.test(text);
}

/** True when the line is about the site in words that no article has. */
export function isImprint(text: string, units: number): boolean {
  return units < MOST_IMPRINT_UNITS && IMPRINT.test(text);
}

/** A sentence has so many units at least, … */
const SENTENCE_UNITS = 25;
/** … and less than this share of them in links. */
const MOST_LINKED = 0.35;

/** True when a block is sentences. Counts are without white space. */
export function isProse(
  text: string,
  { units, linked }: { units: number; linked: number },
): boolean {
  return (
    units >= SENTENCE_UNITS && linked < MOST_LINKED * units && /[。；！？]|，[^，]*，/.test(text)
  );
}

/** A link and no more is the title of another text from this length on, in units. */
const LINKED_TITLE_UNITS = 8;

/** True when a block is the title of another text. Counts are without white space. */
export function isLinkedTitle({ units, linked }: { units: number; linked: number }): boolean {
  return linked >= LINKED_TITLE_UNITS && linked >= 0.9 * units;
}

const DAY = String.raw`\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?`;
/** When a text was published: the day, and its time or the word for it; lists of texts give days beside links. */
const TIME = new RegExp(
  String.raw`${DAY}\s*\d{1,2}[:：]\d{2}|[布佈间間期][:：]\s*${DAY}|${DAY}\s*[来來]源`,
);
const MOST_TIME_UNITS = 80;

/** True when a block says when the text near it was published. Counts are without white space. */
export function isTime(
  text: string,
  { units, linked }: { units: number; linked: number },
): boolean {
  return units < MOST_TIME_UNITS && linked < units / 2 && TIME.test(text);
}

/** Below this a title, or a line of one that is cut into several, says nothing of a page. */
const LINE_UNITS = 8;
const TITLE_UNITS = 10;
/** A title that is nothing but the name of a site is shorter than this. */
const WHOLE_TITLE_UNITS = 16;

/** True when a text that is no link is the document's title, or a line of it, without the site's name. */
export function isTitleOf(
  documentTitle: string,
  text: string,
  { units, linked }: { units: number; linked: number },
): boolean {
  if (linked > 0 || units < LINE_UNITS || units > 200) return false;
  const title = ownTitle(documentTitle);
  if (title === '') return false;
  const line = text.replace(/\s+/g, '');
  return title.includes(line) || line.includes(title);
}

/** The last title asked for, which is that of the page, and what `ownTitle` answered. */
let known = { documentTitle: '', own: '' };

/** A document's title without the site's name; '' where that is all there is. */
function ownTitle(documentTitle: string): string {
  if (documentTitle === known.documentTitle) return known.own;
  const parts = documentTitle.replace(/\s+/g, '').split(/[|｜_—–-]+/);
  // Names of sites have more Latin letters.
  const title = parts.reduce((longest, part) => (hanIn(part) > hanIn(longest) ? part : longest));
  const least = parts.length > 1 ? TITLE_UNITS : WHOLE_TITLE_UNITS;
  known = { documentTitle, own: title.length < least ? '' : title };
  return known.own;
}

function hanIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** The part of a host that an organisation registered: `gov.cn` and the like are not one. */
export function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const isShared = /^(gov|com|net|org|edu|ac)$/.test(labels.at(-2) ?? '');
  return labels.slice(isShared ? -3 : -2).join('.');
}

/** True for the address of a file to be kept: what is attached to a text belongs to it. */
export function isFile(address: string): boolean {
  return /\.(docx?|wps|xlsx?|et|pptx?|pdf|ofd|csv|txt|zip|rar|7z)$/i.test(address);
}
