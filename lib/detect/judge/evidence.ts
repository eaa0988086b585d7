import type { Reason } from '@/lib/model/mention';

/** Collects the reasons of one candidate after another; most have none but their name's prior. */
export class Evidence {
  weight = 0;
  private collected: Reason[] = [];
  private shared = true;

  /** Begins anew from reasons that many candidates share and that are never changed. */
  begin(shared: Reason[], weight: number): void {
    this.weight = weight;
    this.collected = shared;
    this.shared = true;
  }

  add(code: string, weight: number, text: string): void {
    this.weight += weight;
    if (this.shared) this.collected = [...this.collected];
    this.shared = false;
    this.collected.push(text === '' ? { code, weight } : { code, weight, text });
  }

  /** The reasons so far; the next candidate gets an array of its own. */
  get reasons(): Reason[] {
    return this.collected;
  }
}
