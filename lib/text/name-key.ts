import { foldText } from './fold';

/** A Chinese name without marks and spaces, folded: both scripts and all spellings give one key. */
export function nameKey(name: string): string {
  return foldText(name).replace(/[\s"()<>《》·,，。、]+/g, '');
}
