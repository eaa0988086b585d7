import { compareSpans } from '@/lib/model/span';
import { textBetween } from './between';
import type { Candidate } from './candidate';
import type { FormKind } from './form-traits';
import { Evidence } from './judge/evidence';
import type { FormTable, FormTraits } from './judge/forms';
import { Lattice } from './judge/lattice';
import {
  aspectOf,
  isCalledIdea,
  isCalledPlatform,
  NAME_RULES,
  tailOffset,
} from './judge/platforms';
import type { ListRule, Look, Rule } from './judge/rule';
import type { RuleTable } from './judge/rules';
import { buildSigns, signsAt } from './judge/signs';
import { Tails } from './judge/tails';
import type { Vocabulary } from './judge/vocabulary';
import { Window } from './judge/window';
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

const PLAIN: NameUse = {
  calledPlatform: false,
  calledIdea: false,
  aspect: null,
  titled: null,
  usedAsName: false,
  listed: false,
  commonNoun: false,
  number: false,
};

/** Weighs candidates one after another; keeps its tables and one window for all of them. */
export class Judge {
  private readonly window: Window;
  private readonly tails: Tails;
  private readonly signs: ReadonlyMap<number, number>;
  private readonly lattice: Lattice;
  /** Rules by the kind of form and its signs, put together when first asked for. */
  private readonly rulesFor: Readonly<Record<FormKind, (readonly Rule[])[]>> = {
    short: [],
    full: [],
    group: [],
    brief: [],
    long: [],
    described: [],
  };
  private readonly evidence = new Evidence();
  private readonly divisionNames: ReadonlySet<string>;

  constructor(
    private readonly forms: FormTable,
    private readonly words: Words,
    vocabulary: Vocabulary,
    private readonly table: RuleTable,
  ) {
    this.window = new Window(words, vocabulary);
    this.tails = new Tails(vocabulary);
    this.signs = buildSigns(vocabulary);
    this.lattice = new Lattice(words);
    this.divisionNames = forms.divisionNames(words);
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
    if (brief) for (const rule of this.table.lists) this.acceptListed(text, judgements, rule);
    return judgements;
  }

  /** A form of few characters counts for more in a list of platforms. */
  private acceptListed(
    text: string,
    judgements: Judgement[],
    { name, weight: more, gap }: ListRule,
  ) {
    const isGap = (between: string | null) => between !== null && gap.test(between);
    const isBrief = ({ form }: Judgement) => this.forms.traitsOf(form).kind === 'brief';
    const isPlatform = (judgement: Judgement | undefined) =>
      judgement?.accepted && isBrief(judgement);
    for (const [index, judgement] of judgements.entries()) {
      const { start, end, accepted, weight } = judgement;
      if (weight <= -more || !isBrief(judgement)) continue;
      // Only names that overlap this one stand between it and its neighbours: a few steps.
      let left = index - 1;
      while (left >= 0 && judgements[left]!.end > start) left--;
      let right = index + 1;
      while (right < judgements.length && judgements[right]!.start < end) right++;
      const before = judgements[left];
      const after = judgements[right];
      const listed =
        (isPlatform(before) && isGap(textBetween(text, before!.end, start))) ||
        (isPlatform(after) && isGap(textBetween(text, end, after!.start)));
      if (!listed) continue;
      judgement.use = { ...judgement.use, usedAsName: true, listed };
      if (accepted) continue;
      judgement.accepted = true;
      judgement.reasons = [...judgement.reasons, { code: name, weight: more }];
    }
  }

  private useOf(traits: FormTraits): NameUse {
    return {
      calledPlatform: isCalledPlatform(this.window),
      calledIdea: isCalledIdea(this.window),
      aspect: traits.hasAspect ? aspectOf(this.window) : null,
      titled:
        traits.titles.find(({ tail }) => this.window.follows(tail, tailOffset(this.window)))
          ?.entity ?? null,
      usedAsName: this.evidence.reasons.some(({ code }) => NAME_RULES.has(code)),
      listed: false,
      commonNoun: traits.commonNoun,
      number: traits.number,
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

  /** Adds what the rules say of the name in the window. */
  private weigh(traits: FormTraits, gap: number): void {
    const { window, words, lattice, tails, evidence } = this;
    const signs = traits.signs | signsAt(this.signs, window.before(0), window.after(0));
    const rulesFor = this.rulesFor[traits.kind];
    rulesFor[signs] ??= this.table.rules.filter(
      (rule) => rule.of.includes(traits.kind) && (rule.signs === 0 || rule.signs & signs),
    );
    const rules = rulesFor[signs];
    if (rules.length === 0) return;
    const { corrections } = this.table;
    const { divisionNames } = this;
    const look: Look = { window, words, lattice, tails, corrections, traits, gap, divisionNames };
    this.ask(rules, look);
    if (evidence.weight > 0) return;
    const { rescues } = this.table;
    this.ask(
      rescues.filter(({ of }) => of.includes(traits.kind)),
      look,
    );
  }

  private ask(rules: readonly Rule[], look: Look): void {
    for (const rule of rules) {
      const finding = rule.weigh(look);
      if (finding !== null) this.evidence.add(rule.name, finding.weight, finding.text);
    }
  }
}

/** Those that stand where accepted candidates overlap: the longest, the earlier of equals; in order. */
function longestOf(judgements: readonly Judgement[]): Judgement[] {
  const length = ({ start, end }: Judgement) => end - start;
  const standing: Judgement[] = [];
  for (let from = 0, to = 0; from < judgements.length; from = to) {
    let { end } = judgements[from]!;
    for (to = from + 1; to < judgements.length && judgements[to]!.start < end; to++)
      end = Math.max(end, judgements[to]!.end);
    if (to === from + 1) {
      standing.push(judgements[from]!);
      continue;
    }
    const first = judgements[from]!.start;
    const covered = new Uint8Array(end - first);
    const kept: Judgement[] = [];
    // What stands is at least as long: it overlaps a shorter one at one of its ends.
    for (const judgement of judgements.slice(from, to).sort((a, b) => length(b) - length(a)))
      if (covered[judgement.start - first] || covered[judgement.end - 1 - first])
        judgement.fate = 'inside-longer';
      else {
        kept.push(judgement);
        covered.fill(1, judgement.start - first, judgement.end - first);
      }
    for (const judgement of kept.sort(compareSpans)) standing.push(judgement);
  }
  return standing;
}
