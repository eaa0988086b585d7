import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';

export interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  /** Microseconds. */
  ts: number;
  /** Microseconds on the clock, and of the processor's time spent in the thread. */
  dur?: number;
  tdur?: number;
  /** The thread's processor time at this moment. */
  tts?: number;
  pid: number;
  tid: number;
  args: { data?: Record<string, unknown> };
}

/** What the page's main thread did between the marks. */
export interface Trace {
  events: TraceEvent[];
  pid: number;
  /** Whole tasks of the main thread, longest included, in ms. */
  tasks: { wall: number; cpu: number; start: number }[];
  /** Sum of the tasks' processor time, in ms: what the page could not use. */
  cpu: number;
  /** The part of it that is style, layout, paint and commit. */
  rendering: number;
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'v8',
];
const RENDERING = new Set([
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
  'UpdateLayerTree',
]);
/** Collections of old objects: one outermost event each. */
const COLLECTIONS = new Set(['V8.GCIncrementalMarking', 'MajorGC']);
/** Shorter tasks are the browser's own stirring, in µs. */
const SMALLEST_US = 50;
/** A mark in tasks that are the bench's own: it looks how far things are. */
export const LOOK = 'bench-look';
const START = 'bench-start';
const END = 'bench-end';

/** Records what the page's main thread does while `action` runs. */
export async function traced(tab: ChromiumTab, action: () => Promise<void>): Promise<Trace> {
  const browser = tab.page.context().browser();
  if (!browser) throw new Error('Only a browser of our own can be traced.');
  await browser.startTracing(tab.page, { categories: CATEGORIES });
  const mark = (name: string) => tab.evaluate((text) => void performance.mark(text), name);
  await mark(START);
  await action();
  await mark(END);
  return readTrace(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
}

/** Events, in order of time, that lie in none of the others: painting tells of itself twice. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events.filter(({ ts, dur = 0 }) => {
    const isInside = ts < end;
    end = Math.max(end, ts + dur);
    return !isInside;
  });
}

function within(task: TraceEvent, events: readonly TraceEvent[]): TraceEvent[] {
  const end = task.ts + (task.dur ?? 0);
  return events.filter(({ ts }) => ts >= task.ts && ts < end);
}

/** True for a task of the engine's own: it collects what loading the page has left when nothing else is to do. */
function isCollection(task: TraceEvent, collections: readonly TraceEvent[]): boolean {
  const inside = within(task, collections);
  const collecting = inside.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
  return inside.length > 0 && collecting > 0.8 * (task.tdur ?? 0);
}

function readTrace(all: TraceEvent[]): Trace {
  const start = all.findLast(({ name }) => name === START);
  const end = all.findLast(({ name }) => name === END);
  if (!start || !end) throw new Error('The trace lacks its marks.');
  const events = all
    .filter(({ pid, tid, ts }) => pid === end.pid && tid === end.tid && ts > start.ts)
    .filter(({ ts }) => ts < end.ts)
    .sort((a, b) => a.ts - b.ts);
  const collections = events.filter(({ name, ph }) => ph === 'X' && COLLECTIONS.has(name));
  const looks = events.filter(({ name }) => name === LOOK);
  const tasks = events
    .filter((event) => event.name === 'RunTask' && (event.tdur ?? 0) >= SMALLEST_US)
    .filter((task) => !isCollection(task, collections) && within(task, looks).length === 0)
    .map(({ dur = 0, tdur = dur, ts }) => ({ wall: dur / 1000, cpu: tdur / 1000, start: ts }));
  const rendering = outermost(events.filter(({ name, ph }) => ph === 'X' && RENDERING.has(name)));
  return {
    events,
    pid: end.pid,
    tasks,
    cpu: tasks.reduce((sum, { cpu }) => sum + cpu, 0),
    rendering: rendering.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0),
  };
}

/** Processor time between two `performance.mark`s of the page, in ms. */
export function cpuBetween({ events }: Trace, from: string, to: string): number {
  const at = (mark: string) => events.find(({ name }) => name === mark)?.tts ?? Number.NaN;
  return (at(to) - at(from)) / 1000;
}
