import type { DBCore, Middleware } from 'dexie';

/**
 * Firefox gives who has met a full disk one transaction to delete in: in the next that is opened on that
 * connection it takes nothing else (“a database that did not allow mutations”), whether there is room by
 * then or not. So an empty one is opened at once, and the next that writes is as any other.
 */
export const emptyAfterFull: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'empty-after-full',
  create: (core) => ({
    ...core,
    transaction(tables, mode, options) {
      const opened = core.transaction(tables, mode, options);
      if (mode === 'readwrite' && opened instanceof IDBTransaction) {
        opened.addEventListener('abort', () => openEmpty(opened.db, tables));
      }
      return opened;
    },
  }),
};

function openEmpty(db: IDBDatabase, tables: string[]): void {
  try {
    db.transaction(tables, 'readwrite');
  } catch (error) {
    // Closed meanwhile: the next connection knows nothing of it.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
