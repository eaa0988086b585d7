import { once } from 'node:events';
import { passages } from './input';
import { HELP, readOptions } from './options';
import { header } from './output';
import { answers } from './pool';

async function annotate(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  process.stdout.write(header(options));
  for await (const text of answers(passages(options, process.stdin), options)) {
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
