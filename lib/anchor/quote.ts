import type { Landmarks } from '@/lib/model/highlight';
import type { Span } from '@/lib/model/span';
import {
  type Glosses,
  type NormalText,
  normalise,
  PAGE_END,
  PAGE_START,
  toNormal,
} from './normal-text';
import type { Passage } from './places';
import { leastUnits, type Rivals, rivalsOf } from './rivals';

/**
 * What anchoring needs of a stored highlight. Both contexts may be missing, as the Web Annotation
 * model allows and other tools' files have it.
 */
export interface Described {
  quote: { exact: string; prefix?: string; suffix?: string };
  position?: { start: number; end: number };
  /** What its rivals weighed when it was saved, the heaviest first: see Weighing. */
  rivals?: readonly number[];
  /** What stood around it on the page when it was saved, and where its rivals were. */
  landmarks?: Landmarks;
}

/** A stored quote as it is looked for: in normal units. */
export interface Quote extends Passage {
  /** Absent where nobody kept any: version 0.1.0 did not. */
  landmarks: Landmarks | undefined;
  rivals: Rivals;
  /** What each rival weighed, the heaviest first. */
  evidence: readonly number[];
  /** Spaces and glosses the reader selected before the first and after the last normal unit. */
  lead: string;
  tail: string;
}

/**
 * Normalises a quote within its context, since what a bracket after its first character is depends
 * on what stands before.
 */
export function readQuote(
  { quote, rivals: weighed, landmarks }: Described,
  glosses: Glosses,
): Quote {
  const { exact, prefix = '', suffix = '' } = quote;
  const start = prefix.length;
  const end = start + exact.length;
  const normal: NormalText = normalise(prefix + exact + suffix, glosses);
  const span = toNormal(normal, { start, end });
  const isEmpty = span.start === span.end;
  const before = normal.text.slice(0, span.start);
  const after = normal.text.slice(span.end);
  const least = leastUnits({ before: before.length, after: after.length }, weighed !== undefined);
  const rivals = rivalsOf({ before: before.length, after: after.length });
  return {
    exact: normal.text.slice(span.start, span.end),
    prefix: before.padStart(least, PAGE_START),
    suffix: after.padEnd(least, PAGE_END),
    landmarks,
    rivals,
    evidence: weighed ?? guessed(rivals, span, normal.text.length),
    lead: isEmpty ? '' : normal.source.slice(start, normal.sourceOf[span.start]!),
    tail: isEmpty ? '' : normal.source.slice(normal.sourceOf[span.end - 1]! + 1, end),
  };
}

/** What the heaviest rival may have weighed, where nobody has weighed it: version 0.1.0 did not. */
function guessed({ kind, alike }: Rivals, { start, end }: Span, whole: number): number[] {
  if (kind === 'none' || kind === 'unknown') return [];
  return [end - start + (whole - (end - start)) * (alike ? 0.9 : 0.4)];
}
