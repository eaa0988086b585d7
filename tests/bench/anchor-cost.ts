import { createAnchorer } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { makePage, readCorpus } from './anchor-pages';
import { Chance } from './anchor-random';

function textOf(seed: number, units: number): string {
  const corpus = readCorpus();
  const chance = new Chance(seed);
  let text = '';
  while (text.length < units) text += `${makePage(chance, corpus).blocks.join('\n')}\n`;
  return text.slice(0, units);
}

/** Processor time, which other work on the machine does not lengthen. */
function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** What it costs to look for twenty highlights of another page, and to describe a passage. */
export function costLines(): string[] {
  const other = textOf(2, 60_000);
  const chance = new Chance(3);
  const missing = Array.from({ length: 20 }, () => {
    const start = chance.int(0, 50_000);
    return describe(other, { start, end: start + chance.int(3, 120) });
  });
  return [50_000, 1_000_000].flatMap((units) => {
    const page = textOf(1, units);
    const looks = Array.from({ length: 5 }, () =>
      cpuMs(() => {
        const find = createAnchorer(page);
        for (const selectors of missing) find(selectors);
      }),
    );
    const described = Array.from({ length: 5 }, () =>
      cpuMs(() => describe(page, { start: 1000, end: 1060 })),
    );
    return [
      `20 highlights of another page looked for on one of ${units} units: ${median(looks).toFixed(0)} ms of processor time, all of it at once`,
      `a passage of a page of ${units} units described: ${median(described).toFixed(1)} ms`,
    ];
  });
}
