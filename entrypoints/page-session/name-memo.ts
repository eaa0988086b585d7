import type { NameSection } from '@/lib/detect/find-names';
import type { Mention } from '@/lib/model/mention';

/** Text that is remembered, in UTF-16 units; when there is more, all is forgotten before the next question. */
const MAX_UNITS = 400_000;

/** What was found in texts of a page, by heading and text: the same text names the same there. */
export class NameMemo {
  private readonly found = new Map<string, Map<string, Mention[]>>();
  private units = 0;
  private page = '';
  private forgotten = 0;

  /** Changes whenever all is forgotten: what was known then is to be asked again. */
  get edition(): number {
    return this.forgotten;
  }

  /** What is known holds for this page alone, as it is described: title, host, what is refused. */
  turnTo(page: string): void {
    if (page !== this.page || this.units > MAX_UNITS) this.forget();
    this.page = page;
  }

  forget(): void {
    this.found.clear();
    this.units = 0;
    this.forgotten++;
  }

  /** What is not known of the texts, section by section. */
  unknown(sections: readonly NameSection[]): NameSection[] {
    return sections
      .map(({ heading, texts }) => {
        const known = this.found.get(heading);
        return { heading, texts: [...new Set(texts.filter((text) => !known?.has(text)))] };
      })
      .filter(({ texts }) => texts.length > 0);
  }

  /** Remembers the mentions of each text. */
  keep(sections: readonly NameSection[], mentions: readonly Mention[][]): void {
    let next = 0;
    for (const { heading, texts } of sections)
      for (const text of texts) {
        this.under(heading).set(text, mentions[next++] ?? []);
        this.units += text.length;
      }
  }

  /** The mentions of each text, in order. */
  known(sections: readonly NameSection[]): Mention[][] {
    return sections.flatMap(({ heading, texts }) => {
      const known = this.found.get(heading);
      return texts.map((text) => known?.get(text) ?? []);
    });
  }

  private under(heading: string): Map<string, Mention[]> {
    const known = this.found.get(heading) ?? new Map<string, Mention[]>();
    this.found.set(heading, known);
    return known;
  }
}
