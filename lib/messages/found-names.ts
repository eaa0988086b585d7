import type { EntityId, EntityKind } from '@/lib/model/entity';
import { type Mention, QUIETS } from '@/lib/model/mention';

/**
 * The names found in the texts of a page as they travel there: flat numbers, since there may be
 * thousands, and neither an object for each nor the reasons are needed for the journey.
 */
export interface FoundNames {
  /** Names what they were found by: the build, the dataset and the reader's own entries. */
  version: string;
  /** The division whose pages the host of the texts serves. */
  hostDivision: EntityId | null;
  names: [EntityId, EntityKind][];
  /** A text: how many mentions. A mention: start, end, index of its name, 0 or what makes it quiet, number of rivals, theirs. */
  numbers: number[];
}

/** Packs the mentions of each text. */
export function packFound(
  texts: readonly (readonly Mention[])[],
  from: Pick<FoundNames, 'version' | 'hostDivision'>,
): FoundNames {
  const names: FoundNames['names'] = [];
  const indices = new Map<EntityId, number>();
  const indexOf = (id: EntityId, kind: EntityKind): number => {
    const known = indices.get(id);
    if (known !== undefined) return known;
    indices.set(id, names.length);
    return names.push([id, kind]) - 1;
  };
  const numbers: number[] = [];
  for (const mentions of texts) {
    numbers.push(mentions.length);
    for (const { start, end, entity, kind, rivals, quiet } of mentions) {
      const code = quiet ? QUIETS.indexOf(quiet) + 1 : 0;
      numbers.push(start, end, indexOf(entity, kind), code, rivals.length);
      for (const rival of rivals) numbers.push(indexOf(rival, kind));
    }
  }
  return { ...from, names, numbers };
}

/** The mentions of each text, in the order in which they were packed; throws where numbers do not fit. */
export function unpackFound({ names, numbers }: FoundNames): Mention[][] {
  let at = 0;
  const next = (): number => {
    const number = numbers[at++];
    if (number === undefined) throw new Error('A message about names ends too early.');
    return number;
  };
  const name = () => {
    const found = names[next()];
    if (!found) throw new Error('A message about names lacks one.');
    return found;
  };
  const texts: Mention[][] = [];
  while (at < numbers.length) {
    texts.push(
      Array.from({ length: next() }, () => {
        const [start, end, [entity, kind]] = [next(), next(), name()];
        const quiet = QUIETS[next() - 1];
        const rivals = Array.from({ length: next() }, () => name()[0]);
        return { start, end, entity, kind, rivals, reasons: [], ...(quiet && { quiet }) };
      }),
    );
  }
  return texts;
}
