import { type CslItem, dateText } from './csl-item';

const TYPES: Record<CslItem['type'], string> = {
  report: 'techreport',
  webpage: 'misc',
  'article-newspaper': 'article',
};

/** What BibTeX and LaTeX would not take as a character. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/**
 * Items as BibTeX, UTF-8. Bodies stand in braces of their own, so that no name is parted; addresses are
 * as they are, for `\url`.
 */
export function writeBibtex(items: readonly CslItem[]): string {
  const keys = new Set<string>();
  return items.map((item) => entryOf(item, keys)).join('\n');
}

function entryOf(item: CslItem, keys: Set<string>): string {
  const [year = '', month = ''] = dateText(item.issued).split('-');
  const authors = (item.author ?? []).map(({ literal }) => `{${escaped(literal)}}`).join(' and ');
  const fields: [string, string | undefined][] = [
    ['title', `{${escaped(item.title)}}`],
    ['author', authors],
    // BibTeX's styles want one for a report; it is the body that issued it.
    ['institution', item.type === 'report' ? authors : ''],
    ['journal', item['container-title'] && escaped(item['container-title'])],
    ['publisher', item.publisher && escaped(item.publisher)],
    ['number', item.number && escaped(item.number)],
    ['year', year],
    ['month', month.replace(/^0/, '')],
    ['date', dateText(item.issued)],
    ['url', item.URL?.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character))],
    ['urldate', dateText(item.accessed)],
    ['langid', item.language === 'zh-CN' ? 'chinese' : 'english'],
    ['note', item.note && escaped(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@${TYPES[item.type]}{${keyOf(item, keys)},\n${lines.join('\n')}\n}\n`;
}

/** A key of letters, digits and hyphens, unlike all before it. */
function keyOf({ id }: CslItem, keys: Set<string>): string {
  const plain = id.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'item';
  let key = plain;
  for (let nth = 2; keys.has(key.toLowerCase()); nth++) key = `${plain}-${nth}`;
  keys.add(key.toLowerCase());
  return key;
}

function escaped(text: string): string {
  return text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/[\\{}#$%&_^~]/g, (character) => SPECIAL[character] ?? character);
}
