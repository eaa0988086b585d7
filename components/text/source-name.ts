import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Source } from '@/lib/model/entity';
import { formatDate } from './dates';
import { isTranslated } from './names';

/** A name with the language it is in. */
interface Name {
  text: string;
  lang: string;
}

interface SourceName extends Name {
  /** True when the name is the grade itself: nothing else could be said of the source. */
  isGrade: boolean;
}

/** Strongest first: what the state published, then press and papers, then references. */
const GRADES: Source['grade'][] = ['official', 'press', 'paper', 'reference', 'single'];

/** Sources by how far they can be trusted; editors' order within a grade. */
export function byGrade(sources: Source[]): Source[] {
  return [...sources].sort((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade));
}

/** The publisher as the reader knows it: by its English name, where the dataset has one. */
export function publisherOf({ publisher, publisherEn }: Source, prefs: ViewPrefs): Name {
  const text = isTranslated(prefs) ? (publisherEn ?? publisher) : publisher;
  return { text, lang: /\p{Script=Han}/u.test(text) ? prefs.script : 'en' };
}

/**
 * What a reader calls a source: its publisher. Where that has only a Chinese name, a reader
 * of translations is given the host, or the grade and year.
 */
function sourceName(source: Source, prefs: ViewPrefs, t: Translate): SourceName {
  const isGrade = false;
  const publisher = publisherOf(source, prefs);
  if (!isTranslated(prefs) || publisher.lang === 'en') return { ...publisher, isGrade };
  if (source.url && URL.canParse(source.url)) {
    const host = new URL(source.url).hostname.replace(/^(www|m)\./, '');
    return { text: host, lang: 'en', isGrade };
  }
  const year = source.date ? ` ${formatDate(source.date, prefs.language, 'year')}` : '';
  return { text: t(`grade_${source.grade}`) + year, lang: prefs.language, isGrade: true };
}

/**
 * The sources to be named, no more than `most` and no two by the same name (a reader takes a name
 * said twice for a mistake), and the others, which are counted.
 */
export function pickSources(
  sources: Source[],
  most: number,
  prefs: ViewPrefs,
  t: Translate,
): { named: { source: Source; name: SourceName }[]; more: Source[] } {
  const named = new Map<string, { source: Source; name: SourceName }>();
  const more: Source[] = [];
  for (const source of byGrade(sources)) {
    const name = sourceName(source, prefs, t);
    if (named.size < most && !named.has(name.text)) named.set(name.text, { source, name });
    else more.push(source);
  }
  return { named: [...named.values()], more };
}
