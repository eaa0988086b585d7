const PAUSE_MS = 25;
const PATIENCE_MS = 10_000;

/**
 * Asks again and again until the answer is not null, and answers it.
 * @throws {Error} When it has stayed null for ten seconds; `what` says what was waited for.
 */
export async function poll<T>(
  what: string,
  ask: () => Promise<T | null> | T | null,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patienceMs / 1000} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** @throws {Error} When the promise has not settled in time; `what` says what was waited for. */
export async function withDeadline<T>(
  promise: Promise<T>,
  patienceMs: number,
  what: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`Waited ${patienceMs / 1000} s for ${what}.`));
    timer = setTimeout(fail, patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
