import { once } from 'node:events';
import { createDetector, type Detector } from '@/lib/detect/detect';
import { readGazetteer } from '@/lib/detect/gazetteer';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { readDataset } from '../words/dataset';
import { passages } from './input';
import { HELP, readOptions } from './options';
import { answer, header } from './output';

/** The detector of the packaged dataset, over the same wire as in a page. */
export async function packagedDetector(): Promise<Detector> {
  const read = readGazetteer(compileForPages(await readDataset()));
  if (!read.ok) throw new Error(`The compiled gazetteer cannot be read: ${read.error}`);
  return createDetector(read.value);
}

async function annotate(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const detector = await packagedDetector();
  process.stdout.write(header(options));
  for await (const passage of passages(options, process.stdin)) {
    const text = answer(passage, detector, options);
    // Waiting while the reader of our output is slow keeps memory steady.
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

/** Runs the command; returns its exit code. Failures are one sentence on stderr. */
export async function main(argv: readonly string[]): Promise<number> {
  // `annotate … | head` closes the pipe: nothing more is wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await annotate(argv);
    return 0;
  } catch (error) {
    process.stderr.write(`annotate: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
