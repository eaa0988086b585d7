import * as v from 'valibot';
import { createTurns } from '@/lib/resource/in-turn';
import { errorText } from './report-error';
import { storedItem } from './stored-item';

const KEPT = 50;

/** One fault often makes several errors at once, and each is added to what is there. */
const inTurn = createTurns();

const lineSchema = v.object({ at: v.string(), where: v.string(), message: v.string() });

/** One line of the local log that options show to be copied. It never leaves the machine. */
export type LoggedError = v.InferOutput<typeof lineSchema>;

const item = storedItem('local', 'errors', v.array(lineSchema));

/** The last errors, newest first. */
export async function readLog(): Promise<LoggedError[]> {
  return (await item.read()) ?? [];
}

/** Keeps an unexpected error in the local log, and shows it in the console. */
export function logError(error: unknown, where: string): void {
  console.error(`GovGloss, ${where}:`, error);
  keepLine(where, errorText(error));
}

/** Keeps a line in the local log. */
export function keepLine(where: string, message: string): void {
  const line = { at: new Date().toISOString(), where, message };
  inTurn(async () => {
    await item.write([line, ...(await readLog())].slice(0, KEPT));
  }).catch((failure) => console.error('GovGloss, the log could not be written:', failure));
}

/** Empties the local log. */
export const clearLog = item.remove;
