/** A question costs both browser and tests their time: each is asked a little later than the one before. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 100;
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
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patienceMs / 1000} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pause));
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
