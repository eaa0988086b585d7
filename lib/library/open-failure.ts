let failure: unknown = null;

/** What was thrown when the database was to be opened the last time. */
export function openFailure(): unknown {
  return failure;
}

/** Keeps what was thrown, for who wants to know why (open-problem.ts). */
export function noteOpenFailure(error: unknown): void {
  failure = error;
}
