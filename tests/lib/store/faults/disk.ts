import Dexie, { type DBCore, type DBCoreTransaction } from 'dexie';
import { GovGlossDb } from '@/lib/store/db';
import type { Pages } from '@/lib/store/pages';
import type { Settlement, Testimony } from '@/lib/store/witness';

/**
 * What goes wrong at a call to a store. `fails`: that one call; `full`: it and all after it, until
 * the worker ends; `dies before`, `dies after`: the worker ends before the call has done anything, or
 * before it hears that it has; `torn`: a page is half written, and the worker ends; `wiped`: the
 * disk is full, and the database is made anew when it is opened next, as Chromium does.
 */
export const FAULTS = ['fails', 'full', 'dies before', 'dies after', 'torn', 'wiped'] as const;
export type FaultKind = (typeof FAULTS)[number];

/** The nth call to a store in a worker's life, 0 being the first. */
export interface Fault {
  kind: FaultKind;
  nth: number;
}

/** What outlives a worker. */
export class Disk {
  readonly name = `disk-${crypto.randomUUID()}`;
  readonly pages = new Map<string, string>();
  testimony: Testimony | null = null;
  readonly reports: Settlement[] = [];
  isWiped = false;

  /** Starts a worker; `fault` is what goes wrong in its life. */
  async start(fault: Fault | null = null): Promise<Worker> {
    if (this.isWiped) await this.wipe();
    this.isWiped = false;
    return new Worker(this, fault);
  }

  /** Loses the database, as a full disk in Chromium does. */
  wipe(): Promise<void> {
    return Dexie.delete(this.name);
  }
}

class Dead extends Error {
  override name = 'Dead';
}

/** A worker with its connection: every call it makes to a store is counted, and one goes wrong. */
export class Worker {
  readonly db: GovGlossDb;
  isDead = false;
  /** The fault has happened. */
  hasFailed = false;
  calls = 0;

  constructor(
    private readonly disk: Disk,
    private readonly fault: Fault | null,
  ) {
    this.db = new GovGlossDb(disk.name, this.pages());
    this.db.witness = {
      recall: async () => disk.testimony,
      note: (testimony) =>
        this.unheard(() => {
          disk.testimony = testimony;
        }),
      report: (settlement) =>
        this.unheard(() => {
          disk.reports.push(settlement);
        }),
    };
    this.db.use({ stack: 'dbcore', name: 'faults', create: (core) => this.watched(core) });
  }

  end(): void {
    this.isDead = true;
    this.db.close();
  }

  /** Counts a call, and answers what goes wrong at it; null where nothing does. */
  private next(): FaultKind | null {
    const { kind, nth } = this.fault ?? { kind: 'fails', nth: -1 };
    const isHit = this.calls++ === nth;
    if (isHit) this.hasFailed = true;
    if (isHit && kind === 'wiped') this.disk.isWiped = true;
    const lasts = kind === 'full' || kind === 'wiped';
    return isHit || (this.hasFailed && lasts) ? kind : null;
  }

  /** One call outside a transaction; `tear` does half of it. */
  private async call<T>(work: () => Promise<T>, tear?: () => void): Promise<T> {
    if (this.isDead) throw new Dead();
    const fault = this.next();
    if (fault === 'fails' || fault === 'full' || fault === 'wiped') throw noRoom();
    if (fault === 'torn') tear?.();
    if (fault === 'torn' || fault === 'dies before') throw this.killed();
    const done = await work();
    if (fault === 'dies after') throw this.killed();
    return done;
  }

  private killed(): Dead {
    this.isDead = true;
    return new Dead();
  }

  /** A witness does not complain. */
  private async unheard(work: () => void): Promise<void> {
    try {
      await this.call(async () => work());
    } catch (error) {
      if (error instanceof Dead) throw error;
    }
  }

  private pages(): Pages {
    const { pages } = this.disk;
    return {
      names: () => this.call(async () => [...pages.keys()]),
      read: (name) => this.call(async () => pages.get(name) ?? null),
      write: (name, text) =>
        this.call(
          async () => void pages.set(name, text),
          () => pages.set(name, text.slice(0, text.length / 2)),
        ),
      remove: (name) => this.call(async () => void pages.delete(name)),
    };
  }

  /** Within a transaction a call that goes wrong undoes it, whoever dies; what it has done is not kept. */
  private watched(core: DBCore): DBCore {
    const guard = <T>(work: () => Promise<T>, trans?: DBCoreTransaction): Promise<T> => {
      if (this.isDead) {
        trans?.abort();
        return Promise.reject(new Dead());
      }
      const fault = this.next();
      if (!fault) return work();
      trans?.abort();
      const isFailure = fault === 'fails' || fault === 'full' || fault === 'wiped';
      return Promise.reject(isFailure ? noRoom() : this.killed());
    };
    return {
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          get: (request) => guard(() => table.get(request), request.trans),
          getMany: (request) => guard(() => table.getMany(request), request.trans),
          query: (request) => guard(() => table.query(request), request.trans),
          count: (request) => guard(() => table.count(request), request.trans),
          openCursor: (request) => guard(() => table.openCursor(request), request.trans),
          mutate: (request) => guard(() => table.mutate(request), request.trans),
        };
      },
    };
  }
}

function noRoom(): DOMException {
  return new DOMException('no room', 'QuotaExceededError');
}
