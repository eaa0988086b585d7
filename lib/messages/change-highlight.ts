import type { Highlight } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import type { HighlightChange } from '@/lib/parse/highlight-schema';
import { callAgain } from './call-again';
import type { CallError } from './protocol';

const FIELDS = ['colour', 'note', 'tags', 'selectors', 'detached'] as const;

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Of what is wanted, what differs from a highlight: an old form must not bring back what it shows. */
function differing(highlight: Highlight, wanted: HighlightChange): HighlightChange {
  const fields = FIELDS.filter((name) => name in wanted && !isSame(wanted[name], highlight[name]));
  return Object.fromEntries(fields.map((name) => [name, wanted[name]]));
}

/**
 * Changes a highlight as the reader saw it: only what they changed is sent, and only over what they
 * saw. Where somebody changed something else meanwhile, both changes hold; where the same, nothing is
 * written and the answer is `conflict`, with what is kept now. Never rejects.
 * @param seen the highlight that the reader changed
 */
export async function changeHighlight(
  seen: Highlight,
  wanted: HighlightChange,
): Promise<Result<Highlight, CallError>> {
  const { id } = seen;
  const change = differing(seen, wanted);
  for (let base = seen.revision; ; ) {
    const answer = await callAgain('updateHighlight', { id, change, base });
    const current = answer.ok ? undefined : answer.error.current;
    if (!current || current.revision === base) return answer;
    const isTheirsToo = FIELDS.some((name) => name in change && !isSame(seen[name], current[name]));
    if (isTheirsToo) return answer;
    base = current.revision;
  }
}
