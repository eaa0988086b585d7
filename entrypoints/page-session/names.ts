import type { NameFinder, NameSection } from '@/lib/detect/find-names';
import { pageTitle } from '@/lib/dom/dom-members';
import { loadScript } from '@/lib/frame/load-script';
import { pageHost } from '@/lib/frame/page-address';
import { callBackground } from '@/lib/messages/client';
import { unpackFound } from '@/lib/messages/found-names';
import type { EntityId } from '@/lib/model/entity';
import type { Mention } from '@/lib/model/mention';
import { Resource } from '@/lib/resource/resource';
import { NameMemo } from './name-memo';

/** A page's title further than this, in UTF-16 units, says nothing that its beginning does not. */
const MAX_TITLE_UNITS = 1_000;
/**
 * A page that changes so often in what it names, with no longer pause than this in ms, never rests: it
 * would keep the background awake, and finds its names itself from then on.
 */
const RESTLESS_CHANGES = 12;
const RESTING_MS = 5 * 60_000;

export interface NamesOptions {
  /** Forms that the reader does not want marked on this page. */
  refused(): readonly string[];
  /** What names there are has changed: what was found holds no more. */
  onRenewed(): void;
  /** A text made the search fail. */
  onError(error: unknown): void;
}

/** What finds names in this page itself, and the key of the gazetteer it stands on. */
interface OwnFinder {
  version: string;
  finder: NameFinder;
}

/**
 * Finds the names in texts of this page: asks the background, which has what that takes for all
 * pages, and remembers its answers, so that what the page shows in turns is asked once.
 */
export class Names {
  /** The division whose pages this host serves, as far as is known. */
  hostDivision: EntityId | null = null;
  private readonly memo = new NameMemo();
  private version: string | null = null;
  private hasAsked = false;
  private changes = 0;
  private lastChange = Number.NEGATIVE_INFINITY;
  private readonly own: Resource<OwnFinder> = new Resource<OwnFinder>({
    ask: () => loadOwnFinder(this.own.value),
    now,
  });

  constructor(private readonly options: NamesOptions) {}

  /** The mentions of each text, section by section; null, or a rejection, when nobody answers. */
  async find(sections: readonly NameSection[]): Promise<Mention[][] | null> {
    const own = this.own.value && (await this.ownFinder());
    const { refused, onError } = this.options;
    const context = { host: pageHost(), title: pageTitle().slice(0, MAX_TITLE_UNITS) };
    const page = { ...context, refused: [...refused()] };
    if (own) {
      this.learn(own.version, own.finder.divisionOfHost(page.host));
      return own.finder.find({ ...page, sections }, onError);
    }
    this.memo.turnTo(JSON.stringify(page));
    const unknown = this.memo.unknown(sections);
    if (unknown.length === 0) return this.memo.known(sections);
    const { edition } = this.memo;
    this.hasAsked = true;
    const answer = await callBackground('findNames', { ...page, sections: unknown });
    if (!answer.ok) return null;
    this.learn(answer.value.version, answer.value.hostDivision);
    // What else was known is not any more.
    if (this.memo.edition !== edition) return this.find(sections);
    this.memo.keep(unknown, unpackFound(answer.value));
    return this.memo.known(sections);
  }

  /** What names there are may have changed. */
  renew(): void {
    this.memo.forget();
    void this.own.renewAfterChange();
  }

  /** All that was read has been asked for: a page that comes to rest here again and again never does. */
  rest(): void {
    if (!this.hasAsked) return;
    this.hasAsked = false;
    const hasRested = now() - this.lastChange > RESTING_MS;
    this.lastChange = now();
    this.changes = hasRested ? 1 : this.changes + 1;
    if (this.changes >= RESTLESS_CHANGES) void this.own.get();
  }

  private async ownFinder(): Promise<OwnFinder | null> {
    await this.own.get();
    return this.own.value;
  }

  private learn(version: string, hostDivision: EntityId | null): void {
    this.hostDivision = hostDivision;
    const isOther = this.version !== null && this.version !== version;
    this.version = version;
    if (!isOther) return;
    this.memo.forget();
    this.options.onRenewed();
  }
}

/**
 * Has the script put here that finds names, and asks for the gazetteer; `known` is returned as it is
 * when nothing newer exists. Null when there is none, or none that can be read.
 */
async function loadOwnFinder(known: OwnFinder | null): Promise<OwnFinder | null> {
  const scripts = await loadScript('page-names', 'govglossNames');
  if (!scripts) return null;
  const answer = await callBackground('getGazetteer', { version: known?.version ?? null });
  if (!answer.ok) return null;
  const { version, gazetteer } = answer.value;
  if (gazetteer === null) return known;
  const finder = scripts.createFinder(gazetteer);
  return finder && { version, finder };
}

function now(): number {
  return performance.now();
}
