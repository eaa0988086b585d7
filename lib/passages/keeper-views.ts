import type { NoteEnding } from '@/lib/dom/note-port';
import type { Choice, Words } from '@/lib/dom/page-views';

export interface ToolbarContent extends Words {
  /** The lines of the passage as they are now, in viewport coordinates; empty when it is gone. */
  lines(): DOMRect[];
  /** As `KeeperPage.privately`. */
  privately: 'session' | 'refuse' | undefined;
  onKeep(colour: Choice['colour']): void;
  onWrite(): void;
}

/** The toolbar on the screen, as entrypoints/page-views draws it. */
export interface Toolbar {
  readonly isShown: boolean;
  show(content: ToolbarContent): void;
  /** The page was scrolled: the toolbar stays beside its passage, and goes with it. */
  follow(): void;
  hide(): void;
}

export interface NoteContent extends Words {
  token: string;
  /** As the toolbar's; none where it is not known where the passage stands. */
  lines(): DOMRect[];
  /**
   * The reader is done: saved, deleted, thrown away, or closed. Or the page is at fault: it lets nothing be
   * written here (`silent`), or takes what is typed (`taken`).
   */
  onEnd(how: NoteEnding | 'silent' | 'taken'): void;
}

/** The note being written, in a frame of the extension's. */
export interface NoteEditor {
  readonly isShown: boolean;
  /** Something was typed that is not saved. */
  readonly hasTyped: boolean;
  show(content: NoteContent): void;
  follow(): void;
  hide(): void;
}

export interface NoticeContent extends Words {
  text: string;
  action?: { label: string; run(): void };
}

/** The sentence at the foot of the window. */
export interface NoticeHost {
  readonly isShown: boolean;
  show(content: NoticeContent): void;
  hide(): void;
}
