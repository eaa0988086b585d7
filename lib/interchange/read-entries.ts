import type { Refusal } from '@/lib/model/import-report';
import type { Result } from '@/lib/model/result';
import type { Reading } from './entry';
import type { ImportFormat, Incoming, Malformed } from './incoming';
import { isSameRecord } from './record';

/** An entry of a file: which it is, for the reader of the preview, and what stands there. */
export interface Placed<T> {
  where: string;
  value: T;
}

/**
 * Reads each entry of a file by itself: one that cannot be read is named and hinders no other. An
 * entry that is there twice counts once; two that differ under one id cannot both be meant.
 */
export function readEntries<T>(
  format: ImportFormat,
  entries: readonly Placed<T>[],
  read: (value: T) => Result<Reading, Refusal>,
): Incoming {
  const readings = new Map<string, Reading>();
  const malformed: Malformed[] = [];
  const leftOut: Incoming['leftOut'] = [];
  for (const { where, value } of entries) {
    const result = read(value);
    if (!result.ok) {
      malformed.push({ where, why: result.error });
      continue;
    }
    const { highlight } = result.value;
    const before = readings.get(highlight.id);
    if (before && !isSameRecord(before.highlight, highlight)) {
      malformed.push({ where, why: 'same-id' });
    }
    if (before) continue;
    readings.set(highlight.id, result.value);
    leftOut.push(...result.value.leftOut.map((what) => ({ where, what })));
  }
  const all = [...readings.values()];
  return {
    format,
    highlights: all.map(({ highlight }) => highlight),
    undated: new Set(all.filter(({ undated }) => undated).map(({ highlight }) => highlight.id)),
    malformed,
    leftOut,
  };
}
