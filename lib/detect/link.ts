import type { EntityId } from '@/lib/model/entity';
import type { Mention, Reason } from '@/lib/model/mention';
import type { Span } from '@/lib/model/span';
import { createNeighbours, type Nearness, type Neighbour } from './nearby';
import { type Aspect, SENSE, type Sense } from './senses';

/** Which divisions a page and a section speak of, with how much that counts; see detect.ts. */
export type Support = ReadonlyMap<EntityId, Reason>;

/** How a text uses a name that is no division's. */
export interface NameUse {
  /** What stands around it calls it a platform (“一网通办”平台). */
  calledPlatform: boolean;
  /** What follows calls it an idea (“一网通办”改革). */
  calledIdea: boolean;
  /** As what the words around it speak of it, or null. */
  aspect: Aspect | null;
  /** The entity whose full title follows (一网通办”总门户 is Shanghai's), or null. */
  titled: EntityId | null;
  /** It is written as a name: quoted, called a platform, or used like one (登录…). */
  usedAsName: boolean;
  /** It stands in a list of platforms, where the others are other divisions'. */
  listed: boolean;
  /** It ends like a common noun (政务外网, 公共数据平台): any division may have one. */
  commonNoun: boolean;
  /** It is a number (12345): a name only where it is called one. */
  number: boolean;
}

/** An accepted candidate with its senses. */
export interface Named extends Span {
  senses: readonly Sense[];
  reasons: Reason[];
  use: NameUse;
}

const NATION = 'CN';
/** Weights of where a division is named. */
const NEAR: Readonly<Record<Nearness, number>> = {
  attached: 4,
  'same-sentence': 3,
  'same-block': 2,
  later: 1.6,
};
const { attached: ATTACHED, 'same-sentence': SAME_SENTENCE, 'same-block': SAME_BLOCK } = NEAR;
/** Its full title is worth as much, as long as no other division is near. */
const TITLED = 2;
/** A name that means the whole country needs no support. */
const NATIONAL = 1;
const CALLED_PLATFORM = 2;
/** Of an app, a cloud and a firm of one name the one that is spoken of. */
const ASPECT = 2;
/** Support that a sense with the condition `context` must have. */
const ENOUGH = 1.5;
/** Senses that are less than this behind the best remain as rivals. */
const DECIDED = 1;

/** Words that lift a sentence to the level of the nation, if they stand shortly before in it. */
const NATIONAL_WORDS = /(?:全国|全國|国家|國家|国务院|國務院|中央)[^。！？；\n]*$/;
const NATIONAL_REACH = 20;
/**
 * A city or a county of its own shortly before (沈阳市建成“一网通办”总门户): the full title is
 * theirs. What ends in 市 or 县 and names none: 全市, 城市, 各县; the division itself is told by its name.
 */
const OTHER_PLACE =
  /(?:(?<!上海|北京|直辖|[全本我各城省县区都该])市|(?<![全本我各市该])[县縣]|自治州)(?![场場民面级級委])[^。！？；\n]*$/;
const OTHER_PLACE_REACH = 24;

/**
 * The one division a name speaks of, or null. What needs support itself supports nothing: two names
 * that need it would bear each other out.
 */
function divisionNamed(senses: readonly Sense[]): EntityId | null {
  const { entity, flags } = senses[0]!;
  const isSettled = senses.length === 1 && !(flags & SENSE.needsContext);
  return isSettled && entity.divisions.length === 1 && entity.divisions[0] !== NATION
    ? entity.divisions[0]!
    : null;
}

/** What the text around a name says for each division. */
function localSupport(
  text: string,
  { start }: Named,
  neighbours: readonly Neighbour[],
): Map<EntityId, Reason> {
  const support = new Map<EntityId, Reason>();
  const offer = (id: EntityId, code: string, weight: number) => {
    if ((support.get(id)?.weight ?? 0) < weight) support.set(id, { code, weight, text: id });
  };
  if (NATIONAL_WORDS.test(text.slice(Math.max(0, start - NATIONAL_REACH), start)))
    offer(NATION, 'national', SAME_BLOCK);
  for (const { division, nearness } of neighbours) offer(division, nearness, NEAR[nearness]);
  return support;
}

interface Scored {
  sense: Sense;
  weight: number;
  reason: Reason | null;
}

