import type { PlotPoint } from './bench-line';

const WIDTH = 760;
const HEIGHT = 420;
const LEFT = 70;
const RIGHT = 250;
const TOP = 44;
const BOTTOM = 52;
const COLOURS = ['#b5352a', '#8a8f98', '#2b6cb0', '#2f855a', '#975a16'];

interface Scale {
  (value: number): number;
  ticks: number[];
}

/** Whole powers of ten between which all values lie, laid out from `from` to `to` px. */
function logScale(values: readonly number[], from: number, to: number): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  const place = (value: number) =>
    from + ((Math.log10(value) - low) / Math.max(1, high - low)) * (to - from);
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  return Object.assign(place, { ticks });
}

function short(value: number): string {
  if (value >= 1e6) return `${value / 1e6} M`;
  if (value >= 1e3) return `${value / 1e3} k`;
  return String(value);
}

const text = (x: number, y: number, content: string, more = '') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${content}</text>`;

/** Names at the ends of lines, pushed apart so that none covers another. */
function labels(ends: { name: string; y: number; x: number; colour: string }[]): string[] {
  const sorted = ends.toSorted((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  return sorted.map(({ name, x, y, colour }) => {
    const at = Math.max(y + 4, last + 17);
    last = at;
    const label = text(WIDTH - RIGHT + 14, at, name, `fill="${colour}" font-weight="600"`);
    const lead = `<line x1="${x.toFixed(1)}" y1="${y.toFixed(1)}" x2="${WIDTH - RIGHT + 10}" y2="${(at - 4).toFixed(1)}" stroke="${colour}" stroke-opacity=".35"/>`;
    return lead + label;
  });
}

/** Cost of several contenders over size or count, both axes logarithmic, as an SVG of its own. */
export function chart(title: string, xTitle: string, points: readonly PlotPoint[]): string {
  const x = logScale(
    points.map((point) => point.x),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = logScale(
    points.map(({ ms }) => ms),
    HEIGHT - BOTTOM,
    TOP,
  );
  const names = [...new Set(points.map(({ series }) => series))];
  const grid = [
    ...y.ticks.map(
      (ms) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ddd"/>${text(LEFT - 8, y(ms) + 4, `${short(ms)} ms`, 'text-anchor="end"')}`,
    ),
    ...x.ticks.map(
      (size) =>
        `<line x1="${x(size)}" x2="${x(size)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" stroke="#eee"/>${text(x(size), HEIGHT - BOTTOM + 18, short(size), 'text-anchor="middle"')}`,
    ),
  ];
  const ends: Parameters<typeof labels>[0] = [];
  const lines = names.map((name, index) => {
    const colour = COLOURS[index % COLOURS.length] as string;
    const own = points.filter(({ series }) => series === name).toSorted((a, b) => a.x - b.x);
    const places = own.map((point) => [x(point.x), y(point.ms)] as const);
    const [endX, endY] = places.at(-1) as readonly [number, number];
    ends.push({ name, x: endX, y: endY, colour });
    const path = places.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
    const dots = places.map(
      ([px, py]) =>
        `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3.5" fill="${colour}"/>`,
    );
    const width = name === 'GovGloss' ? 3 : 1.8;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>${dots.join('')}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="#444">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${text(LEFT, 24, title, 'font-size="15" font-weight="600" fill="#222"')}
${grid.join('\n')}
${text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, xTitle, 'text-anchor="middle"')}
${lines.join('\n')}
${labels(ends).join('\n')}
</svg>
`;
}
