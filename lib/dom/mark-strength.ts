import { ENTITY_KINDS } from '@/lib/model/entity';
import type { Settings } from '@/lib/model/settings';
import clearCss from './strength-clear.css?inline';

/**
 * Off until hover: the marks are there to be found, nothing is drawn. The id that nothing has makes
 * these rules stronger than marks.css, whatever order a browser puts the two in.
 */
const HOVER_CSS = `${[...ENTITY_KINDS, 'tint'].map((name) => `:not(#govgloss)::highlight(govgloss-${name})`).join()} {
  background-color: transparent;
  text-decoration: none;
}`;

const STRENGTH_CSS: Record<Settings['strength'], string> = {
  hover: HOVER_CSS,
  quiet: '',
  clear: clearCss,
};

/**
 * How strong marks are drawn. `quiet` is the stylesheet of the manifest, for which the page needs
 * nothing; the other strengths are an adopted sheet over it, which is no change of the page's tree.
 * Firefox does not let rules of the document reach into shadow roots: there each gets the sheet.
 */
export class MarkStrength {
  private readonly sheet = new CSSStyleSheet();
  private readonly rootSheet: CSSStyleSheet | null;
  private readonly adopters = new Set<DocumentOrShadowRoot>();

  /** @param rootCss marks.css, where rules of the document stop at shadow roots; else null */
  constructor(strength: Settings['strength'], rootCss: string | null = null) {
    this.rootSheet = rootCss === null ? null : new CSSStyleSheet();
    this.rootSheet?.replaceSync(rootCss ?? '');
    this.change(strength);
  }

  change(strength: Settings['strength']): void {
    this.sheet.replaceSync(STRENGTH_CSS[strength]);
    if (strength !== 'quiet') this.adopt(document, this.sheet);
    else this.leave(document);
  }

  /** Lets marks show in an open shadow root. */
  reach(root: ShadowRoot): void {
    if (!this.rootSheet) return;
    this.adopt(root, this.rootSheet);
    this.adopt(root, this.sheet);
  }

  /** Lets go of a root that left the page, or a page that never loads anew would keep all of them. */
  leave(root: DocumentOrShadowRoot): void {
    if (!this.adopters.delete(root)) return;
    this.withdraw(root, this.sheet);
    if (this.rootSheet) this.withdraw(root, this.rootSheet);
  }

  /** Puts back the sheets that the page took out, as it does when it sets its own anew. */
  restore(): void {
    for (const root of this.adopters) {
      if (root instanceof ShadowRoot) this.reach(root);
      else this.adopt(root, this.sheet);
    }
  }

  clear(): void {
    for (const root of this.adopters) this.leave(root);
  }

  private adopt(root: DocumentOrShadowRoot, sheet: CSSStyleSheet): void {
    this.adopters.add(root);
    if (root.adoptedStyleSheets.includes(sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  private withdraw(root: DocumentOrShadowRoot, sheet: CSSStyleSheet): void {
    if (!root.adoptedStyleSheets.includes(sheet)) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  }
}
