import type { NameSection } from '@/lib/detect/find-names';
import type { Block } from '@/lib/dom/block';
import { tornAt } from '@/lib/dom/seams';
import type { Mention } from '@/lib/model/mention';
import { attempt } from './attempt';

/** Text that is asked for in one go, in UTF-16 units. */
export const MOST_UNITS = 64_000;
/** A longer text is searched in parts, in UTF-16 units: no name is long, and no block may be too long. */
const PART_UNITS = 16_000;
/** A part ends where a sentence does, or else a word, as far as there is one in its last stretch of so many units. */
const END_UNITS = 2_000;
const SENTENCE_END = /[。；！？\n][^。；！？\n]*$/;
const WORD_END = /[^\p{L}\p{N}][\p{L}\p{N}]*$/u;

/** A block as it was read: the heading it stands under, and whether it heads what follows. */
export interface Read {
  block: Block;
  heading: string;
  isHeading: boolean;
}

/** The mentions of each text, section by section; null when nobody answers. */
export type Find = (sections: readonly NameSection[]) => Promise<Mention[][] | null>;

/**
 * The mentions of each block, in its own offsets; null when nobody answers.
 * @param onError told what the page's nodes threw where it was looked how they are laid out
 */
export async function findMentions(
  read: readonly Read[],
  find: Find,
  onError: (error: unknown) => void,
): Promise<Mention[][] | null> {
  const whole = read.map((each) => ({ ...each, starts: partsOf(each.block.text) }));
  const found = await findInParts(whole, find);
  if (!found) return null;
  // Names that are visibly torn are looked for again, in the text cut where they are.
  const torn = read.flatMap((each, i) => {
    const cuts = cutsIn(each, found[i] ?? [], onError);
    return cuts.length > 0 ? [{ ...each, i, starts: [0, ...cuts] }] : [];
  });
  const again = await findInParts(torn, find);
  torn.forEach(({ i }, nth) => {
    found[i] = again?.[nth] ?? [];
  });
  return again && found;
}

interface Parted extends Read {
  /** Where the parts of the block's text begin. */
  starts: readonly number[];
}

async function findInParts(blocks: readonly Parted[], find: Find): Promise<Mention[][] | null> {
  const found: Mention[][] = [];
  for (const sections of questionsOf(blocks)) {
    const answer = await find(sections);
    if (!answer) return null;
    for (const mentions of answer) found.push(mentions);
  }
  let next = 0;
  return blocks.map(({ starts }) =>
    starts.flatMap((base) =>
      (found[next++] ?? []).map((each) => ({
        ...each,
        start: each.start + base,
        end: each.end + base,
      })),
    ),
  );
}

/** The texts of blocks, those that follow each other under one heading together, in one or more questions. */
function questionsOf(blocks: readonly Parted[]): NameSection[][] {
  const questions: { heading: string; texts: string[] }[][] = [];
  let units = MOST_UNITS;
  for (const { block, heading, starts } of blocks)
    starts.forEach((start, i) => {
      const text = block.text.slice(start, starts[i + 1]);
      if (units + text.length > MOST_UNITS) {
        questions.push([]);
        units = 0;
      }
      units += text.length;
      const question = questions.at(-1);
      const section = question?.at(-1);
      if (section?.heading === heading) section.texts.push(text);
      else question?.push({ heading, texts: [text] });
    });
  return questions;
}

function partsOf(text: string): number[] {
  const starts = [0];
  for (let start = 0; text.length - start > PART_UNITS; ) {
    const end = start + PART_UNITS;
    const stretch = text.slice(end - END_UNITS, end);
    const sentence = stretch.search(SENTENCE_END);
    const stop = sentence === -1 ? stretch.search(WORD_END) : sentence;
    start = stop === -1 ? end : end - END_UNITS + stop + 1;
    starts.push(start);
  }
  return starts;
}

function cutsIn({ block }: Read, mentions: Mention[], onError: (error: unknown) => void): number[] {
  if (block.nodes.length === 1) return [];
  return attempt(() => mentions.flatMap((each) => tornAt(block, each)), onError) ?? [];
}
