import { type EntityKind, ofEveryKind } from './entity';
import type { DataLanguage, Language } from './languages';

/** What the reader can set. Synced by the browser where it syncs; every field acts at once. */
export interface Settings {
  /** Hosts on which nothing is marked. */
  pausedHosts: string[];
  strength: 'hover' | 'quiet' | 'clear';
  kinds: Record<EntityKind, boolean>;
  /** Only the first mention of an entity in a section is marked. */
  firstOnly: boolean;
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
  /** Download a backup every so many days; 0 is off. */
  backupEveryDays: number;
  /** Where dataset updates come from; empty is off. */
  feed: { url: string; publicKey: string };
}

/** Why a name is not refused: the browser's synced storage takes no more, or nobody answers. */
export type RefusalFailure = 'full' | 'failed';

export const DEFAULT_SETTINGS: Settings = {
  pausedHosts: [],
  strength: 'quiet',
  kinds: ofEveryKind(true),
  firstOnly: false,
  cardSize: 'medium',
  theme: 'auto',
  script: 'page',
  pinyin: true,
  language: 'auto',
  dataLanguage: 'auto',
  panelFollows: false,
  ignored: [],
  backupEveryDays: 0,
  feed: { url: '', publicKey: '' },
};
