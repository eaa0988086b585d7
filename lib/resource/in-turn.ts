/**
 * Runs pieces of work one after another, in the order they were asked for: what reads, thinks and
 * writes must not overlap with another that does. A piece that fails hinders none after it.
 */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
