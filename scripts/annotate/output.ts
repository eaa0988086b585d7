import type { Detector, Explained, PageContext } from '@/lib/detect/detect';
import type { EntityId } from '@/lib/model/entity';
import type { Mention, Reason } from '@/lib/model/mention';
import { compareSpans } from '@/lib/model/span';
import type { Options } from './options';
import type { Passage } from './passage';

function jsonLine({ id, text, always }: Passage, mentions: readonly Mention[]): string {
  if (mentions.length === 0 && !always) return '';
  const spans = mentions.map(({ start, end, entity, kind, quiet }) => ({
    ...{ start, end, entity, kind },
    ...(quiet && { quiet }),
  }));
  return `${JSON.stringify(always ? { id, spans } : { id, text, spans })}\n`;
}

/** Line ends and tabs inside a text would break the table. */
function cell(value: unknown): string {
  return String(value).replace(/[\t\r\n]+/g, ' ');
}

function tableRows(
  { id, text }: Passage,
  mentions: readonly Mention[],
  names: EntityNames,
): string {
  return mentions
    .map(({ start, end, kind, entity, rivals }) =>
      [id, start, end, text.slice(start, end), kind, entity, names.get(entity), rivals.join(' ')]
        .map(cell)
        .join('\t'),
    )
    .map((row) => `${row}\n`)
    .join('');
}

function reasonText({ code, weight, text }: Reason): string {
  const sign = weight > 0 ? '+' : '';
  return `${code}${text === undefined ? '' : ` ‘${text}’`} ${sign}${Number(weight.toFixed(1))}`;
}

/** How many characters of context an explanation shows on either side. */
const CONTEXT = 8;

function explanation(text: string, { start, end, mention, senses, reasons }: Explained): string {
  const around = `${text.slice(Math.max(0, start - CONTEXT), start)}[${text.slice(start, end)}]${text.slice(end, end + CONTEXT)}`;
  const rivals = mention?.rivals.length ? ` (or ${mention.rivals.join(', ')})` : '';
  const verdict = mention ? `${mention.entity}${rivals}` : `not ${senses.join(', ')}`;
  return `  ${start}-${end} ${cell(around)}  ${verdict}: ${reasons.map(reasonText).join(', ')}\n`;
}

/** The name of each entity in simplified script. */
export type EntityNames = ReadonlyMap<EntityId, string>;

/** What detects, and what it found is called. */
export interface Annotator {
  detector: Detector;
  names: EntityNames;
}

/** What is printed first. */
export function header({ output }: Options): string {
  return output === 'tsv' ? 'id\tstart\tend\ttext\tkind\tentity\tname\trivals\n' : '';
}

/** What is printed for a passage; '' for nothing. */
export function answer(passage: Passage, { detector, names }: Annotator, options: Options): string {
  const { text, title, section } = passage;
  const page: PageContext = { host: passage.host ?? options.host, title, section };
  if (options.output === 'explain') {
    const explained = detector.explain(text, page);
    if (explained.length === 0 && !passage.always) return '';
    return `${cell(passage.id)}\n${explained.map((one) => explanation(text, one)).join('')}`;
  }
  const named = detector.detect(text, page);
  const quiet = options.pointed ? detector.quiet(text, named, page) : [];
  const mentions = [...named, ...quiet].sort(compareSpans);
  return options.output === 'tsv'
    ? tableRows(passage, mentions, names)
    : jsonLine(passage, mentions);
}
