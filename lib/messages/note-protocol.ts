import type { Highlight } from '@/lib/model/highlight';
import type { Script } from '@/lib/model/languages';
import type { CardData } from '@/lib/model/views';
import type { AboutPassage } from '@/lib/parse/highlight-schema';
import type { HighlightChoice } from '@/lib/parse/note-schema';
import type { PassageInText } from './passage-schema';

/**
 * Calls about what is the reader's alone: by a page's script to begin a note, and by the frame in which
 * it is written, or an own entry shown (entrypoints/note). What is typed is the background's from the
 * first character on.
 */
export interface NoteCalls {
  /**
   * Begins a note, or goes on with one: on a highlight that is kept, or on a passage that is not yet.
   * The token is for one frame in the sender's tab.
   */
  beginNote: {
    input: { id: string; fresh?: FreshPassage };
    output: { token: string };
  };
  /** The newest note begun on a page and neither saved nor thrown away; null when there is none. */
  findDraft: { input: { pageKey: string }; output: string | null };
  /** The frame takes what its token stands for, once. */
  openNote: { input: { token: string }; output: OpenNote };
  /** What has been typed so far. */
  draftNote: { input: { token: string; choice: HighlightChoice }; output: null };
  /**
   * Saves what was typed. Where the highlight was changed elsewhere meanwhile nothing is saved, and
   * the answer is what is kept now; saved once more, what was typed takes its place.
   */
  saveNote: {
    input: { token: string; choice: HighlightChoice };
    output: { keptInstead: HighlightChoice | null };
  };
  /** Throws away what was typed. */
  dropNote: { input: { token: string }; output: null };
  /** Deletes the highlight, and answers it. */
  deleteNote: { input: { token: string }; output: Highlight };
  /** The frame takes the reader's own entry that its token stands for, once. */
  openEntry: { input: { token: string; script: Script }; output: CardData };
}

/** A passage that is not kept yet, on a page as it is now. */
export interface FreshPassage {
  passage: PassageInText;
  about: AboutPassage;
}

/** What the editor opens with. */
export interface OpenNote {
  choice: HighlightChoice;
  /** What is kept; null for a passage that is not. */
  kept: HighlightChoice | null;
  /** Something typed was neither saved nor thrown away. */
  isDraft: boolean;
}
