import { curveBumpX, line } from 'd3-shape';
import { grouped } from '@/components/atlas/atlas-data';
import type { Scene, Shape } from '@/components/picture/scene';
import type { Ranking, RankingRow } from '@/lib/model/dataset';
import type { EntityId } from '@/lib/model/entity';
import { apart, lineStyle } from './line-scene';

/** A publisher's rankings over years. */
export interface RankingSeries {
  /** The publisher's Chinese name, which the dataset gives one spelling. */
  key: string;
  /** One a year, the earliest first: of several of a year the one that names most. */
  rankings: Ranking[];
}

/** What the dataset writes where no source says who ranked: such rankings are no series. */
const NOBODY = /未注明|未註明/;

/** The publishers that ranked in two years or more; those that named most first. */
export function rankingSeries(rankings: readonly Ranking[]): RankingSeries[] {
  const named = rankings.filter(
    ({ publisher, results }) => results.length > 0 && !NOBODY.test(publisher.zh),
  );
  return [...grouped(named, ({ publisher }) => publisher.zh)]
    .map(([key, all]) => ({ key, rankings: oneAYear(all) }))
    .filter((series) => series.rankings.length > 1)
    .sort((a, b) => namedIn(b) - namedIn(a));
}

function oneAYear(all: readonly Ranking[]): Ranking[] {
  const years = grouped(all, ({ dataYear }) => dataYear);
  return [...years.values()]
    .flatMap((each) => [...each].sort((a, b) => b.results.length - a.results.length)[0] ?? [])
    .sort((a, b) => a.dataYear - b.dataYear);
}

function namedIn({ rankings }: RankingSeries): number {
  return rankings.reduce((sum, { results }) => sum + results.length, 0);
}

/** Where a division stood in the years that named it. */
interface BumpLine {
  division: EntityId;
  places: { year: number; row: RankingRow }[];
}

interface BumpDrawing {
  series: RankingSeries;
  divisions: readonly EntityId[];
  width: number;
  nameOf(id: EntityId): string;
  tierOf(tier: string): string;
}

const ROW = 26;
const SIZE = 12;
const ROOM = { left: 120, right: 130, top: 34 };

/** The lines of the chosen divisions through a series: those it names at least once. */
export function bumpLines({ rankings }: RankingSeries, divisions: readonly EntityId[]): BumpLine[] {
  return divisions.flatMap((division) => {
    const places = rankings.flatMap(({ dataYear, results }) => {
      const row = results.find((each) => each.division === division);
      return row ? [{ year: dataYear, row }] : [];
    });
    return places.length > 0 ? [{ division, places }] : [];
  });
}

/** Ranks over years, the first at the top; grades without ranks are bands below them. */
export function bumpScene(drawing: BumpDrawing): Scene {
  const { series, divisions, width, nameOf, tierOf } = drawing;
  const lines = bumpLines(series, divisions);
  const rows = lines.flatMap(({ places }) => places.map(({ row }) => row));
  const ranks = [...new Set(rows.flatMap(({ rank }) => rank ?? []))].sort((a, b) => a - b);
  const tiers = [
    ...new Set(rows.flatMap(({ rank, tier }) => (rank === undefined && tier ? [tier] : []))),
  ];
  const yOfRank = (rank: number) => ROOM.top + (ranks.indexOf(rank) + 0.5) * ROW;
  const bands = ROOM.top + ranks.length * ROW + 8;
  // In a band each division has a line of its own.
  const high = Math.max(1, lines.length) * SIZE * 1.2 + 8;
  const height = bands + tiers.length * (high + 4) + 8;
  const years = series.rankings.map(({ dataYear }) => dataYear);
  const step = (width - ROOM.left - ROOM.right) / Math.max(1, years.length - 1);
  const xOf = (year: number) => ROOM.left + years.indexOf(year) * step;
  const yOf = ({ rank, tier }: RankingRow, nth: number) =>
    rank !== undefined
      ? yOfRank(rank)
      : bands + tiers.indexOf(tier ?? '') * (high + 4) + 10 + nth * SIZE * 1.2;
  const shapes: Shape[] = [
    ...years.flatMap((year) => axisOf(year, xOf(year), height)),
    ...ranks.map((rank): Shape => {
      const text = { text: String(rank), x: ROOM.left - 24, y: yOfRank(rank) + 4, size: SIZE };
      return { shape: 'text', ...text, colour: 'ink-soft', anchor: 'end' };
    }),
    ...tiers.flatMap((tier, at): Shape[] => {
      const y = bands + at * (high + 4);
      const band = { x: 0, y, width, height: high } as const;
      const text = { text: tierOf(tier), x: 8, y: y + 16, size: SIZE } as const;
      return [
        { shape: 'rect', ...band, fill: 'wash', radius: 3 },
        { shape: 'text', ...text, colour: 'ink-soft', bold: true },
      ];
    }),
  ];
  const ends: { name: string; nth: number; y: number; x: number }[] = [];
  lines.forEach(({ division, places }, nth) => {
    const { stroke, dashed } = lineStyle(nth);
    const points = places.map(({ year, row }) => ({ x: xOf(year), y: yOf(row, nth) }));
    const path = line<(typeof points)[number]>(
      ({ x }) => x,
      ({ y }) => y,
    ).curve(curveBumpX);
    if (points.length > 1) {
      shapes.push({ shape: 'path', d: path(points) ?? '', stroke, line: 2, dashed });
    }
    for (const { x, y } of points) shapes.push({ shape: 'circle', x, y, r: 4.5, fill: stroke });
    const last = points.at(-1);
    if (last) ends.push({ name: nameOf(division), nth, ...last });
  });
  const right = width - ROOM.right + 24;
  const placed = apart(
    ends.map(({ y }) => y),
    SIZE + 3,
    height - 6,
  );
  ends.forEach(({ name, nth, x, y }, at) => {
    const to = placed[at] ?? y;
    shapes.push({
      shape: 'path',
      d: `M${x + 7} ${y} L${right - 4} ${to}`,
      stroke: 'edge',
      line: 0.75,
    });
    const text = { text: name, x: right, y: to + SIZE * 0.36, size: SIZE } as const;
    shapes.push({ shape: 'text', ...text, colour: lineStyle(nth).stroke, bold: true });
  });
  return { width, height, shapes };
}

function axisOf(year: number, x: number, height: number): Shape[] {
  const text = { text: String(year), x, y: 16, size: SIZE, anchor: 'middle' } as const;
  return [
    { shape: 'path', d: `M${x} 24 L${x} ${height}`, stroke: 'rule' },
    { shape: 'text', ...text, colour: 'ink', bold: true },
  ];
}
