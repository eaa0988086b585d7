import type { DivisionType, EntityId } from '@/lib/model/entity';
import type { Mention, Reason } from '@/lib/model/mention';
import type { Pointed, PointingWord } from './pointing-words';

/** What a page says of whose words its texts are. */
export interface Speakers {
  /** The division whose pages the host serves; the nation's speak of any. */
  host: EntityId | null;
  /** A government's site that is no division's in the dataset: a city's, mostly. */
  isOtherGovernment: boolean;
  /** The divisions that the section's heading and the page's title name. */
  section: readonly EntityId[];
  title: readonly EntityId[];
  /** The text of the title, in which other cities may be named. */
  titleText: string;
}

export type DivisionTypes = ReadonlyMap<EntityId, DivisionType>;

/** Which division is pointed at, and by what that was told. */
export interface Settled {
  /** '' where nothing tells, and the rest of the page may. */
  division: EntityId;
  reason: Reason | null;
}

/** What may stand between a division's name and the word for its body: 广东省[委、]省政府. */
const ATTACHED = /^[委、，和及与省市的党]{0,4}$/;
const LONGEST_GAP = 4;
/** Bounds on how far is looked back, so that no text is too long. In UTF-16 units. */
const LONGEST_SENTENCE = 300;
const MOST_NAMED = 40;
const SENTENCE_END = /[。！？；\n]/;
/** A city, which 本市 may mean as well. */
const OTHER_CITY =
  /[\u4e00-\u9fff](?<![全本我各该此外城都])(?<!上海|北京|天津|重庆|重慶)市(?![场場民值面域])/;
const ONLY: Readonly<Partial<Record<Pointed, EntityId>>> = { 'hong-kong': 'CN-HK', macao: 'CN-MO' };
const NATION = 'CN';
/** Its texts call nothing 省委 or 全省. */
const TAIWAN = 'CN-TW';

/** The divisions that a word may point at. */
export function pointable(pointed: Pointed, types: DivisionTypes): EntityId[] {
  const only = ONLY[pointed];
  if (only !== undefined) return types.has(only) ? [only] : [];
  return [...types].filter(([id, type]) => type === pointed && id !== TAIWAN).map(([id]) => id);
}

/** The one division among them, or null where there is none, or more. */
function single(divisions: readonly EntityId[]): EntityId | null {
  const different = new Set(divisions);
  return different.size === 1 ? divisions[0]! : null;
}

function because(division: EntityId | null, code: string): Settled | null {
  return division === null ? null : { division, reason: { code, weight: 1, text: division } };
}

/** Settles which divisions the pointing words of one text mean; asked for them in the text's order. */
export class Settler {
  /** How many of the divisions' names begin before the word asked for. */
  private passed = 0;
  private readonly may = new Map<Pointed, ReadonlySet<EntityId>>();
  private readonly namesCities: () => boolean;

  /** @param divisions the mentions of divisions in the text, in order */
  constructor(
    private readonly text: string,
    private readonly divisions: readonly Mention[],
    private readonly speakers: Speakers,
    private readonly types: DivisionTypes,
  ) {
    let known: boolean | null = null;
    this.namesCities = () => {
      known ??= OTHER_CITY.test(speakers.titleText) || OTHER_CITY.test(text);
      return known;
    };
  }

  /**
   * The name a word is attached to; for 全省 what its sentence speaks of; the site's division; what
   * heading, title or the text itself name alone. Null where that is not settled.
   */
  settle({ start, pointed, manner }: PointingWord): Settled | null {
    const { divisions, speakers, text } = this;
    while (this.passed < divisions.length && divisions[this.passed]!.start < start) this.passed++;
    const may = this.mayPoint(pointed);
    const last = divisions[this.passed - 1];
    const gap = last ? text.slice(last.end, Math.min(start, last.end + LONGEST_GAP + 1)) : null;
    if (gap !== null && manner !== 'own' && may.has(last!.entity) && ATTACHED.test(gap))
      return because(last!.entity, 'attached');
    if (manner === 'whole') {
      const inSentence = this.namedInSentence(start).filter((id) => may.has(id));
      if (inSentence.length > 0) return because(single(inSentence), 'same-sentence');
    }
    const { host, isOtherGovernment, section, title } = speakers;
    if (host !== null && host !== NATION) return may.has(host) ? because(host, 'host') : null;
    const isCity = pointed === 'municipality';
    if (isCity && (isOtherGovernment || this.namesCities())) return null;
    // 全区 is any district's: only a region's own page or sentence says that it is the region's.
    const isDistrict = pointed === 'autonomous-region' && manner !== 'body';
    const named = isDistrict ? [] : divisions.map(({ entity }) => entity);
    for (const [code, all] of [
      ['section', section],
      ['title', title],
      ['text', named],
    ] as const) {
      const possible = all.filter((id) => may.has(id));
      if (possible.length > 0) return because(single(possible), code);
    }
    return isCity || isDistrict ? null : { division: '', reason: null };
  }

  private mayPoint(pointed: Pointed): ReadonlySet<EntityId> {
    const known = this.may.get(pointed) ?? new Set(pointable(pointed, this.types));
    this.may.set(pointed, known);
    return known;
  }

  /** The divisions named before in the same sentence, nearest first, no more than a list of all. */
  private namedInSentence(start: number): EntityId[] {
    const named: EntityId[] = [];
    let from = start;
    for (let at = this.passed - 1; at >= 0 && named.length < MOST_NAMED; at--) {
      const { end, entity, start: begin } = this.divisions[at]!;
      if (from - end > LONGEST_SENTENCE || SENTENCE_END.test(this.text.slice(end, from))) break;
      named.push(entity);
      from = begin;
    }
    return named;
  }
}
