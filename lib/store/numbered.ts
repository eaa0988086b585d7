import type { Division, Entity } from '@/lib/model/entity';
import type { NumberedDocument } from '@/lib/model/views';
import { readDocumentNumber } from '@/lib/text/document-number';
import { foldText } from '@/lib/text/fold';

/** 浙政 is the government's stem, 浙政办 its office's: 府, 厅 are written as well. */
const GOVERNMENT = /^.[政府]([办厅]?)$/;

/**
 * What the number of a document says that is no entry: the body that numbers its documents so, as far
 * as documents of the division show or the form of the number does, and the year. Null for what is
 * no number of a body of the division.
 * @param owned what belongs to the division
 */
export function numberedDocument(
  text: string,
  division: Division,
  owned: readonly Entity[],
): NumberedDocument | null {
  const number = readDocumentNumber(foldText(text));
  if (number === null) return null;
  const { stem, year } = number;
  const alike = owned.find(
    (entity) =>
      entity.kind === 'policy' &&
      entity.issuer !== null &&
      readDocumentNumber(foldText(entity.docNumber ?? ''))?.stem === stem,
  );
  if (alike?.kind === 'policy' && alike.issuer) return { text, year, issuer: alike.issuer };
  const office = GOVERNMENT.exec(stem)?.[1];
  if (office === undefined || division.type === 'nation') return null;
  const { zhHans, en } = division.names;
  const issuer =
    office === ''
      ? { zh: `${zhHans}人民政府`, en: `People’s Government of ${en}` }
      : { zh: `${zhHans}人民政府办公厅`, en: `General Office of the People’s Government of ${en}` };
  return { text, year, issuer };
}
