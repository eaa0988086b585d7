import {
  gapEnd,
  gapStart,
  glossesEnd,
  isCloseBracket,
  isHan,
  isInvisible,
  isOpenBracket,
  isWhite,
} from '@/lib/text/noise';
import { SELDOM, type Words } from '../words';
import type { Vocabulary } from './vocabulary';
import { type WordsByUnit, wordsByUnit } from './words-by-unit';

/** Units read on either side, or less where a sentence or clause ends: no evidence reaches further. */
const LEFT = 6;
const RIGHT = 10;
/**
 * Units on either side that are read at first: as many as a word that crosses an edge of the name
 * may have there. They settle most names.
 */
const NEAR = 3;
/** Longer names need no look inside. */
const NAME = 40;
const SELDOM_UNIT = SELDOM.charCodeAt(0);
const SPACE = 0x20;
const LINE_FEED = 0x0a;
/** Measure words and digits, as they stand between a number and what it counts. */
const MEASURES = '名位个家所座条批届次项年月日';
const DIGITS = '0123456789一二三四五六七八九十百千万亿两几数多余';

/**
 * A candidate with its surroundings as a reader sees them: variants folded, glosses and invisible
 * characters left out, runs of white space one space. One window is filled again for each
 * candidate, since pages have thousands.
 */
export class Window {
  /** Folded units: [from, start) is the text before, [start, end) the name, [end, to) the text after. */
  readonly units = new Uint16Array(LEFT + NAME + RIGHT);
  /** Their ids in the table of words; 0 where it has none. */
  readonly ids = new Uint16Array(LEFT + NAME + RIGHT);
  from = LEFT;
  start = LEFT;
  end = LEFT;
  to = LEFT;
  private text = '';
  /** Where in the text the units before and after what was read begin; 0 and its length where a clause ends. */
  private left = 0;
  private right = 0;
  private isWhole = true;
  /** The units of each kind of characters: some are hundreds, and each candidate asks for several. */
  private readonly kinds = new Map<keyof Vocabulary, ReadonlySet<number>>();
  /** Words of each kind by their first unit and by their last: few lists hold one that may stand there. */
  private readonly byFirst = new Map<keyof Vocabulary, WordsByUnit>();
  private readonly byLast = new Map<keyof Vocabulary, WordsByUnit>();

  constructor(
    private readonly words: Words,
    readonly vocabulary: Vocabulary,
  ) {}

  /** Reads text[start, end) and what is next to it; readOn() reads the rest. */
  read(text: string, start: number, end: number): void {
    const { idOf } = this.words;
    let at = LEFT;
    for (let i = start; i < end && at < LEFT + NAME; i++) {
      const unit = text.charCodeAt(i);
      const id = idOf[unit]!;
      if (id !== 0) {
        this.putWord(at++, unit, id);
        continue;
      }
      if (i > start && isOpenBracket(unit)) {
        const next = gapEnd(text, i);
        if (next > i) {
          i = next - 1;
          continue;
        }
      }
      if (!isInvisible(unit) && !isWhite(unit)) this.put(at++, unit);
    }
    this.text = text;
    this.from = this.start = LEFT;
    this.to = this.end = at;
    this.left = start;
    this.right = end;
    this.isWhole = false;
    this.readRight(NEAR);
    this.readLeft(NEAR);
  }

  /** Reads what is left of the surroundings; most names are settled without. */
  readOn(): void {
    if (this.isWhole) return;
    this.isWhole = true;
    this.readRight(RIGHT);
    this.readLeft(LEFT);
  }

  /** Goes on reading until there are so many units after the name. */
  private readRight(count: number): void {
    const { text } = this;
    const { idOf } = this.words;
    const limit = this.end + count;
    let at = this.to;
    let i = this.right;
    while (i < text.length && at < limit) {
      const unit = text.charCodeAt(i);
      // Most units are characters of words; what is left may be noise.
      const id = idOf[unit]!;
      if (id !== 0) {
        this.putWord(at++, unit, id);
        i++;
      } else if (endsClause(unit)) {
        this.put(at++, unit);
        i = text.length;
      } else if (isInvisible(unit)) i++;
      else if (isWhite(unit)) {
        this.put(at++, SPACE);
        let lineFeeds = 0;
        for (; i < text.length && isWhite(text.charCodeAt(i)); i++)
          if (text.charCodeAt(i) === LINE_FEED) lineFeeds++;
        // A blank line ends a block, and what another block says is no evidence.
        if (lineFeeds > 1) i = text.length;
      } else {
        const next = isOpenBracket(unit) ? glossesEnd(text, i) : i;
        if (next > i) i = next;
        else {
          this.put(at++, unit);
          i++;
        }
      }
    }
    this.to = at;
    this.right = i;
  }

