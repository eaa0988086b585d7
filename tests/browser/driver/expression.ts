/**
 * The text of an expression that calls `fn` with `arg` and gives a promise of its answer as JSON
 * (of `undefined` when it answers nothing). `global` names a global variable to pass before `arg`.
 */
export function expressionFor(
  fn: (...args: never[]) => unknown,
  arg: unknown,
  global?: string,
): string {
  const args = [...(global ? [global] : []), JSON.stringify(arg) ?? 'undefined'];
  // Tools that run TypeScript may name inner functions with a helper that the page has not got.
  return `(async () => {
    const __name = (named) => named;
    return JSON.stringify(await (${fn})(${args.join(', ')}));
  })()`;
}

/** What came of `expressionFor`, from what the browser answered. */
export function answerOf<T>(json: unknown): T {
  return (typeof json === 'string' ? JSON.parse(json) : undefined) as T;
}
