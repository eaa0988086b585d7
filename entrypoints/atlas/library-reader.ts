import { liveQuery } from 'dexie';
import type { Facet } from '@/components/library/filter';
import { type FacetGroup, Outline } from '@/components/library/outline';
import { logError } from '@/lib/messages/error-log';
import { dayOf, type Highlight, monthOf } from '@/lib/model/highlight';
import { createTurns } from '@/lib/resource/in-turn';
import {
  changesSince,
  countOnPages,
  highlightsById,
  idsByMany,
  idsByOne,
  idsByPeriod,
  idsByPlace,
  readHead,
  readNewest,
} from '@/lib/store/by-index';
import { lastSequence } from '@/lib/store/changes';
import type { GovGlossDb } from '@/lib/store/db';

/** Rows of the first sight: more than a tall window shows. */
const FIRST = 60;
/** Highlights held at once. */
const MOST_HELD = 1000;

const READ = {
  page: (db: GovGlossDb) => idsByOne(db, 'pageKey'),
  colour: (db: GovGlossDb) => idsByOne(db, 'colour'),
  entity: (db: GovGlossDb) => idsByMany(db, 'entities'),
  tag: (db: GovGlossDb) => idsByMany(db, 'tags'),
  month: (db: GovGlossDb) => idsByPeriod(db, monthOf),
  day: (db: GovGlossDb) => idsByPeriod(db, dayOf),
};

/**
 * The library as the atlas reads it: the newest first, then the outline, from the keys of indices;
 * groups when they are asked for; whole highlights where they are shown. Changes, whoever made them, are
 * told by their numbers and applied one by one. What it has changes in place; `onChange` tells it.
 */
export class LibraryReader {
  /** Highlights that can be read, and rows that cannot. */
  count = 0;
  unreadable = 0;
  /** The number of the last change that is taken in; null until the outline is there. */
  sequence: number | null = null;
  /** Ids of the newest, newest first: all that is known until the outline is there. */
  newest: string[] = [];
  /** The pages of these, the one kept from last first, with how many there are on each. */
  newestPages: FacetGroup[] | null = null;
  outline: Outline | null = null;
  /** The one that is open, which is never let go. */
  open: string | null = null;
  /** The highlights that were asked for. */
  readonly held = new Map<string, Highlight>();
  /** Titles of pages, by their keys, as far as their highlights were asked for. */
  readonly titles = new Map<string, string>();
  /** Told of each change of a highlight; null when it was deleted. */
  readonly onHighlight = new Set<(id: string, now: Highlight | null) => void>();
  readonly #inTurn = createTurns();
  readonly #asked = new Set<string>();

  constructor(
    readonly db: GovGlossDb,
    private readonly onChange: () => void,
    private readonly onFailure: () => void,
  ) {}

  /** Reads, and follows what changes, until the function it answers is called. */
  start(): () => void {
    void this.#do('reading the highlights', async () => {
      const { newest, count } = await readNewest(this.db, FIRST);
      this.newest = newest.map(({ id }) => id);
      this.count = count;
      this.#hold(newest);
      this.onChange();
      const pages = new Set(newest.map(({ pageKey }) => pageKey));
      this.newestPages = await countOnPages(this.db, [...pages]);
      this.onChange();
    });
    // Each change of the library writes its number.
    const following = liveQuery(() => lastSequence(this.db)).subscribe({
      next: () => void this.#do('following the highlights', () => this.#follow()),
      error: (error) => this.#fail(error, 'following the highlights'),
    });
    return () => following.unsubscribe();
  }

  /** Asks for the groups of facets, and for places on pages, unless they are there. */
  divide(facets: readonly Facet[], isPlaced: boolean): void {
    void this.#do('dividing the highlights', async () => {
      for (const each of facets) {
        const facet = each === 'division' ? 'entity' : each;
        if (!this.outline || this.outline.isDivided(facet)) continue;
        this.outline.divide(facet, await READ[facet](this.db));
        this.onChange();
      }
      if (!isPlaced || !this.outline || this.outline.isPlaced) return;
      this.outline.place(await idsByPlace(this.db));
      this.onChange();
    });
  }

  /** Asks for highlights, unless they are there; those of other times may be let go. */
  async hold(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.held.has(id) && !this.#asked.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.#asked.add(id);
    try {
      this.#hold(await highlightsById(this.db, missing));
    } catch (error) {
      this.#fail(error, 'reading highlights');
    }
    for (const id of missing) this.#asked.delete(id);
    const wanted = new Set(ids);
    for (const id of this.held.keys()) {
      if (this.held.size <= MOST_HELD) break;
      if (!wanted.has(id) && id !== this.open) this.held.delete(id);
    }
    this.onChange();
  }

  /** Shows a highlight as it has just been kept, before its change comes around by its number. */
  show(highlight: Highlight): void {
    if (!this.held.has(highlight.id)) return;
    this.#hold([highlight]);
    this.onChange();
  }

  async #follow(): Promise<void> {
    const { outline, sequence } = this;
    if (!outline || sequence === null) return this.#readOutline();
    const changes = await changesSince(this.db, sequence);
    if (!changes) return this.#readOutline();
    for (const id of changes.gone) {
      outline.leave(id);
      this.#tell(id, null);
    }
    let isTaken = true;
    for (const highlight of changes.changed) {
      isTaken &&= outline.take(highlight);
      if (this.held.has(highlight.id)) this.#hold([highlight]);
      this.#tell(highlight.id, highlight);
    }
    // What was put back from the journal, or was too old to be added at the end.
    if (!isTaken || outline.count !== changes.count) return this.#readOutline();
    this.sequence = changes.sequence;
    this.count = changes.count;
    this.unreadable = changes.unreadable;
    this.onChange();
  }

  async #readOutline(): Promise<void> {
    const { ids, newest, unreadable, sequence } = await readHead(this.db);
    // What is held may be another now, or gone.
    const held = this.outline ? await highlightsById(this.db, [...this.held.keys()]) : [];
    if (this.outline) this.held.clear();
    this.#hold(held);
    this.outline = new Outline(ids, newest);
    this.sequence = sequence;
    this.count = ids.length;
    this.unreadable = unreadable;
    this.onChange();
  }

  #hold(highlights: readonly Highlight[]): void {
    for (const highlight of highlights) {
      const before = this.held.get(highlight.id);
      if (before && before.revision > highlight.revision) continue;
      this.held.set(highlight.id, highlight);
      this.titles.set(highlight.pageKey, highlight.title);
    }
  }

  #tell(id: string, now: Highlight | null): void {
    if (!now) this.held.delete(id);
    for (const each of this.onHighlight) each(id, now);
  }

  async #do(where: string, work: () => Promise<void>): Promise<void> {
    try {
      await this.#inTurn(work);
    } catch (error) {
      this.#fail(error, where);
    }
  }

  #fail(error: unknown, where: string): void {
    logError(error, where);
    this.onFailure();
  }
}
