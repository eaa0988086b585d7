import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { packagedAnnotator } from './annotator';
import type { Options } from './options';
import { answer } from './output';
import type { Passage } from './passage';

/** Characters of text that go to a thread at once: some milliseconds of work, so that asking costs little. */
const BATCH_UNITS = 200_000;
/** Batches given out ahead of the one that is awaited: all threads stay busy, memory stays steady. */
const AHEAD = 2;

/** Passages in batches of about BATCH_UNITS. */
async function* batches(passages: AsyncIterable<Passage>): AsyncGenerator<Passage[]> {
  let batch: Passage[] = [];
  let units = 0;
  for await (const passage of passages) {
    batch.push(passage);
    units += passage.text.length;
    if (units < BATCH_UNITS) continue;
    yield batch;
    batch = [];
    units = 0;
  }
  if (batch.length > 0) yield batch;
}

/** One thread; it answers batches in the order in which it is asked. */
function startThread(options: Options) {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: options });
  const waiting: { resolve: (text: string) => void; reject: (error: unknown) => void }[] = [];
  worker.on('message', (text: string) => waiting.shift()?.resolve(text));
  worker.on('error', (error) => {
    for (const one of waiting.splice(0)) one.reject(error);
  });
  return {
    ask: (batch: Passage[]) =>
      new Promise<string>((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(batch);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}

/**
 * Answers all passages, in their order, on all cores; what fits one batch is answered here, since
 * a thread takes half a second to start.
 */
export async function* answers(
  passages: AsyncIterable<Passage>,
  options: Options,
): AsyncGenerator<string> {
  const source = batches(passages);
  const annotator = await packagedAnnotator();
  const here = (batch: Passage[]) =>
    batch.map((passage) => answer(passage, annotator, options)).join('');
  const first = await source.next();
  if (first.done) return;
  yield here(first.value);
  let next = await source.next();
  if (next.done) return;
  const threads = Array.from({ length: availableParallelism() }, () => startThread(options));
  const asked: Promise<string>[] = [];
  try {
    for (let count = 0; !next.done || asked.length > 0; count++) {
      if (!next.done) {
        const answered = threads[count % threads.length]!.ask(next.value);
        answered.catch(() => {}); // awaited below, perhaps later than it fails
        asked.push(answered);
        next = await source.next();
      }
      if (next.done || asked.length >= threads.length * AHEAD) yield await asked.shift()!;
    }
  } finally {
    await Promise.all(threads.map(({ end }) => end()));
  }
}
