import type { Dataset } from '@/lib/model/dataset';
import { type Division, divisionOf, type EntityId } from '@/lib/model/entity';
import { readDocumentNumber } from '@/lib/text/document-number';

/** 浙政 of 浙政发, 粤府 of 粤府函: how a division writes its government, with its office or not. */
const GOVERNMENT = /^(.[政府])[办厅]?$/;

/** Its government writes as those of the mainland do: 台政 is Taizhou's. */
function isGoverned({ hosts }: Division): boolean {
  return hosts.some((host) => host.endsWith('.gov.cn'));
}

/**
 * By division the stems by which bodies of it number their documents, as far as the dataset shows: those
 * of its documents, the government's with its office, and where it has none the usual one.
 */
export function issuersOf({ entities }: Dataset): Map<EntityId, Set<string>> {
  const stems = new Map<EntityId, Set<string>>();
  for (const entity of entities) {
    const number = entity.kind === 'policy' ? readDocumentNumber(entity.docNumber ?? '') : null;
    if (number === null) continue;
    const known = stems.get(divisionOf(entity)) ?? new Set();
    stems.set(divisionOf(entity), known.add(number.stem));
  }
  for (const entity of entities) {
    if (entity.kind !== 'division' || entity.type === 'nation' || !isGoverned(entity)) continue;
    const known = stems.get(entity.id) ?? new Set<string>();
    const governments = [...known].flatMap((stem) => GOVERNMENT.exec(stem)?.[1] ?? []);
    if (governments.length === 0) governments.push(`${entity.abbreviations[0]}政`);
    for (const government of governments) known.add(government).add(`${government}办`);
    stems.set(entity.id, known);
  }
  return stems;
}
