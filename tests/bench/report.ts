import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { type BenchLine, isMet } from './bench-line';
import { MISSED, type MissedReason } from './missed';

const GB = 1024 ** 3;

function format(figure: number, unit: BenchLine['unit']): string {
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2;
  const number = Number.isFinite(figure) ? String(Number(figure.toFixed(digits))) : 'none';
  return unit === '' ? number : `${number} ${unit}`;
}

function barOf({ bar, direction, unit }: BenchLine): string {
  if (bar === null) return '';
  return `${direction === 'at-most' ? '≤' : '≥'} ${format(bar, unit)}`;
}

function verdict(line: BenchLine): string {
  const met = isMet(line);
  return met === null ? '' : met ? 'met' : '**not met**';
}

/** A line for the terminal. */
export function plainText(line: BenchLine): string {
  const met = isMet(line);
  const sign = met === null ? ' ' : met ? '✓' : '✗';
  const bar = line.bar === null ? '' : ` (${barOf(line)})`;
  const against = line.against === '' ? '' : ` / ${line.against}`;
  const note = line.note === '' ? '' : `; ${line.note}`;
  return `${sign} ${line.what}${against}: ${format(line.figure, line.unit)}${bar}  ${line.absolute}${note}`;
}

function table(lines: readonly BenchLine[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const rows = lines.map((line) =>
    [
      line.what,
      line.against,
      format(line.figure, line.unit),
      barOf(line),
      verdict(line),
      [line.absolute, line.note].filter((part) => part !== '').join('; '),
    ].map(cell),
  );
  const head = ['what', 'against', 'measured', 'bar', '', 'absolute, for reading'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** What is missed, and what is known of it. */
function missed(lines: readonly BenchLine[]): string {
  const open = lines.filter((line) => isMet(line) === false);
  if (open.length === 0) return 'Nothing: every bar was met in this run.';
  return open
    .map((line) => {
      const reason = MISSED.find(({ about }: MissedReason) => about.test(line.what));
      const why = reason?.why ?? 'Not understood yet.';
      return `- ${line.what}${line.against ? `, against ${line.against}` : ''}: ${format(line.figure, line.unit)} for ${barOf(line)}. ${why}`;
    })
    .join('\n');
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

/** The machine, the browsers and the moment. */
function circumstances(browsers: readonly string[], load: number, quick: boolean): string {
  const [cpu] = cpus();
  const [now = 0] = loadavg();
  const busy = Math.max(load, now);
  return [
    `Measured ${new Date().toISOString().slice(0, 10)}, ${git('rev-parse', '--short', 'HEAD')}, with \`npm run bench${quick ? ' -- --quick' : ''}\`: ` +
      `${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / GB).toFixed(0)} GB, ${type()} ${release()}; ` +
      `Node ${process.version}, ${browsers.join(', ')}, headless.`,
    busy > cpus().length
      ? `The machine was busy with other work (load ${busy.toFixed(1)} on ${cpus().length} cores): absolute times are too high, and those on the clock more so than ratios.`
      : `The machine had nothing else to do (load ${busy.toFixed(1)} on ${cpus().length} cores).`,
  ].join('\n');
}

export interface ReportInput {
  sections: { title: string; lines: BenchLine[]; text: string }[];
  pictures: { file: string; title: string }[];
  browsers: readonly string[];
  /** Load of the machine before the first measurement. */
  load: number;
  quick: boolean;
}

/** docs/performance.md, whole. */
export function report({ sections, pictures, browsers, load, quick }: ReportInput): string {
  const all = sections.flatMap(({ lines }) => lines);
  return `# Performance

Written by \`npm run bench\`; do not edit. ${HOW}

${circumstances(browsers, load, quick)}

${sections
  .map(({ title, lines, text }) =>
    [`## ${title}`, lines.length > 0 ? table(lines) : '', text && `\`\`\`\n${text}\n\`\`\``]
      .filter((part) => part !== '')
      .join('\n\n'),
  )
  .join('\n\n')}

## What is not met, and why

${missed(all)}

${pictures.map(({ file, title }) => `![${title}](performance/${file})`).join('\n\n')}
`;
}

const HOW = `Bars are ratios between things measured in the same run, in turn; absolute times are for
reading. A figure is the median of several runs, with the lowest and highest in brackets. Times of a
page's main thread in Chromium are the processor's, from a trace of DevTools, of a page that had come
to rest before; "on the clock" says so where they are not. Pages are made of the words of Chinese by
their frequency, with names strewn in as often as in news.`;
