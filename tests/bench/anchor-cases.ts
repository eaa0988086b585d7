import { contextDistance } from '@/lib/anchor/distance';
import type { Span } from '@/lib/model/span';
import { foldText } from '@/lib/text/fold';
import {
  addGlosses,
  changeSpace,
  convertScript,
  deleteParagraphs,
  deleteQuote,
  type EdgeSlack,
  type Edit,
  insertParagraphs,
  moveOthers,
  moveQuote,
  removeGlosses,
  splitBlocks,
  wordsAfter,
  wordsAround,
  wordsBefore,
  wordsInside,
} from './anchor-edits';
import { type Corpus, makePage } from './anchor-pages';
import { Chance } from './anchor-random';
import {
  charactersOf,
  copy,
  readTracked,
  SELECTIONS,
  type Selection,
  select,
  type TrackedPage,
  track,
} from './anchor-track';

/** What the edits of a case left of the quote. */
export type Expectation = 'unchanged' | 'intact' | 'inside' | 'gone';

/** A page as saved, what was selected, and the page as it is found later. */
export interface Case {
  kind: string;
  expect: Expectation;
  selection: Selection;
  page: string;
  before: { text: string; span: Span };
  /** `span` is null where the quote is gone. */
  after: { text: string; span: Span | null };
  slack: EdgeSlack;
}

const INTACT: Record<string, Edit> = {
  'words changed before': wordsBefore,
  'words changed after': wordsAfter,
  'words changed on both sides': wordsAround,
  'paragraphs inserted': insertParagraphs,
  'other paragraphs deleted': deleteParagraphs,
  'other paragraphs moved': moveOthers,
  'its paragraph moved': moveQuote,
  'script converted': convertScript,
  'glosses added': addGlosses,
  'glosses removed': removeGlosses,
  'white space changed': changeSpace,
  'paragraphs split': splitBlocks,
};

/** A copy of the quote's blocks elsewhere on the page, with or without some words changed. */
function plantCopy(chance: Chance, page: TrackedPage, corpus: Corpus, similar: boolean): void {
  const held = page.filter((block) => block.some((cell) => cell.quoted));
  const planted = copy(held);
  if (similar) wordsInside(chance, planted, corpus);
  for (const block of planted) for (const cell of block) cell.quoted = false;
  const first = page.findIndex((block) => block.some((cell) => cell.quoted));
  // Of two equal passages near each other nobody can say afterwards which one was deleted.
  const gap = similar ? 0 : 4;
  const isBefore = first > gap && (chance.flip() || first + held.length + gap > page.length);
  const at = isBefore
    ? chance.int(0, first - gap)
    : chance.int(Math.min(page.length, first + held.length + gap), page.length);
  page.splice(at, 0, ...planted);
}

interface Plan {
  kind: string;
  expect: Expectation;
  /** A second, equal or similar passage is on the page from the start. */
  twin?: 'equal' | 'similar';
  edits: Edit[];
}

function plan(chance: Chance): Plan {
  const sort = chance.int(0, 9);
  if (sort === 0) return { kind: 'unchanged', expect: 'unchanged', edits: [] };
  if (sort <= 4) {
    const kind = chance.pick(Object.keys(INTACT));
    if (chance.flip(0.85)) return { kind, expect: 'intact', edits: [INTACT[kind]!] };
    const edits = chance.sample(Object.values(INTACT), chance.int(2, 3));
    return { kind: 'several of these', expect: 'intact', edits };
  }
  if (sort <= 7) {
    const others = chance.flip() ? [] : chance.sample(Object.values(INTACT), 1);
    const kind = others.length > 0 ? 'words inside and another edit' : 'words inside';
    return { kind, expect: 'inside', edits: [wordsInside, ...others] };
  }
  const others = chance.flip(0.7) ? [] : chance.sample(Object.values(INTACT), 1);
  const twin = chance.pick(['equal', 'similar', null] as const);
  const kind = `deleted, ${twin ?? 'nothing'}${twin ? ' passage stays' : ' planted'}`;
  return { kind, expect: 'gone', ...(twin && { twin }), edits: [...others, deleteQuote] };
}

/** A text without spaces and glosses, whichever script it is in. */
function plain(text: string): string {
  return charactersOf(foldText(text));
}

