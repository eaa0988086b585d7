import type { NameQuestion } from '@/lib/detect/find-names';
import type { GazetteerData } from '@/lib/detect/gazetteer';
import type { Anchoring } from '@/lib/model/anchoring';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import type { Language, Script } from '@/lib/model/languages';
import type { Feed, ListChange, Settings } from '@/lib/model/settings';
import type { PageCard, PageReport } from '@/lib/model/views';
import type { AboutPassage, HighlightChange } from '@/lib/parse/highlight-schema';
import type { FoundNames } from './found-names';
import type { NoteCalls } from './note-protocol';
import type { UpdateOutcome } from './notes';
import type { PassageInText } from './passage-schema';

/**
 * Every call a page makes to the background. `input` is parsed from `unknown` at the far side
 * (parse.ts); `output` is what an `ok` answer carries. Both survive structured cloning.
 */
export interface BackgroundCalls extends DataCalls, SettingsCalls, NoteCalls {
  /**
   * The compiled gazetteer, which lib/gazetteer writes and lib/detect/gazetteer.ts reads. `version`
   * names exactly this one (build, dataset, own entries): null when it is what the page has.
   */
  getGazetteer: {
    input: { version: string | null };
    output: { version: string; gazetteer: GazetteerData | null };
  };
  /** The names in texts of a page. */
  findNames: { input: NameQuestion; output: FoundNames };
  /** The messages of the UI language that views inside a page need; asked when one is first shown. */
  getStrings: {
    input: null;
    output: { language: Language; messages: Record<string, string> };
  };
  /** Puts one of the scripts that come at need into the sender's frame; done when it has run. */
  loadScript: { input: { script: LateScript }; output: null };
  /** The card's data with its Chinese texts in `script`, the one the reader reads. */
  /** `number`: of a document that is no entry, where a division is meant by it. */
  getCard: {
    input: { id: EntityId; rivals: EntityId[]; script: Script; number?: string };
    output: PageCard;
  };
  /** Opens the popup at a profile, or a tab where the browser will not open the popup. */
  openProfile: { input: { id: EntityId }; output: null };
  /** Whether the browser still lets us read the sender's site. */
  mayRead: { input: null; output: boolean };
  /** Sets the badge of the sender's tab; entity ids of one frame, the first it tells of or not. */
  reportNames: { input: { ids: EntityId[]; isFirst: boolean }; output: null };
  /** Frames of the sender's page are gone, or show something else: they are counted no more. */
  framesWent: { input: null; output: null };
  /** Keeps an unexpected error of a page in the local log. */
  reportError: { input: { where: string; message: string }; output: null };
  /** Tells an open side panel which entity is under the pointer. */
  reportPointer: { input: { id: EntityId }; output: null };
  /**
   * Keeps a passage of a page's text, described by what surrounds it. This and the next call are the
   * background's: comparing with a whole page is too much work for one that is being read.
   */
  keepPassage: {
    input: { id: string; passage: PassageInText; about: AboutPassage };
    output: Highlight;
  };
  /**
   * The highlights of a page that were kept on its site, oldest first; also those of `formerKey`,
   * under which 0.1.0 kept them. With a `search` only those of its `ids` that are kept there, each
   * with where it stands in the page's text.
   */
  placePassages: {
    input: { pageKey: string; formerKey?: string; search: { text: string; ids: string[] } | null };
    output: PlacedHighlight[];
  };
  /**
   * Changes a highlight; with a `passage` that is its place from now on. `base` is the revision that
   * was changed; where another is kept the answer is `conflict`, with that.
   */
  updateHighlight: {
    input: { id: string; change: HighlightChange; passage?: PassageInText; base?: number };
    output: Highlight;
  };
  /** Puts back a highlight just deleted, as it was. */
  restoreHighlight: { input: { highlight: Highlight }; output: Highlight };
  deleteHighlight: { input: { id: string }; output: Highlight };
}

/**
 * The scripts that are not in every page: what reads and marks it, where there is something to read;
 * what draws, once something is to be shown; what finds names in it, on pages that never rest.
 */
export const LATE_SCRIPTS = ['page-session', 'page-views', 'page-names'] as const;
export type LateScript = (typeof LATE_SCRIPTS)[number];

