import { type EntityKind, ofEveryKind } from './entity';
import type { DataLanguage, Language } from './languages';

/**
 * What the reader can set. Synced by the browser where it syncs; every field acts at once. What may change
 * the facts themselves, a feed, is none of them: see lib/store/feed.ts.
 */
export interface Settings {
  /** Hosts on which nothing is marked. */
  pausedHosts: string[];
  strength: 'hover' | 'quiet' | 'clear';
  kinds: Record<EntityKind, boolean>;
  /** Only the first mention of an entity in a section is marked. */
  firstOnly: boolean;
  /** Where names are marked: in articles and lists of headlines, or in menus and footers as well. */
  scope: 'article' | 'everywhere';
  /** When the toolbar comes to selected text; `key`: when it is selected with Ctrl (⌘) held. */
  toolbar: 'at-once' | 'pause' | 'key' | 'never';
  cardSize: 'small' | 'medium' | 'large';
  theme: 'auto' | 'light' | 'dark';
  script: 'page' | 'simplified' | 'traditional';
  pinyin: boolean;
  /** Of the interface. */
  language: 'auto' | Language;
  /** Of the dataset's names and texts; `auto` follows the interface. */
  dataLanguage: 'auto' | DataLanguage;
  /** The side panel follows the mention under the pointer. */
  panelFollows: boolean;
  /** Names the reader does not want marked; host '' means everywhere. */
  ignored: { form: string; host: string }[];
  /** What a page may see of the reader: passages kept on it, names of their own entries. */
  shown: { kept: boolean; own: boolean };
  /** Hosts that see neither. */
  shownNothing: string[];
  /** In private windows passages are kept until the window is closed, or not at all. */
  privateKeeping: 'session' | 'refuse';
  /** Download a backup every so many days; 0 is off. */
  backupEveryDays: number;
}

/** Where dataset updates come from: a folder's address and its public key; both empty is off. */
export interface Feed {
  url: string;
  publicKey: string;
}

export const NO_FEED: Feed = { url: '', publicKey: '' };

/** The fields that are lists. */
export type ListName = HostList | 'ignored';

/** Those that list hosts. */
export type HostList = 'pausedHosts' | 'shownNothing';

/** One entry more or less in a list: whoever asks for it may know the list as it was before. */
export type ListChange =
  | { list: HostList; entry: string; holds: boolean }
  | { list: 'ignored'; entry: Settings['ignored'][number]; holds: boolean };

/** The list after a change; an entry that is there already goes to its end. */
export function listWith(
  settings: Settings,
  change: ListChange,
): Partial<Pick<Settings, ListName>> {
  if (change.list !== 'ignored') {
    const others = settings[change.list].filter((host) => host !== change.entry);
    return { [change.list]: change.holds ? [...others, change.entry] : others };
  }
  const { form, host } = change.entry;
  const others = settings.ignored.filter((each) => each.form !== form || each.host !== host);
  return { ignored: change.holds ? [...others, { form, host }] : others };
}

/** What pages on a host may see of the reader. */
export function shownOn({ shown, shownNothing }: Settings, host: string): Settings['shown'] {
  return shownNothing.includes(host) ? { kept: false, own: false } : shown;
}

/** Why a list was not changed: the browser's synced storage takes no more, or nobody answers. */
export type RefusalFailure = 'full' | 'failed';

export const DEFAULT_SETTINGS: Settings = {
  pausedHosts: [],
  strength: 'quiet',
  kinds: ofEveryKind(true),
  firstOnly: true,
  scope: 'article',
  toolbar: 'at-once',
  cardSize: 'medium',
  theme: 'auto',
  script: 'page',
  pinyin: true,
  language: 'auto',
  dataLanguage: 'auto',
  panelFollows: false,
  ignored: [],
  shown: { kept: true, own: true },
  shownNothing: [],
  privateKeeping: 'session',
  backupEveryDays: 0,
};
