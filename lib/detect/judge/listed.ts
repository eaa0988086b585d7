import type { Span } from '@/lib/model/span';
import { gapEnd } from '@/lib/text/noise';
import type { Judgement } from '../judgement';
import type { ListRule } from './rule';

/** No gap of a ListRule is longer, in units. */
const LONGEST_GAP = 8;

/** True when nothing but the gap stands between two names; glosses of the former's last character do not count. */
function isJoined(text: string, { end }: Span, { start }: Span, gap: RegExp): boolean {
  const from = gapEnd(text, end);
  if (from < 0 || start - from > LONGEST_GAP) return false;
  return gap.test(text.slice(Math.min(from, start), start));
}

/**
 * A form of few characters counts for more in a list of platforms: 浙里办、随申办、[北京通].
 * @param brief indexes of the judgements of such forms
 */
export function acceptListed(
  text: string,
  judgements: readonly Judgement[],
  brief: readonly number[],
  { name, weight: more, gap }: ListRule,
): void {
  const isPlatform = (judgement: Judgement | undefined) =>
    judgement?.accepted && judgement.traits.kind === 'brief';
  for (const index of brief) {
    const judgement = judgements[index]!;
    const { start, end, accepted, weight } = judgement;
    if (weight <= -more) continue;
    // Only names that overlap this one stand between it and its neighbours: a few steps.
    let left = index - 1;
    while (left >= 0 && judgements[left]!.end > start) left--;
    let right = index + 1;
    while (right < judgements.length && judgements[right]!.start < end) right++;
    const before = judgements[left];
    const after = judgements[right];
    const listed =
      (isPlatform(before) && isJoined(text, before!, judgement, gap)) ||
      (isPlatform(after) && isJoined(text, judgement, after!, gap));
    if (!listed) continue;
    judgement.use = { ...judgement.use, usedAsName: true, listed };
    if (accepted) continue;
    judgement.accepted = true;
    judgement.reasons = [...judgement.reasons, { code: name, weight: more }];
  }
}
