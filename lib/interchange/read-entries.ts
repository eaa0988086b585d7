import * as v from 'valibot';
import { err, ok, type Result } from '@/lib/model/result';
import type { Reading } from './entry';
import type { ImportFormat, Incoming, Malformed } from './incoming';
import { isSameRecord } from './record';

/** Parses a part of a file; the error names the field and what is wrong. */
export function readAs<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Result<T, string> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return ok(parsed.output);
  const issue = parsed.issues[0];
  const path = v.getDotPath(issue);
  return err(path ? `${path}: ${issue.message}` : issue.message);
}

/**
 * Reads each entry of a file by itself: one that cannot be read is named and hinders no other. An
 * entry that is there twice counts once; two that differ under one id cannot both be meant.
 */
export function readEntries<T>(
  format: ImportFormat,
  entries: readonly { where: string; value: T }[],
  read: (value: T) => Result<Reading, string>,
): Incoming {
  const readings = new Map<string, Reading>();
  const malformed: Malformed[] = [];
  for (const { where, value } of entries) {
    const result = read(value);
    if (!result.ok) {
      malformed.push({ where, why: result.error });
      continue;
    }
    const { highlight } = result.value;
    const before = readings.get(highlight.id);
    if (!before) readings.set(highlight.id, result.value);
    else if (!isSameRecord(before.highlight, highlight)) {
      malformed.push({ where, why: 'another entry has the same id' });
    }
  }
  const all = [...readings.values()];
  return {
    format,
    highlights: all.map(({ highlight }) => highlight),
    undated: new Set(all.filter(({ undated }) => undated).map(({ highlight }) => highlight.id)),
    malformed,
  };
}
