import type { Frame } from './profile';

const WIDTH = 1200;
const ROW = 17;
const TOP = 52;
/** Narrower bars cannot be told apart, in px. */
const NARROWEST = 1;
/** About so many px a letter takes. */
const LETTER = 6.1;
/** Colours by where the code lives; what is none of these is the browser's own. */
const ROOMS: [room: RegExp, name: string, colour: string][] = [
  [/^lib\/detect\/judge|lib\/detect\/words/, 'judging', '#c8553d'],
  [/^lib\/detect/, 'finding, unpacking', '#e09f3e'],
  [/^lib\/dom\/(block|shown|tags|page-reader|slices)/, 'reading', '#5b8e7d'],
  [/^lib\/dom/, 'painting and watching', '#4a7fb5'],
  [/^(entrypoints|lib|components)\//, 'the rest of ours', '#9c89b8'],
  [/^node_modules/, 'libraries', '#d8a7b1'],
];
const OTHER = { name: 'the browser’s own', colour: '#b9b6ae' };

function colourOf(frame: Frame): string {
  return ROOMS.find(([room]) => room.test(frame.file))?.[2] ?? OTHER.colour;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function depthOf(frame: Frame, total: number): number {
  const shown = frame.children.filter(({ ms }) => (ms / total) * WIDTH >= NARROWEST);
  return 1 + Math.max(0, ...shown.map((child) => depthOf(child, total)));
}

function bars(frame: Frame, left: number, depth: number, total: number): string[] {
  const width = (frame.ms / total) * WIDTH;
  if (width < NARROWEST) return [];
  const y = TOP + depth * ROW;
  const share = ((frame.ms / total) * 100).toFixed(1);
  const title = escaped(`${frame.name} ${frame.file} ${share} %`);
  const room = Math.floor((width - 6) / LETTER);
  const label = room > 2 ? escaped(frame.name.slice(0, room)) : '';
  const bar = `<g><title>${title}</title><rect x="${left.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="${colourOf(frame)}"/><text x="${(left + 3).toFixed(1)}" y="${y + 12}">${label}</text></g>`;
  let at = left;
  const inside = frame.children.flatMap((child) => {
    const drawn = bars(child, at, depth + 1, total);
    at += (child.ms / total) * WIDTH;
    return drawn;
  });
  return [bar, ...inside];
}

function legend(): string {
  let x = 8;
  return [...ROOMS.map(([, name, colour]) => ({ name, colour })), OTHER]
    .map(({ name, colour }) => {
      const entry = `<rect x="${x}" y="32" width="10" height="10" fill="${colour}"/><text x="${x + 14}" y="41">${name}</text>`;
      x += 30 + name.length * LETTER;
      return entry;
    })
    .join('');
}

/** A flame chart as an SVG of its own: callers above, what they call below, as wide as it takes long. */
export function flame(title: string, root: Frame): string {
  const height = TOP + depthOf(root, root.ms) * ROW + 8;
  const drawn = root.children.toSorted((a, b) => b.ms - a.ms);
  let left = 0;
  const all = drawn.flatMap((child) => {
    const inside = bars(child, left, 0, root.ms);
    left += (child.ms / root.ms) * WIDTH;
    return inside;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="10.5" fill="#222">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="8" y="22" font-size="14" font-weight="600">${escaped(title)}</text>`,
    legend(),
    ...all,
    '</svg>\n',
  ].join('\n');
}
