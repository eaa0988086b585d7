import type { EntityId } from '@/lib/model/entity';
import type { Mention } from '@/lib/model/mention';
import { compareSpans } from '@/lib/model/span';
import { isHan } from '@/lib/text/noise';
import { createDetector, type Detector, type PageContext } from './detect';
import type { Gazetteer } from './gazetteer';

/** Texts are joined by this to be searched in one go: no name reaches across a blank line. */
const BETWEEN_TEXTS = '\n\n';

/** Texts of one page, in which names are to be found. */
export interface NameQuestion {
  host: string;
  title: string;
  /** Forms that the reader does not want marked there. */
  refused: readonly string[];
  sections: readonly NameSection[];
}

/** Texts that stand under one heading; '' where there is none. */
export interface NameSection {
  heading: string;
  texts: readonly string[];
}

export interface NameFinder {
  /**
   * The mentions of each text, quiet ones among them, section by section, in that text's offsets,
   * sorted, none overlapping another. A text that makes the search fail is left without any.
   * @param onError told what the search of such a text threw
   */
  find(question: NameQuestion, onError: (error: unknown) => void): Mention[][];
  /** The division whose pages the host serves, or null. */
  divisionOfHost(host: string): EntityId | null;
}

/** A detector for the texts of pages; keep it, for it remembers what it has looked up. */
export function createNameFinder(
  gazetteer: Gazetteer,
  detector: Pick<Detector, 'detect' | 'quiet' | 'divisionOfHost'> = createDetector(gazetteer),
): NameFinder {
  const { classOf } = gazetteer.matcher;
  /** With what the text only points at; each text alone, so that it is the same on any page. */
  const withQuiet = (text: string, mentions: Mention[], page: PageContext) => {
    const quiet = detector.quiet(text, mentions, page);
    return quiet.length === 0 ? mentions : [...mentions, ...quiet].sort(compareSpans);
  };
  return {
    divisionOfHost: (host) => detector.divisionOfHost(host),
    find({ host, title, refused, sections }, onError) {
      const isRefused = refusedBy(refused, classOf);
      return sections.flatMap(({ heading, texts }) => {
        const page: PageContext = { host, title, section: heading };
        const named = findInTexts(texts, (text) => detector.detect(text, page), onError);
        const found = named.map((each, i) => withQuiet(texts[i] ?? '', each, page));
        return isRefused ? found.map((each, i) => without(each, texts[i] ?? '', isRefused)) : found;
      });
    },
  };
}

function without(mentions: Mention[], text: string, isRefused: (form: string) => boolean) {
  return mentions.filter(({ start, end }) => !isRefused(text.slice(start, end)));
}

function findInTexts(
  texts: readonly string[],
  detect: (text: string) => Mention[],
  onError: (error: unknown) => void,
): Mention[][] {
  try {
    return apart(texts, detect(texts.join(BETWEEN_TEXTS)));
  } catch (error) {
    // Which of them it is shows when each is searched alone.
    if (texts.length > 1) return texts.flatMap((text) => findInTexts([text], detect, onError));
    onError(error);
    return texts.map(() => []);
  }
}

/** The mentions of joined texts, each with the text it is in. */
function apart(texts: readonly string[], mentions: readonly Mention[]): Mention[][] {
  let next = 0;
  let at = 0;
  return texts.map((text) => {
    const end = at + text.length;
    const here: Mention[] = [];
    for (let found = mentions[next]; found && found.start < end; found = mentions[++next]) {
      here.push({ ...found, start: found.start - at, end: found.end - at });
    }
    at = end + BETWEEN_TEXTS.length;
    return here;
  });
}

/** Null where nothing is refused, as nearly always. */
function refusedBy(refused: readonly string[], classOf: Uint16Array) {
  if (refused.length === 0) return null;
  const keys = new Set(refused.map((form) => keyOf(form, classOf)));
  return (form: string) => keys.has(keyOf(form, classOf));
}

/**
 * The Han characters of a form, as the gazetteer folds them: the same for a name in either script,
 * with glosses and spaces or without.
 */
function keyOf(form: string, classOf: Uint16Array): string {
  let key = '';
  for (let at = 0; at < form.length; at++) {
    const unit = form.charCodeAt(at);
    if (isHan(unit)) key += `${classOf[unit] || -unit} `;
  }
  return key;
}