/** Settings that several of us write: the background does it for all, one change after another. */
export interface SettingsCalls {
  /** The settings, as far as the sender's page needs them (settings-for-page.ts). */
  getSettings: { input: null; output: Settings };
  /** Puts an entry into a list or takes it out; ask by change-list.ts. Pages: of their own host. */
  changeList: { input: ListChange; output: null };
  /** Replaces all settings by those of a backup. */
  restoreSettings: { input: { settings: unknown }; output: null };
}

export interface PlacedHighlight {
  highlight: Highlight;
  /** Null when it was not looked for. */
  anchoring: Anchoring | null;
}

/**
 * Calls of our own pages to the background, which alone changes the dataset. Web pages are
 * refused (entrypoints/background/ranks.ts).
 */
export interface DataCalls {
  /** Has the library put back where the browser lost it; done when it can be read. */
  openLibrary: { input: null; output: null };
  /** Names the feed, or with empty fields none: then the dataset of the package is the reader's again. */
  saveFeed: { input: Feed; output: null };
  /** Checks the feed now; null when a check is already running. Progress: lib/messages/notes.ts. */
  checkFeed: { input: null; output: UpdateOutcome | null };
  cancelCheck: { input: null; output: null };
  /** Brings the dataset back that was replaced last; answers its version, null when there is none. */
  rollBack: { input: null; output: string | null };
  /**
   * Starts the annotator in a tab where nobody of us answers: of a site we read, or (`once`) of any, which
   * the reader has let us read by pressing our button.
   */
  startInTab: { input: { tabId: number; once: boolean }; output: null };
  /** What is added with a host when the reader has it marked: a site, and the pattern to ask leave for. */
  siteOfHost: { input: { host: string }; output: { site: string; origin: string } };
  /** Replaces the reader's own entries by those of a file (lib/dataset/own-entries.ts). */
  saveOwnEntries: { input: { file: unknown }; output: null };
}

/** Every call the popup, panel and background make to the content script of a tab's frames. */
export interface PageCalls {
  getReport: { input: null; output: PageReport };
  /** Asks at once for what the page could not have, however lately that failed; done when answered. */
  askAgain: { input: null; output: null };
  /** Scrolls to the nth mention (0-based, wraps) of an entity, rings it; those that are shown first. */
  goToMention: { input: { id: EntityId; nth: number }; output: { isShown: boolean } };
  goToHighlight: { input: { id: string }; output: { isShown: boolean } };
  /** Keyboard commands of the browser, relayed; all but the one that keeps. */
  command: { input: { name: PageCommand }; output: null };
  /** Keeps what is selected in this frame; answers once the reader was told what became of it. */
  keepSelection: { input: null; output: null };
  /** Saved highlights of this page changed elsewhere (popup, atlas): read them again. */
  highlightsChanged: { input: null; output: null };
  /** The dataset or the reader's own entries changed: ask for the gazetteer again. */
  datasetChanged: { input: null; output: null };
  /** Settings changed, wherever that was: ask for them again. */
  settingsChanged: { input: null; output: null };
  /** Access to some site was taken back: a page of that site leaves off at once. */
  accessTaken: { input: null; output: null };
  /** Accept the best candidate of a missing highlight. */
  acceptCandidate: { input: { id: string }; output: null };
  /**
   * Shows a highlight at the next of the places that are equally its own (or, by -1, the one before), and
   * goes there. It stays there once that is accepted as a candidate is.
   */
  stepPlace: { input: { id: string; by: 1 | -1 }; output: { isShown: boolean } };
}

export const PAGE_COMMANDS = [
  'next-mention',
  'previous-mention',
  'open-card',
  'toggle-site',
] as const;
export type PageCommand = (typeof PAGE_COMMANDS)[number];

/** Why a call failed; `detail` is for the error log, never shown as it is. */
export interface CallError {
  code:
    | 'bad-request'
    | 'unknown-id'
    | 'no-dataset'
    | 'store-unavailable'
    /** Another window of ours, of another version, does not let go of the store. */
    | 'store-blocked'
    | 'storage-full'
    | 'conflict'
    /** The reader chose to keep nothing in private windows. */
    | 'private'
    /** Nobody listens in that frame. */
    | 'nobody'
    /** Whoever listened went before answering: it may have been done, or not. */
    | 'disconnected'
    | 'reloaded'
    | 'internal';
  detail: string;
  /** Of `conflict`: the highlight as it is kept. */
  current?: Highlight;
}