/** The strongest support that any of the divisions has. */
function strongest(divisions: readonly EntityId[], supports: readonly Support[]): Reason | null {
  let best: Reason | null = null;
  for (const id of divisions)
    for (const support of supports) {
      const found = support.get(id);
      if (found && found.weight > (best?.weight ?? 0)) best = found;
    }
  return best;
}

/**
 * Is the dataset's condition `context` met? By the division being named near enough; an idea that
 * lends its name to a platform must be called one besides. A platform's proper name may instead
 * be written as a name, where nothing near speaks of another division.
 */
function hasContext(sense: Sense, named: Named, own: number, other: number): boolean {
  const { use } = named;
  const idea = named.senses.some(({ entity }) => entity.kind === 'concept');
  if (idea && sense.entity.kind === 'platform')
    return own >= ENOUGH && (use.calledPlatform || (own >= ATTACHED && !use.calledIdea));
  if (idea || sense.entity.kind !== 'platform') return own >= ENOUGH;
  if (use.number && !use.calledPlatform) return false;
  if (own >= ENOUGH) return true;
  if (use.number) return sense.entity.divisions.includes(NATION);
  return use.usedAsName && !use.commonNoun && (use.listed || other < SAME_SENTENCE);
}

/** The strongest support for a division that is none of these; 0 where none is named. */
function strongestOther(divisions: readonly EntityId[], supports: readonly Support[]): number {
  let best = 0;
  for (const support of supports)
    for (const [id, { weight }] of support)
      if (weight > best && !divisions.includes(id)) best = weight;
  return best;
}

/** How much speaks for a sense, or null when a condition of its is not met. */
function score(
  text: string,
  sense: Sense,
  named: Named,
  supports: readonly Support[],
): Scored | null {
  const { entity, flags } = sense;
  const { use, start } = named;
  const other = strongestOther(entity.divisions, supports);
  let reason = strongest(entity.divisions, supports);
  if (
    use.titled === entity.id &&
    other < SAME_SENTENCE &&
    !supports.some((support) => support.has(NATION)) &&
    (reason?.weight ?? 0) < TITLED &&
    !OTHER_PLACE.test(text.slice(Math.max(0, start - OTHER_PLACE_REACH), start))
  )
    reason = { code: 'titled', weight: TITLED };
  if (flags & SENSE.needsContext && !hasContext(sense, named, reason?.weight ?? 0, other))
    return null;
  if ((reason?.weight ?? 0) < NATIONAL && entity.divisions.includes(NATION))
    reason = { code: 'national', weight: NATIONAL };
  let weight = reason?.weight ?? 0;
  if (entity.kind === 'platform' && use.calledPlatform) weight += CALLED_PLATFORM;
  if (entity.aspect !== undefined && entity.aspect === use.aspect) weight += ASPECT;
  return { sense, weight, reason };
}

/** Chooses among the senses of one name; null when none has what it needs. */
function choose(text: string, named: Named, supports: readonly Support[]): Mention | null {
  const scored = named.senses
    .map((sense) => score(text, sense, named, supports))
    .filter((one) => one !== null)
    .sort((a, b) => b.weight - a.weight);
  const best = scored[0];
  if (best === undefined) return null;
  const rivals = scored.slice(1).filter(({ weight }) => weight > best.weight - DECIDED);
  const { start, end, reasons } = named;
  return {
    start,
    end,
    entity: best.sense.entity.id,
    kind: best.sense.entity.kind,
    rivals: rivals.map(({ sense }) => sense.entity.id),
    reasons: best.reason === null ? reasons : [...reasons, best.reason],
  };
}

/**
 * Decides which entity each name means: the nearest division named before it, then what page and
 * section speak of. Names are in the text's order; a name with one sense and no condition means
 * that. A name of which no sense has the support it needs is null.
 */
export function link(text: string, named: readonly Named[], page: Support): (Mention | null)[] {
  let neighboursOf: ((index: number) => Neighbour[]) | null = null;
  return named.map((one, index) => {
    const [first] = one.senses;
    if (one.senses.length === 1 && !(first!.flags & SENSE.needsContext)) {
      const { start, end, reasons } = one;
      const { id, kind } = first!.entity;
      return { start, end, entity: id, kind, rivals: [], reasons };
    }
    neighboursOf ??= createNeighbours(
      text,
      named,
      named.map(({ senses }) => divisionNamed(senses)),
    );
    return choose(text, one, [localSupport(text, one, neighboursOf(index)), page]);
  });
}
