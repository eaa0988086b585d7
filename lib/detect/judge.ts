import { compareSpans, overlaps } from '@/lib/model/span';
import { textBetween } from './between';
import type { Candidate } from './candidate';
import { weighPerson, weighShip } from './judge/bearers';
import { Evidence } from './judge/evidence';
import type { FormTable, FormTraits } from './judge/forms';
import { Lattice } from './judge/lattice';
import { weighPlace } from './judge/places';
import {
  isCalledIdea,
  isCalledPlatform,
  isQuoted,
  isTitled,
  tailOffset,
  weighPlatform,
} from './judge/platforms';
import { weighRoad } from './judge/roads';
import { buildSigns, SIGN, signOf } from './judge/signs';
import { Tails } from './judge/tails';
import type { Vocabulary } from './judge/vocabulary';
import { weighLake, weighRiver } from './judge/waters';
import { Window } from './judge/window';
import { isCutAtEnd, weighWords } from './judge/word-evidence';
import type { Named, NameUse } from './link';
import { SENSE } from './senses';
import type { Words } from './words';

/** A candidate, weighed. Accepted when the weights of its reasons add up to more than 0. */
export interface Judgement extends Named {
  form: number;
  weight: number;
  accepted: boolean;
  /** What became of an accepted candidate that is no mention in the end. */
  fate: Fate | null;
}

/** In a longer name; in a longer one that only bears this one; without the support it needs. */
export type Fate = 'inside-longer' | 'bears-name' | 'no-context';

