import { FREQUENCY_BASE, FREQUENCY_STEP, LOG_TOTAL, MAX_WORD, RARE } from '@/lib/detect/words';

/** A word and how often the corpus behind the dictionary has it. */
export type Frequencies = ReadonlyMap<string, number>;

/** A surface form and how often it is taken to stand as a word: lib/detect/judge/word-evidence.ts. */
export interface WeighedName {
  name: string;
  frequency: number;
}

/** How rare a word may be and still matter to a name. */
export interface Limits {
  /** Of words that cross an edge of the name. */
  crossing: number;
  /** Of words that keep characters from a crossing word. */
  rival: number;
  share: number;
}

/** Longer words are as a rule put together from shorter ones; these are kept only when common. */
const LONG_WORD = 4;
const RAREST_LONG = 100;
const RAREST_RIVAL = 10;
const LONGEST_RIVAL = 3;
/** How much (natural log) a word at the other edge may help a crossing word: 隆重|庆祝. */
const HELP = 6;
/** Readings that differ by less than this are close enough for both to be kept. */
const CLOSE = 2.5;

const log = (frequency: number) => Math.log(frequency) - LOG_TOTAL;

/** A word that takes the end (or beginning) of a name and `beyond` outside it, leaving `rest` of the name. */
interface Crossing {
  word: string;
  frequency: number;
  rest: string;
  /** Log probability of the name. */
  name: number;
  beyond: string;
}

/**
 * Picks the words that can decide whether a name stands where its characters do:
 * those that cross an edge of a name and may win (海拔 against 上海), and their rivals, which
 * take the characters beyond the edge and leave the name whole (部署 against 东部 after 山东).
 * Everything else changes both readings alike.
 */
export class Selection {
  readonly kept = new Map<string, number>();
  private readonly beginning = new Map<string, [string, number][]>();
  private readonly ending = new Map<string, [string, number][]>();

  constructor(private readonly frequencies: Frequencies) {
    for (const [word, frequency] of frequencies) {
      if (word.length < 2 || word.length > LONGEST_RIVAL || frequency < RAREST_RIVAL) continue;
      append(this.beginning, word[0]!, [word, frequency]);
      append(this.ending, word.at(-1)!, [word, frequency]);
    }
  }

  private cost(characters: string): number {
    let sum = 0;
    for (const character of characters)
      sum += Math.max(RARE, log(this.frequencies.get(character) ?? 1));
    return sum;
  }

  /** Adds the words that cross an edge of one of the names, and their rivals. */
  addAround(names: readonly WeighedName[], limits: Limits): void {
    const endings = new Map<string, [string, number][]>();
    const beginnings = new Map<string, [string, number][]>();
    for (const { name, frequency } of names)
      for (let cut = Math.max(1, name.length - 3); cut < name.length; cut++)
        append(endings, name.slice(cut), [name.slice(0, cut), log(frequency)]);
    for (const { name, frequency } of names)
      for (let cut = 1; cut < Math.min(4, name.length); cut++)
        append(beginnings, name.slice(0, cut), [name.slice(cut), log(frequency)]);
    for (const [word, frequency] of this.frequencies) {
      if (word.length < 2 || word.length > MAX_WORD || frequency < limits.crossing) continue;
      if (word.length >= LONG_WORD && frequency < RAREST_LONG) continue;
      for (let cut = 1; cut < word.length; cut++) {
        for (const [rest, name] of endings.get(word.slice(0, cut)) ?? [])
          this.addCrossing({ word, frequency, rest, name, beyond: word.slice(cut) }, true, limits);
        for (const [rest, name] of beginnings.get(word.slice(cut)) ?? [])
          this.addCrossing(
            { word, frequency, rest, name, beyond: word.slice(0, cut) },
            false,
            limits,
          );
      }
    }
  }

  private addCrossing(crossing: Crossing, after: boolean, limits: Limits): void {
    const { word, frequency, rest, name, beyond } = crossing;
    const cut = this.cost(rest) + log(frequency);
    if (cut + HELP + CLOSE < name + this.cost(beyond)) return;
    this.kept.set(word, frequency);
    const rivals = after ? this.beginning.get(beyond[0]!) : this.ending.get(beyond.at(-1)!);
    for (const [rival, rivalFrequency] of rivals ?? []) {
      if (rivalFrequency < Math.min(limits.rival, frequency * limits.share) || this.kept.has(rival))
        continue;
      const shared = after ? rival.startsWith(beyond) : rival.endsWith(beyond);
      const within = after ? beyond.startsWith(rival) : beyond.endsWith(rival);
      if (!shared && !within) continue;
      const more = shared ? this.cost(rival) - this.cost(beyond) : 0;
      const left = within ? this.cost(beyond) - this.cost(rival) : 0;
      const cutLoses = name + this.cost(beyond) + more < cut + more + CLOSE;
      const wholeWins = name + log(rivalFrequency) + left > cut + more - CLOSE - 1;
      if (cutLoses && wholeWins) this.kept.set(rival, rivalFrequency);
    }
  }

  /** Adds the names themselves, and words that begin with one. */
  addCompounds(names: readonly WeighedName[], rarest: number): void {
    for (const { name, frequency } of names) {
      if (name.length >= MAX_WORD) continue;
      this.kept.set(name, frequency);
      for (const [word, count] of this.frequencies)
        if (word.length <= MAX_WORD && count >= rarest && word !== name && word.startsWith(name))
          this.kept.set(word, count);
    }
  }

  /** Adds all words of at least this frequency that begin with one of the characters. */
  addBeginningWith(characters: Iterable<string>, rarest: number): void {
    const heads = new Set(characters);
    for (const [word, frequency] of this.frequencies)
      if (word.length >= 2 && word.length <= 3 && frequency >= rarest && heads.has(word[0]!))
        this.kept.set(word, frequency);
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Which of the 15 classes of frequency a word falls into. */
export function frequencyClass(frequency: number): number {
  const index = Math.round((Math.log(frequency) - FREQUENCY_BASE) / FREQUENCY_STEP) + 1;
  return Math.max(1, Math.min(15, index));
}
