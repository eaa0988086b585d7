import type { EntityId } from '@/lib/model/entity';
import type { Mention } from '@/lib/model/mention';
import { compareSpans, overlaps, type Span } from '@/lib/model/span';
import { stemOf, yearStart } from '@/lib/text/document-number';
import { isHan } from '@/lib/text/noise';
import { pointingWords } from './pointing-words';
import { type DivisionTypes, pointable, Settler, type Speakers } from './settle-pointing';

/** What the gazetteer knows of who speaks and who issues. */
export interface QuietTable {
  divisionTypes: DivisionTypes;
  /** The division of the body that numbers its documents with a stem: 浙政 of 浙政发〔2018〕5号. */
  issuers: ReadonlyMap<string, EntityId>;
}

const NUMBERED = { kind: 'division', quiet: 'numbered' } as const;
/** What document numbers end with. */
const NUMBER_MARKS = '号號';
/** No stem is longer. */
const LONGEST_STEM = 8;
/** Divisions' characters that cities number their documents with too: 宁政发 is Nanjing's as well. */
const SHARED = /^[宁寧青吉新云雲]/;

/** Numbers of documents of known issuers; of those a city may mean, where the division is named. */
function documentNumbers(
  text: string,
  { issuers }: QuietTable,
  isNamed: (division: EntityId) => boolean,
): Mention[] {
  const found: Mention[] = [];
  for (const mark of NUMBER_MARKS)
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      const open = yearStart(text, at + 1);
      if (open < 0) continue;
      let start = open;
      while (start > 0 && open - start < LONGEST_STEM && isHan(text.charCodeAt(start - 1))) start--;
      for (; start < open; start++) {
        const stem = stemOf(text.slice(start, open));
        const entity = issuers.get(stem);
        if (entity === undefined || (SHARED.test(stem) && !isNamed(entity))) continue;
        const span = { start, end: at + 1 };
        found.push({ ...span, ...NUMBERED, entity, rivals: [], reasons: [] });
        break;
      }
    }
  return found;
}

/** What a text only points at or numbers, beside the mentions that were found in it; in order. */
export function quietMentions(
  text: string,
  mentions: readonly Mention[],
  speakers: Speakers,
  table: QuietTable,
): Mention[] {
  const divisions = mentions.filter(({ kind }) => kind === 'division');
  const { section, title, host } = speakers;
  const isNamed = (id: EntityId) =>
    host === id ||
    section.includes(id) ||
    title.includes(id) ||
    divisions.some(({ entity }) => entity === id);
  const found = documentNumbers(text, table, isNamed);
  const words = apart(pointingWords(text), mentions);
  if (found.length + words.length === 0) return found;
  const settler = new Settler(text, divisions, speakers, table.divisionTypes);
  for (const word of words) {
    const settled = settler.settle(word);
    if (settled === null) continue;
    const { start, end, pointed } = word;
    const { division: entity, reason } = settled;
    const rivals = entity === '' ? pointable(pointed, table.divisionTypes) : [];
    const reasons = reason ? [reason] : [];
    found.push({ start, end, entity, kind: 'division', rivals, reasons, quiet: 'pointing' });
  }
  return apart(found.sort(compareSpans), mentions);
}

/** Those that overlap none of the mentions; both in order. */
function apart<S extends Span>(spans: readonly S[], mentions: readonly Mention[]): S[] {
  let next = 0;
  return spans.filter((span) => {
    while (next < mentions.length && mentions[next]!.end <= span.start) next++;
    const mention = mentions[next];
    return mention === undefined || !overlaps(mention, span);
  });
}
