import { compareSpans } from '@/lib/model/span';
import type { Candidate } from './candidate';
import type { FormTable } from './judge/forms';
import { acceptListed } from './judge/listed';
import type { ListRule } from './judge/rule';
import type { RuleTable } from './judge/rules';
import { PLAIN, useOf } from './judge/use';
import type { Vocabulary } from './judge/vocabulary';
import { Weigher } from './judge/weigher';
import type { Judgement } from './judgement';
import type { Words } from './words';

/** Judges the candidates of texts. */
export class Judge {
  private readonly weigher: Weigher;
  private readonly lists: readonly ListRule[];

  constructor(
    private readonly forms: FormTable,
    words: Words,
    vocabulary: Vocabulary,
    table: RuleTable,
  ) {
    this.weigher = new Weigher(forms, words, vocabulary, table);
    this.lists = table.lists;
  }

  /**
   * Judges the candidates of one text, sorted as scan() sorts them. Returns judgements in the same
   * order, one a candidate if `all`, else without the short names inside full ones that stand;
   * accepted ones may still overlap, see settle().
   */
  judge(text: string, candidates: readonly Candidate[], all: boolean): Judgement[] {
    const { forms, weigher } = this;
    const { evidence } = weigher;
    const judgements: Judgement[] = [];
    let fullName: Judgement | null = null;
    let divisionEnd = -1;
    /** Indexes of the judgements of names of few characters. */
    const brief: number[] = [];
    for (const candidate of candidates) {
      const { start, end, form } = candidate;
      const traits = forms.traitsOf(form);
      const { kind } = traits;
      const division = kind === 'short' || kind === 'full';
      // 北京 in 北京市 needs no look around it: the full name stands, and nothing can take it back.
      const isInside = kind === 'short' && fullName !== null && end <= fullName.end;
      if (isInside && !all) continue;
      evidence.begin(traits.reasons, traits.prior);
      if (!isInside && traits.looksAround && !weigher.isSettled(text, end, kind))
        weigher.weigh(text, candidate, traits, start - divisionEnd);
      const accepted = evidence.weight > 0;
      const judgement: Judgement = {
        start,
        end,
        form,
        traits,
        senses: traits.senses,
        reasons: evidence.reasons,
        use: traits.isLinked ? useOf(weigher, traits) : PLAIN,
        weight: evidence.weight,
        accepted,
        fate: null,
      };
      judgements.push(judgement);
      if (division && accepted && !isInside) divisionEnd = end;
      if (kind === 'full' && accepted) fullName = judgement;
      if (kind === 'brief') brief.push(judgements.length - 1);
    }
    for (const rule of this.lists) acceptListed(text, judgements, brief, rule);
    return judgements;
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
      const { isBearer } = judgement.traits;
      if (isBearer) judgement.fate = 'bears-name';
      return !isBearer;
    });
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
