import { rangeSelector } from '@/lib/dom/element-path';
import type { PageText } from '@/lib/dom/page-text';
import type { Choice, PassageStore } from '@/lib/dom/page-views';
import { callAgain } from '@/lib/messages/call-again';
import type { PassageInText } from '@/lib/messages/passage-schema';
import type { CallError } from '@/lib/messages/protocol';
import type { Highlight } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import type { Span } from '@/lib/model/span';
import type { Part, Passage } from './passage';
import { PlacedPassages } from './placed-passages';
import type { Page } from './text-owner';
import { randomUuid } from './uuid';

/** The passages of the page that is open, and what the reader does with them. The store is the background's. */
export class SavedPassages extends PlacedPassages implements PassageStore {
  /** Ids of passages that were to be kept, by what and where they are, until they are. */
  private readonly unanswered: Record<string, string> = {};

  /**
   * Keeps a span of the page's text, of the page as it is when the reader asks; painted once the
   * store has confirmed it, if the page is still that one.
   */
  async save(text: PageText, span: Span, choice: Choice): Promise<Result<Highlight, CallError>> {
    const passage = passageIn(text, span);
    const about = { ...choice, ...this.pageOf(text, span) };
    // Asked for once more after it failed, or nobody answered, it is the same passage: kept it is once.
    const place = `${about.pageKey} ${span.start} ${span.end}`;
    this.unanswered[place] ??= randomUuid();
    const id = this.unanswered[place];
    const kept = await callAgain('keepPassage', { id, passage, about });
    if (kept.ok) delete this.unanswered[place];
    return this.takeIn(kept, text.parts(span));
  }

  beginNote(id: string): Promise<Result<{ token: string }, CallError>> {
    return callAgain('beginNote', { id });
  }

  beginNew(
    text: PageText,
    span: Span,
    choice: Choice,
  ): Promise<Result<{ token: string }, CallError>> {
    const about = { ...choice, ...this.pageOf(text, span) };
    return callAgain('beginNote', {
      id: randomUuid(),
      fresh: { passage: passageIn(text, span), about },
    });
  }

  /** The page that a span of its text is of, which is not the one addressed while another's stands. */
  private pageOf(text: PageText, span: Span): Page {
    return this.owner.of(text.parts(span).map(({ block }) => block));
  }

  async findDraft(): Promise<string | null> {
    const { pageKey } = this.options.page();
    const found = await callAgain('findDraft', { pageKey });
    return found.ok ? found.value : null;
  }

  async restore(highlight: Highlight): Promise<Result<Highlight, CallError>> {
    return this.takeIn(await callAgain('restoreHighlight', { highlight }));
  }

  /** Shows a passage at the next of the places that are equally its own; false where it has one at most. */
  step(id: string, by: 1 | -1): boolean {
    const passage = this.passages.get(id);
    if (!passage || passage.places.length < 2) return false;
    this.show(passage, passage.step(by));
    return true;
  }

  /**
   * The reader accepts the best candidate of a missing passage as its place, or of several that are equally
   * its own the one it is shown at.
   */
  async acceptCandidate(id: string): Promise<Result<null, CallError>> {
    const missing = this.passages.get(id);
    const text = this.options.pageText();
    const candidate = missing && (missing.candidate ?? shownIn(text, missing));
    if (!missing || !candidate) return err({ code: 'unknown-id', detail: id });
    const { span } = candidate;
    if (text.text.slice(span.start, span.end) !== candidate.text) {
      // The page changed since: at that place stands something the reader never saw.
      missing.lookAgain();
      await this.follow();
      return err({ code: 'unknown-id', detail: id });
    }
    const input = { id, change: {}, passage: passageIn(text, span) };
    const answer = await this.takeIn(await callAgain('updateHighlight', input), text.parts(span));
    return answer.ok ? ok(null) : answer;
  }

  /**
   * Takes in what the store has confirmed, painted where it is known to stand. After a failure
   * nobody knows what was done: what is kept is asked again when something next stirs.
   */
  private async takeIn(
    answer: Result<Highlight, CallError>,
    parts: readonly Part[] = [],
  ): Promise<Result<Highlight, CallError>> {
    if (!answer.ok) {
      this.doubt();
      return answer;
    }
    const passage = this.learn(answer.value);
    if (passage && parts.length > 0) this.show(passage, parts);
    if (passage && passage.parts.length === 0) await this.follow();
    return answer;
  }
}

/** Where a passage that has several places is shown. */
function shownIn(text: PageText, { edges, places }: Passage): { span: Span; text: string } | null {
  const start = edges && places.length > 1 ? text.offsetOf(edges.start) : null;
  const end = edges && text.offsetOf(edges.end);
  if (start === null || end === null) return null;
  return { span: { start, end }, text: text.text.slice(start, end) };
}

/** A span of the page's text, and where it lies among the page's elements where a path can say so. */
function passageIn(text: PageText, span: Span): PassageInText {
  const places = text.places(span);
  const [first] = places;
  const last = places.at(-1);
  const range = first && last && rangeSelector(first.start, last.end);
  return { text: text.text, span, ...(range ? { range } : {}) };
}