/** The dataset's condition on the form is not met. */
const UNMET = -20;
/** The end of a short name is the beginning of the next word (皖事通[办|理], 天府通[办|理]): as sure as a word. */
const CUT_AT_END = -8;
/** What a place in a list of platforms is worth. */
const LISTED = 3;
const LIST_GAP = /^[”’」』"')）]? ?[、，,／/和与及]?[ ]?[“‘「『"'(（]?$/;
const NAME_CODES = new Set(['quoted', 'platform-word', 'platform-verb']);
const PLAIN: NameUse = {
  calledPlatform: false,
  calledIdea: false,
  titled: null,
  usedAsName: false,
  listed: false,
  commonNoun: false,
};

/** Weighs candidates one after another; keeps its tables and one window for all of them. */
export class Judge {
  private readonly window: Window;
  private readonly lattice: Lattice;
  private readonly signs: ReadonlyMap<number, number>;
  private readonly tails: Tails;
  private readonly evidence = new Evidence();

  constructor(
    private readonly forms: FormTable,
    private readonly words: Words,
    vocabulary: Vocabulary,
  ) {
    this.window = new Window(words, vocabulary);
    this.signs = buildSigns(vocabulary);
    this.tails = new Tails(vocabulary);
    this.lattice = new Lattice(words);
  }

  /**
   * Judges the candidates of one text, sorted as scan() sorts them. Returns judgements in the same
   * order, one a candidate if `all`, else without the short names inside full ones that stand;
   * accepted ones may still overlap, see settle().
   */
  judge(text: string, candidates: readonly Candidate[], all: boolean): Judgement[] {
    const { forms, window, evidence } = this;
    const judgements: Judgement[] = [];
    let fullName: Judgement | null = null;
    let divisionEnd = -1;
    let brief = false;
    for (const { start, end, form } of candidates) {
      const traits = forms.traitsOf(form);
      const { kind } = traits;
      const division = kind === 'short' || kind === 'full';
      // 北京 in 北京市 needs no look around it: the full name stands, and nothing can take it back.
      const isInside = kind === 'short' && fullName !== null && end <= fullName.end;
      if (isInside && !all) continue;
      evidence.begin(traits.reasons, traits.prior);
      const settled = kind === 'full' && !this.tails.mayFollow(text, end, this.words);
      if (traits.looksAround && !isInside && !settled) {
        window.read(text, start, end);
        this.weigh(traits, start - divisionEnd);
      }
      const accepted = evidence.weight > 0;
      const judgement: Judgement = {
        start,
        end,
        form,
        senses: forms.sensesOf(form),
        reasons: evidence.reasons,
        use: traits.isLinked ? this.useOf(traits) : PLAIN,
        weight: evidence.weight,
        accepted,
        fate: null,
      };
      judgements.push(judgement);
      if (division && accepted && !isInside) divisionEnd = end;
      if (kind === 'full' && accepted) fullName = judgement;
      if (kind === 'brief') brief = true;
    }
    if (brief) this.acceptListed(text, judgements);
    return judgements;
  }

  /** A form of few characters counts for more in a list of platforms: 浙里办、随申办、[北京通]. */
  private acceptListed(text: string, judgements: Judgement[]): void {
    const isBrief = ({ form }: Judgement) => this.forms.traitsOf(form).kind === 'brief';
    const isPlatform = (judgement: Judgement | undefined) =>
      judgement?.accepted && isBrief(judgement);
    for (const [index, judgement] of judgements.entries()) {
      const { start, end, accepted, weight } = judgement;
      if (weight <= -LISTED || !isBrief(judgement)) continue;
      // Only names that overlap this one stand between it and its neighbours: a few steps.
      let left = index - 1;
      while (left >= 0 && judgements[left]!.end > start) left--;
      let right = index + 1;
      while (right < judgements.length && judgements[right]!.start < end) right++;
      const before = judgements[left];
      const after = judgements[right];
      const listed =
        (isPlatform(before) && isListGap(textBetween(text, before!.end, start))) ||
        (isPlatform(after) && isListGap(textBetween(text, end, after!.start)));
      if (!listed) continue;
      judgement.use = { ...judgement.use, usedAsName: true, listed };
      if (accepted) continue;
      judgement.accepted = true;
      judgement.reasons = [...judgement.reasons, { code: 'listed', weight: LISTED }];
    }
  }

  private useOf(traits: FormTraits): NameUse {
    return {
      calledPlatform: isCalledPlatform(this.window),
      calledIdea: isCalledIdea(this.window),
      titled:
        traits.titles.find(({ tail }) => this.window.follows(tail, tailOffset(this.window)))
          ?.entity ?? null,
      usedAsName: this.evidence.reasons.some(({ code }) => NAME_CODES.has(code)),
      listed: false,
      commonNoun: traits.commonNoun,
    };
  }

  /**
   * Lets the longest stand where accepted candidates overlap; returns those without a fate, in
   * order. What only bears a name goes last, so that the name in it is not found either.
   */
  settle(judgements: readonly Judgement[]): Judgement[] {
    const open: Judgement[] = [];
    let last: Judgement | undefined;
    let overlapping = false;
    for (const judgement of judgements) {
      if (!judgement.accepted || judgement.fate === 'no-context') continue;
      judgement.fate = null;
      if (last !== undefined && judgement.start < last.end) {
        if (judgement.end <= last.end) {
          judgement.fate = 'inside-longer';
          continue;
        }
        overlapping = true;
      }
      open.push(judgement);
      last = judgement;
    }
    const standing = overlapping ? longestOf(open) : open;
    return standing.filter((judgement) => {
      const bearsName = this.forms.traitsOf(judgement.form).flags & SENSE.bearsName;
      if (bearsName) judgement.fate = 'bears-name';
      return !bearsName;
    });
  }

  /** `gap`: characters between the name and the division's name before it. */
  private weigh(traits: FormTraits, gap: number): void {
    const { window, lattice, evidence } = this;
    if (traits.flags & SENSE.needsTitleMarks && !isTitled(window))
      evidence.add('no-title-marks', UNMET);
    if (traits.flags & SENSE.needsQuotes && !isQuoted(window) && !isTitled(window))
      evidence.add('no-quotes', UNMET);
    switch (traits.kind) {
      case 'short':
        weighWords(lattice, window, true, gap === 0, evidence);
        this.weighSigns(traits, gap === 1);
        return;
      case 'full':
        this.tails.weigh(window, evidence);
        return;
      case 'brief':
        weighWords(lattice, window, false, false, evidence);
        weighShip(window, this.words, evidence);
        weighPlatform(window, evidence);
        if (isCutAtEnd(lattice, window)) evidence.add('cut-end', CUT_AT_END);
        return;
      case 'long':
        if (traits.commonNoun && isCutAtEnd(lattice, window)) evidence.add('cut-end', UNMET);
        return;
      case 'described':
        evidence.add('described', UNMET);
        return;
    }
  }

  /** What may make another thing of a division's short name, judging by the characters next to it. */
  private weighSigns(traits: FormTraits, afterDivision: boolean): void {
    const { window, words, evidence, signs } = this;
    const after = signOf(signs, window.after(0));
    const before = signOf(signs, window.before(0));
    if (after & SIGN.road) weighRoad(window, words, evidence);
    if (after & SIGN.place || before & SIGN.within)
      weighPlace(window, words, traits, afterDivision, evidence);
    if (after & SIGN.lake) weighLake(window, evidence);
    if (after & SIGN.ship) weighShip(window, words, evidence);
    weighRiver(window, evidence);
    if (before & SIGN.surname) weighPerson(window, words, evidence);
  }
}

function isListGap(between: string | null): boolean {
  return between !== null && LIST_GAP.test(between);
}

/** Those that stand where accepted candidates overlap: the longest, the earlier of equals; in order. */
function longestOf(judgements: readonly Judgement[]): Judgement[] {
  const length = ({ start, end }: Judgement) => end - start;
  const standing: Judgement[] = [];
  for (let from = 0, to = 0; from < judgements.length; from = to) {
    let { end } = judgements[from]!;
    for (to = from + 1; to < judgements.length && judgements[to]!.start < end; to++)
      end = Math.max(end, judgements[to]!.end);
    const kept: Judgement[] = [];
    for (const judgement of judgements.slice(from, to).sort((a, b) => length(b) - length(a)))
      if (kept.some((longer) => overlaps(longer, judgement))) judgement.fate = 'inside-longer';
      else kept.push(judgement);
    standing.push(...kept.sort(compareSpans));
  }
  return standing;
}
