import { callBackground } from './client';

/** Of an error's text, in UTF-16 units: enough for a stack. */
const MOST_UNITS = 2000;

/** What went wrong and where; Firefox's stack leaves out what Chromium's begins with. */
export function errorText(error: unknown): string {
  const told = String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return (stack.includes(told) ? stack : `${told}\n${stack}`).slice(0, MOST_UNITS).trimEnd();
}

/** Shows an unexpected error of a page in its console, and has the background keep it in the log. */
export function reportError(error: unknown, where: string): void {
  console.error(`GovGloss, ${where}:`, error);
  void callBackground('reportError', { where, message: errorText(error) });
}
