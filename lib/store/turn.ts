import { createTurns } from '@/lib/resource/in-turn';

const here = createTurns();

/**
 * Runs work on the library while no other does, in whatever page or worker of ours: database and
 * journal are written one after the other, and nobody must come between.
 */
export function inLibraryTurn<T>(work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request('govgloss-library', () => work()) : here(work);
}
