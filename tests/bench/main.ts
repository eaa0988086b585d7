import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { against } from './against';
import type { BenchLine, BenchOptions, BenchPart } from './bench-line';
import { prepareBuilds, withBrowser } from './builds';
import { changes } from './changes';
import { chart } from './chart';
import { cold, forms } from './cold';
import { firefoxCost } from './firefox-cost';
import { firstView } from './first-view';
import { memory } from './memory';
import { anchoring, detection } from './node-parts';
import { pageCost } from './page-cost';
import { pageSize } from './page-size';
import { profile } from './profile';
import { plainText, report } from './report';
import { showing } from './showing';

const DOCS = resolve(import.meta.dirname, '../../docs');

interface Part {
  title: string;
  run(options: BenchOptions): Promise<BenchPart>;
}

/** In the order of the report; `--only` takes the names. */
const PARTS: Record<string, Part> = {
  detection: { title: 'Finding names in text', run: detection },
  cold: { title: 'First runs in fresh pages', run: cold },
  'page-cost': { title: 'A long page, beside the peers', run: pageCost },
  firefox: { title: 'The same in Firefox', run: firefoxCost },
  'page-size': { title: 'From short pages to very long ones', run: pageSize },
  'first-view': { title: 'A typical page', run: firstView },
  changes: { title: 'Pages that change', run: changes },
  showing: { title: 'Card, popup, first start', run: showing },
  memory: { title: 'Memory', run: memory },
  forms: { title: 'Number of names', run: forms },
  profile: { title: 'Where the time of a page goes', run: profile },
  anchoring: { title: 'Finding highlights again', run: anchoring },
};

const PICTURES: Record<string, { title: string; x: string }> = {
  'page-size': {
    title: 'Main-thread time against page size',
    x: 'UTF-16 units of text on the page',
  },
  forms: {
    title: 'Main-thread time against number of names, page of 0.1 M units',
    x: 'names looked for',
  },
};

async function versions(builds: BenchOptions['builds']): Promise<string[]> {
  const all: string[] = [];
  for (const name of ['chromium', 'firefox'] as const)
    all.push(await withBrowser(name, builds.asBuilt, async ({ version }) => version));
  return all;
}

/** Writes the pictures of what the parts measured into docs/performance/. */
function draw(
  plots: NonNullable<BenchPart['plots']>,
  flames: NonNullable<BenchPart['flames']>,
): { file: string; title: string }[] {
  mkdirSync(join(DOCS, 'performance'), { recursive: true });
  const write = (name: string, picture: string) =>
    writeFileSync(join(DOCS, 'performance', `${name}.svg`), picture);
  for (const [name, picture] of Object.entries(flames)) write(name, picture);
  const charts = Object.entries(plots).map(([name, points]) => {
    const { title, x } = PICTURES[name] as { title: string; x: string };
    write(name, chart(title, x, points));
    return { file: `${name}.svg`, title };
  });
  const profiles = Object.keys(flames).map((name) => ({
    file: `${name}.svg`,
    title: 'Flame chart of the script on a page',
  }));
  return [...charts, ...profiles];
}

/** `npm run bench`. Writes docs/performance.md unless only some parts were asked for. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      against: { type: 'string' },
    },
  });
  const only = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = only.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown}: choose from ${Object.keys(PARTS).join(', ')}.`);
  const options = { quick: values.quick, builds: prepareBuilds() };
  if (values.against !== undefined) return against(resolve(values.against), options);
  const [load = 0] = loadavg();
  const sections: { title: string; lines: BenchLine[]; text: string }[] = [];
  const plots: NonNullable<BenchPart['plots']> = {};
  const flames: NonNullable<BenchPart['flames']> = {};
  for (const name of only) {
    const { title, run } = PARTS[name] as Part;
    const start = Date.now();
    console.log(`\n── ${title}`);
    const part = await run(options);
    for (const line of part.lines) console.log(plainText(line));
    if (part.text) console.log(part.text);
    console.log(`   ${((Date.now() - start) / 1000).toFixed(0)} s`);
    sections.push({ title, lines: part.lines, text: part.text?.trim() ?? '' });
    Object.assign(plots, part.plots);
    Object.assign(flames, part.flames);
  }
  if (values.only !== undefined || values.quick) return;
  const pictures = draw(plots, flames);
  const browsers = await versions(options.builds);
  const input = {
    sections: sections.filter(({ lines, text }) => lines.length > 0 || text !== ''),
    pictures,
    browsers,
    load,
    quick: values.quick,
  };
  writeFileSync(join(DOCS, 'performance.md'), report(input));
  console.log('\nWritten: docs/performance.md');
}
