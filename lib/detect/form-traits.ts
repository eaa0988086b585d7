import type { EntityId } from '@/lib/model/entity';

/**
 * How a form is weighed: divisions by short or full name, several of them by the one for all (川渝); others by how much the name itself says.
 * `described` forms are not weighed at all: shorter names in them are what is marked.
 */
export const FORM_KINDS = ['short', 'full', 'group', 'brief', 'long', 'described'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** A form's byte in Gazetteer.formTraits: which of FORM_KINDS in the lowest bits, and these. */
export const TRAIT = {
  kind: 7,
  /** A division's name with one more character: 北京|通, 爱|山东. */
  composed: 8,
  /** It ends like a common noun (政务外网, 公共数据平台): any division may have one. */
  commonNoun: 16,
  /** Of a division: 北京市, so that 市 after the short name is its own. */
  municipality: 32,
  /** Of a division: 广西壮族自治区, so that 区 after the short name may be short for that. */
  region: 64,
} as const;

/** What a name is followed by in the full name of one of its entities. */
export interface Title {
  tail: string;
  entity: EntityId;
}