/** How often a passage stands in a text. */
function timesIn(text: string, passage: string): number {
  return plain(text).split(plain(passage)).length - 1;
}

/** Characters on each side of a passage by which one would know it again. */
const SIDE = 64;

/** Two words of Chinese, about: when less than that speaks for one of two places, chance decides. */
const EQUAL_UNITS = 8;

/** A passage with what stood on each side of it, plain. */
interface Passage {
  quote: string;
  prefix: string;
  suffix: string;
}

function passageOf({ text, span }: { text: string; span: Span }): Passage {
  return {
    quote: plain(text.slice(span.start, span.end)),
    prefix: plain(text.slice(0, span.start)).slice(-SIDE),
    suffix: plain(text.slice(span.end)).slice(0, SIDE),
  };
}

/** Indexes at which a passage, which is not empty, stands. */
function boundariesOf(passage: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) places.push(at);
  return places;
}

/**
 * Whether the quote, with up to a fifth of it changed, stands where it stood: between its old
 * surroundings on one side, of which the page's edge is one, and whatever is on the other.
 */
function standsInPlace({ quote, prefix, suffix }: Passage, text: string): boolean {
  const most = Math.floor(quote.length / 5) + 1;
  const near = (edge: number, side: 'before' | 'after') =>
    contextDistance(quote, text, edge, side, most) < most;
  const ends =
    suffix.length === SIDE
      ? boundariesOf(suffix, text)
      : text.endsWith(suffix)
        ? [text.length - suffix.length]
        : [];
  const starts =
    prefix.length === SIDE ? boundariesOf(prefix, text) : text.startsWith(prefix) ? [0] : [];
  return (
    ends.some((at) => near(at, 'before')) || starts.some((at) => near(at + prefix.length, 'after'))
  );
}

/**
 * Cases to which there is no right answer. The quote is gone, but the page is the same as if it had
 * been changed, and the passage like it next to it were gone instead. Or it stands, and so does an
 * equal that is surrounded as the quote was when it was saved, as much as the quote itself now is.
 */
function nobodyCanTell(saved: Passage, after: { text: string; span: Span | null }): boolean {
  const text = plain(after.text);
  const { quote, prefix, suffix } = saved;
  if (!after.span) return standsInPlace(saved, text);
  const here = plain(after.text.slice(0, after.span.start)).length;
  if (!text.startsWith(quote, here)) return false;
  const strangeness = (at: number) =>
    contextDistance(prefix, text, at, 'before', SIDE) +
    contextDistance(suffix, text, at + quote.length, 'after', SIDE);
  const own = strangeness(here);
  return boundariesOf(quote, text).some(
    (at) => at !== here && strangeness(at) <= own + EQUAL_UNITS,
  );
}

/** Edits a page by chance; null when nothing could be selected on it. */
function tryCase(chance: Chance, corpus: Corpus): Case | null {
  const { kind, expect, twin, edits } = plan(chance);
  const selection = chance.pick(SELECTIONS);
  const made = makePage(chance, corpus);
  const page = track(made.blocks);
  if (!select(chance, page, selection)) return null;
  if (twin) plantCopy(chance, page, corpus, twin === 'similar');
  const before = readTracked(page);
  if (!before.span) return null;
  const edited = copy(page);
  const slack = { start: 0, end: 0 };
  for (const edit of edits) {
    const touched = edit(chance, edited, corpus);
    slack.start += touched.start;
    slack.end += touched.end;
  }
  const after = readTracked(edited);
  const saved = passageOf({ ...before, span: before.span });
  // Which of them is the reader's, nobody could say when an edit happens to bring the quote anew.
  if (timesIn(after.text, saved.quote) > timesIn(before.text, saved.quote)) return null;
  if (nobodyCanTell(saved, after)) return null;
  return {
    kind,
    expect,
    selection,
    page: made.kind,
    before: { ...before, span: before.span },
    after,
    slack,
  };
}

/** The case of a seed: always the same one, as long as the dataset is. */
export function makeCase(seed: number, corpus: Corpus): Case {
  const chance = new Chance(seed);
  for (;;) {
    const made = tryCase(chance, corpus);
    if (made) return made;
  }
}
