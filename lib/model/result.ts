/**
 * An expected failure is a value, not a throw. `error` is a discriminated union or a string
 * literal, never an `Error`: it must survive a message between page and background.
 */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a value as success. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Wraps a reason as failure. */
export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
