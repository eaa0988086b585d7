import { type CslItem, dateText } from './csl-item';

/** Reference types of RIS, as Zotero and EndNote read them. */
const TYPES: Record<CslItem['type'], string> = {
  report: 'RPRT',
  webpage: 'ELEC',
  'article-newspaper': 'NEWS',
};

/**
 * Items as RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): two letters, two spaces, a hyphen, a space;
 * lines end as Windows ends them.
 */
export function writeRis(items: readonly CslItem[]): string {
  return items.map((item) => `${linesOf(item).join('\r\n')}\r\n`).join('\r\n');
}

function linesOf(item: CslItem): string[] {
  const issued = dateText(item.issued);
  const fields: [string, string | undefined][] = [
    ['TY', TYPES[item.type]],
    ['TI', item.title],
    ...(item.author ?? []).map(({ literal }): [string, string] => ['AU', nameWhole(literal)]),
    ['T2', item['container-title']],
    ['PB', item.publisher],
    // Reports have their number there, by what Zotero writes and reads.
    [item.type === 'report' ? 'SN' : 'M1', item.number],
    ['PY', issued.slice(0, 4)],
    ['DA', issued.replaceAll('-', '/')],
    ['UR', item.URL],
    ['Y2', dateText(item.accessed).replaceAll('-', '/')],
    ['LA', item.language],
    ['N1', item.note],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return [...lines, 'ER  - '];
}

/** A comma would part a body's name into a family and a given one. */
function nameWhole(name: string): string {
  return name.replaceAll(',', '，');
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
}
