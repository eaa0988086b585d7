import { fromBase64 } from '@/lib/bytes/base64';
import { ByteReader } from '@/lib/bytes/byte-reader';
import { PACKED_VARIANTS } from './variants-data';

/**
 * Punctuation that stands for the same thing; all are folded to the first of their group.
 * Title marks keep a group of their own: 《 is evidence for a document's name, “ is not.
 */
const PUNCTUATION = [
  '"“”„‟＂「」『』﹁﹂﹃﹄‘’‚‛＇\'',
  '《〈«',
  '》〉»',
  '(（[［【〔〖﹝﹙⟨｛{<＜﹤〘⦅｟',
  ')）]］】〕〗﹞﹚⟩｝}>＞﹥〙⦆｠',
  '-‐‑‒–—―−－─﹣~～〜∼',
  '·•・‧∙⋅･',
  '+＋﹢',
  '×✕✖',
  '〇○◯',
];

/** What is computed once, at first use: pages that fold nothing pay nothing. */
const cache: { table?: Uint16Array } = {};

/** Undoes pack() of scripts/build-variants.ts. */
function unpackVariants(table: Uint16Array): void {
  const reader = new ByteReader(fromBase64(PACKED_VARIANTS));
  const variants = new Uint16Array(reader.varint());
  for (let i = 0, last = 0; i < variants.length; i++) variants[i] = last += reader.varint();
  for (let i = 0, head = 0; i < variants.length; i++) {
    const step = reader.varint();
    head += step & 1 ? -(step + 1) / 2 : step / 2;
    table[variants[i]!] = head;
  }
}

/** Replaces Kangxi radicals and compatibility ideographs (from PDF text) by what they look like. */
function foldCompatibility(table: Uint16Array, from: number, to: number): void {
  for (let unit = from; unit <= to; unit++) {
    const normal = String.fromCharCode(unit).normalize('NFKC');
    if (normal.length === 1) table[unit] = table[normal.charCodeAt(0)]!;
  }
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit;
  unpackVariants(table);
  foldCompatibility(table, 0x2f00, 0x2fd5);
  foldCompatibility(table, 0xf900, 0xfaff);
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = unit + 0x20;
  // Full-width ASCII lies 0xfee0 above ASCII.
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = table[unit - 0xfee0]!;
  for (const group of PUNCTUATION)
    for (let i = 1; i < group.length; i++) table[group.charCodeAt(i)] = group.charCodeAt(0);
  return table;
}

/**
 * The table behind foldUnit, for loops: 65,536 UTF-16 units to the unit that stands for all that a
 * reader takes for the same. Han variants go to the simplified form (裏 → 里, 颱 → 台, 広 → 广),
 * Latin to half-width lower case, quotation marks, brackets, dashes and dots each to one.
 * Surrogates stay themselves.
 */
export function foldTable(): Uint16Array {
  cache.table ??= buildTable();
  return cache.table;
}

/** One UTF-16 unit folded; see foldTable. */
export function foldUnit(unit: number): number {
  return foldTable()[unit]!;
}

/** Folded at once, in UTF-16 units. */
const CHUNK = 1024;
const units = new Uint16Array(CHUNK);

/** A text folded unit by unit: offsets in the result are offsets in the text. */
export function foldText(text: string): string {
  const table = foldTable();
  let folded = '';
  for (let at = 0; at < text.length; at += CHUNK) {
    const length = Math.min(CHUNK, text.length - at);
    for (let i = 0; i < length; i++) units[i] = table[text.charCodeAt(at + i)]!;
    // Not unit by unit: browsers hold what was put together so as a list, thirty bytes a unit.
    folded += Reflect.apply(String.fromCharCode, null, units.subarray(0, length));
  }
  return folded;
}