  /** The same to the left. */
  private readLeft(count: number): void {
    const { text } = this;
    const { idOf } = this.words;
    const limit = this.start - count;
    let at = this.from;
    let i = this.left;
    while (i > 0 && at > limit) {
      const unit = text.charCodeAt(i - 1);
      const id = idOf[unit]!;
      if (id !== 0) {
        this.putWord(--at, unit, id);
        i--;
      } else if (endsClause(unit)) {
        this.put(--at, unit);
        i = 0;
      } else if (isInvisible(unit)) i--;
      else if (isWhite(unit)) {
        this.put(--at, SPACE);
        let lineFeeds = 0;
        for (; i > 0 && isWhite(text.charCodeAt(i - 1)); i--)
          if (text.charCodeAt(i - 1) === LINE_FEED) lineFeeds++;
        if (lineFeeds > 1) i = 0;
      } else {
        const previous = isCloseBracket(unit) ? gapStart(text, i) : i;
        if (previous >= 0 && previous < i) i = previous;
        else {
          this.put(--at, unit);
          i--;
        }
      }
    }
    this.from = at;
    this.left = i;
  }

  private put(at: number, unit: number): void {
    const id = this.words.idOf[unit]!;
    if (id !== 0) this.putWord(at, unit, id);
    else {
      this.ids[at] = 0;
      this.units[at] = foldLatin(unit);
    }
  }

  /** The same for a unit that the table of words has. */
  private putWord(at: number, unit: number, id: number): void {
    this.ids[at] = id;
    const folded = this.words.units[id]!;
    this.units[at] = folded === SELDOM_UNIT ? unit : folded;
  }

  /** True when what precedes is a number with its measure word (20[名]山西学子): no part of a word. */
  isCounted(): boolean {
    return (
      MEASURES.includes(String.fromCharCode(this.before(0))) &&
      DIGITS.includes(String.fromCharCode(this.before(1)))
    );
  }

  /** The unit `offset` places after the name's end (0 is the first), or 0 beyond what was read. */
  after(offset: number): number {
    const at = this.end + offset;
    return at < this.to ? this.units[at]! : 0;
  }

  /** The unit `offset` places before the name's start (0 is the nearest), or 0. */
  before(offset: number): number {
    const at = this.start - 1 - offset;
    return at >= this.from ? this.units[at]! : 0;
  }

  /** True when `word` stands `offset` places after the name's end. */
  follows(word: string, offset = 0): boolean {
    const at = this.end + offset;
    if (at + word.length > this.to) return false;
    for (let i = 0; i < word.length; i++)
      if (this.units[at + i] !== word.charCodeAt(i)) return false;
    return true;
  }

  /** True when `word` ends `offset` places before the name's start. */
  precedes(word: string, offset = 0): boolean {
    const at = this.start - offset - word.length;
    if (at < this.from) return false;
    for (let i = 0; i < word.length; i++)
      if (this.units[at + i] !== word.charCodeAt(i)) return false;
    return true;
  }

  /** The first word of the kind that stands there, or null. */
  followedBy(kind: keyof Vocabulary, offset = 0): string | null {
    const words = wordsByUnit(this.byFirst, kind, this.vocabulary[kind], 0);
    return words.get(this.after(offset))?.find((word) => this.follows(word, offset)) ?? null;
  }

  /** The first word of the kind that ends there, or null. */
  precededBy(kind: keyof Vocabulary, offset = 0): string | null {
    const words = wordsByUnit(this.byLast, kind, this.vocabulary[kind], -1);
    return words.get(this.before(offset))?.find((word) => this.precedes(word, offset)) ?? null;
  }

  /** True when the unit is one of a kind of characters. */
  isOneOf(kind: keyof Vocabulary, unit: number): boolean {
    let units = this.kinds.get(kind);
    if (units === undefined) {
      units = new Set(this.vocabulary[kind].map((character) => character.charCodeAt(0)));
      this.kinds.set(kind, units);
    }
    return units.has(unit);
  }

  /** Text of the window between two offsets from the name's end, for reasons. */
  textAfter(length: number): string {
    return String.fromCharCode(
      ...this.units.subarray(this.end, Math.min(this.to, this.end + length)),
    );
  }

  /** The name with so many units on either side. */
  textAround(length: number): string {
    return String.fromCharCode(
      ...this.units.subarray(
        Math.max(this.from, this.start - length),
        Math.min(this.to, this.end + length),
      ),
    );
  }
}

/** ，。；：！？ and their half-width forms. */
function endsClause(unit: number): boolean {
  return (
    unit === 0xff0c ||
    unit === 0x3002 ||
    unit === 0xff1b ||
    unit === 0xff1a ||
    unit === 0xff01 ||
    unit === 0xff1f ||
    unit === 0x2c ||
    unit === 0x3b
  );
}

/** Full-width Latin to half width, capitals to lower case. */
function foldLatin(unit: number): number {
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
}

/** True for a character that a word may hold: Han, not a space or mark. */
export function isWordUnit(unit: number): boolean {
  return unit !== 0 && isHan(unit);
}
