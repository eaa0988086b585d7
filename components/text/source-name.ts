import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Source } from '@/lib/model/entity';
import { isTranslated } from './names';

/** A name with the language it is in. */
interface Name {
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
 * What a reader calls a source: its publisher, by its English name where the dataset has one (those
 * of before lack some). Neither a grade nor a host stands in for a name.
 */
export function publisherOf({ publisher, publisherEn }: Source, prefs: ViewPrefs): Name {
  const text = isTranslated(prefs) ? (publisherEn ?? publisher) : publisher;
  return { text, lang: /\p{Script=Han}/u.test(text) ? prefs.script : 'en' };
}

/** What a source is: an official page, an official text in a copy, a newspaper and so on. */
export function whatItIs({ grade, copy }: Source, t: Translate): string {
  return t(copy ? `grade_${grade}_copy` : `grade_${grade}`);
}

/**
 * The sources to be named, no more than `most` and no two by the same name (a reader takes a name
 * said twice for a mistake), and the others, which are counted.
 */
export function pickSources(
  sources: Source[],
  most: number,
  prefs: ViewPrefs,
): { named: { source: Source; name: Name }[]; more: Source[] } {
  const named = new Map<string, { source: Source; name: Name }>();
  const more: Source[] = [];
  for (const source of byGrade(sources)) {
    const name = publisherOf(source, prefs);
    if (named.size < most && !named.has(name.text)) named.set(name.text, { source, name });
    else more.push(source);
  }
  return { named: [...named.values()], more };
}
