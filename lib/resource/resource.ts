import { err, ok, type Result } from '@/lib/model/result';

/** The first pause after a failure, in ms; it doubles with each further failure in a row, up to the longest. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * `asked`: an answer is on its way; `known`: it came; `failed`: the last question failed, and is
 * asked again. `value` is what was known last: it holds until there is something newer.
 */
export type ResourceState<T> =
  | { name: 'unasked' | 'asked' | 'failed'; value: T | null }
  | { name: 'known'; value: T };

export interface ResourceOptions<T> {
  /** Asks once; rejects, or answers null, when there is no answer. */
  ask(): Promise<T | null>;
  /** Told of every failure, with what `ask` threw; null where it answered null. */
  onFailed?(error: unknown): void;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
}

/**
 * Something that is asked for and may fail: a dataset, settings, a database. The question is asked
 * when somebody first needs the answer; one that fails is asked again the next time somebody does,
 * after a pause that grows with each failure in a row. Never more than one question is under way.
 */
export class Resource<T> {
  private current: ResourceState<T> = { name: 'unasked', value: null };
  private asking: Promise<void> | null = null;
  /** Counts what was put or forgotten: an answer to an older question must not undo it. */
  private edition = 0;
  private failures = 0;
  private failedAt = 0;

  constructor(private readonly options: ResourceOptions<T>) {}

  get state(): ResourceState<T> {
    return this.current;
  }

  /** What is known, or was last; null before the first answer. */
  get value(): T | null {
    return this.current.value;
  }

  /** How long until a failed question may be asked again, in ms; 0 when it may be now. */
  get pause(): number {
    if (this.current.name !== 'failed') return 0;
    const length = Math.min(FIRST_PAUSE_MS * 2 ** (this.failures - 1), LONGEST_PAUSE_MS);
    return Math.max(0, this.failedAt + length - this.options.now());
  }

  /** The answer: known, on its way, or asked for now. `failed` also while the pause after a failure lasts. */
  async get(): Promise<Result<T, 'failed'>> {
    for (;;) {
      if (this.current.name === 'known') return ok(this.current.value);
      if (this.pause > 0) return err('failed');
      await this.renew();
      if (this.state.name === 'failed') return err('failed');
    }
  }

  /** Asks now, whatever is known and however lately it failed; what is known holds meanwhile. */
  renew(): Promise<void> {
    this.asking ??= this.question();
    return this.asking;
  }

  /** What it is about has changed: asks again, if it was ever asked. */
  async renewAfterChange(): Promise<void> {
    // The answer to a question that is under way may be of before the change.
    if (this.current.name === 'asked') await this.renew();
    if (this.current.name !== 'unasked') await this.renew();
  }

  /** Takes what somebody else told: it is newer than any answer on its way. */
  put(value: T): void {
    this.change({ name: 'known', value });
  }

  /** What is known holds no more: the next who needs it asks anew. */
  forget(): void {
    this.change({ name: 'unasked', value: null });
  }

  private change(state: ResourceState<T>): void {
    this.edition++;
    this.asking = null;
    this.failures = 0;
    this.current = state;
  }

  private async question(): Promise<void> {
    const { edition } = this;
    this.current = { name: 'asked', value: this.current.value };
    let answer: T | null = null;
    let failure: unknown = null;
    try {
      answer = await this.options.ask();
    } catch (error) {
      failure = error;
    }
    if (edition !== this.edition) return;
    this.asking = null;
    if (answer !== null) {
      this.put(answer);
      return;
    }
    this.failures++;
    this.failedAt = this.options.now();
    this.current = { name: 'failed', value: this.current.value };
    this.options.onFailed?.(failure);
  }
}
