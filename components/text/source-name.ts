import type { Source } from '@/lib/model/entity';
import type { Translate, ViewPrefs } from '@/lib/model/prefs';
import { formatDate } from './dates';

/** A source's name with the language it is in. */
export interface SourceName {
  text: string;
  lang: string;
}

/** Strongest first: what the state published, then press and papers, then references. */
const GRADES: Source['grade'][] = ['official', 'press', 'paper', 'reference', 'single'];

/** Sources by how far they can be trusted; editors' order within a grade. */
export function byGrade(sources: Source[]): Source[] {
  return [...sources].sort((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade));
}

/**
 * What a reader calls a source: its publisher. The dataset has publishers as they call themselves;
 * where that is Chinese, an English reader is given the host, or the grade and year.
 */
export function sourceName(source: Source, prefs: ViewPrefs, t: Translate): SourceName {
  if (prefs.language !== 'en') return { text: source.publisher, lang: prefs.script };
  if (!/\p{Script=Han}/u.test(source.publisher)) return { text: source.publisher, lang: 'en' };
  if (source.url && URL.canParse(source.url)) {
    return { text: new URL(source.url).hostname.replace(/^(www|m)\./, ''), lang: 'en' };
  }
  const year = source.date ? ` ${formatDate(source.date, 'en', 'year')}` : '';
  return { text: t(`grade_${source.grade}`) + year, lang: 'en' };
}
