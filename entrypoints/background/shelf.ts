import type { CallError } from '@/lib/messages/protocol';
import type { Highlight, HighlightDraft } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import type { HighlightChange } from '@/lib/parse/highlight-schema';

type Answer<T = Highlight> = Promise<Result<T, CallError>>;

/** What may be changed; where it is filed, too. */
export type Change = HighlightChange & Partial<Pick<Highlight, 'pageKey'>>;

/** Where passages are kept: the library, or what a private window has of its own. */
export interface Shelf {
  get(id: string): Answer;
  /** Oldest first. */
  ofPage(pageKey: string): Answer<Highlight[]>;
  /** The same one twice is kept once: the first stands. */
  add(id: string, draft: HighlightDraft): Answer;
  /** @param base the revision that was changed; where another is kept the answer is `conflict` */
  change(id: string, change: Change, base?: number): Answer;
  remove(id: string): Answer;
  /** Puts back what was removed, as it was. */
  restore(highlight: Highlight): Answer;
}
