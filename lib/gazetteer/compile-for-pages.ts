import { fromBase64 } from '@/lib/detect/base64';
import { SECTION_NAMES } from '@/lib/detect/detect';
import { packVocabulary } from '@/lib/detect/judge/vocabulary';
import { VOCABULARY } from '@/lib/detect/judge/vocabulary-lists';
import { PACKED_WORDS } from '@/lib/detect/words-table';
import type { Dataset } from '@/lib/model/entity';
import { compileGazetteer } from './compile';
import { serialise } from './serialise';

/** What the judge reads: ordinary words, and kinds of words. */
export function judgeSections(): Record<string, Uint8Array> {
  return {
    [SECTION_NAMES.words]: fromBase64(PACKED_WORDS),
    [SECTION_NAMES.vocabulary]: packVocabulary(VOCABULARY),
  };
}

/** The gazetteer with what the judge reads, as it travels to pages. */
export function compileForPages(dataset: Dataset): string {
  const sections = judgeSections();
  return serialise(compileGazetteer(dataset, { sections }));
}
