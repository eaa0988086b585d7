import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { HtmlBlocks } from './html';
import { linesOf } from './lines';
import type { Options } from './options';
import type { Passage } from './passage';

const HTML = new Set(['.html', '.htm', '.xhtml', '.shtml']);
/** How much of a file is looked at for its encoding. */
const HEAD_BYTES = 2048;
const CHARSET = /charset\s*=\s*["']?\s*([\w-]+)/i;

type Format = 'jsonl' | 'html' | 'text';

function formatOf(path: string, options: Options): Format {
  if (options.format !== null) return options.format;
  const ending = extname(path).toLowerCase();
  return ending === '.jsonl' ? 'jsonl' : HTML.has(ending) ? 'html' : 'text';
}

/**
 * The files that a path stands for: itself, or all in the folder by name. Hidden ones are left out,
 * and with --html what a saved page brings along: pictures, scripts, style sheets.
 */
async function* filesIn(path: string, format: Options['format']): AsyncGenerator<string> {
  const names = await readdir(path);
  for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
    const place = join(path, name);
    if ((await stat(place)).isDirectory()) yield* filesIn(place, format);
    else if (format !== 'html' || HTML.has(extname(place).toLowerCase())) yield place;
  }
}

/** The encoding an HTML file declares (older pages are in GB 18030), UTF-8 when it declares none. */
async function declaredEncoding(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const label = CHARSET.exec(buffer.toString('latin1', 0, bytesRead))?.[1] ?? 'utf-8';
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return 'utf-8'; // a label that no standard knows
    throw error;
  } finally {
    await file.close();
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* readJsonLines(
  chunks: AsyncIterable<string>,
  name: string,
): AsyncGenerator<Passage> {
  let number = 0;
  for await (const line of linesOf(chunks, { cut: false })) {
    number++;
    if (line.trim() === '') continue;
    yield { ...parseLine(line, `${name}:${number}`), section: '', always: true };
  }
}

function parseLine(line: string, place: string): Omit<Passage, 'section' | 'always'> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${place}: not a line of JSON. For plain text use --text, for HTML --html.`);
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    !('text' in value) ||
    typeof value.text !== 'string'
  )
    throw new Error(`${place}: needs a string "text".`);
  return {
    id: 'id' in value ? value.id : place,
    text: value.text,
    ...('host' in value && typeof value.host === 'string' && { host: value.host }),
    title: 'title' in value && typeof value.title === 'string' ? value.title : '',
  };
}

async function* readLines(chunks: AsyncIterable<string>, name: string): AsyncGenerator<Passage> {
  let number = 0;
  for await (const text of linesOf(chunks, { cut: true }))
    yield { id: `${name}#${++number}`, text, title: '', section: '', always: false };
}

async function* readHtml(chunks: AsyncIterable<string>, name: string): AsyncGenerator<Passage> {
  const blocks = new HtmlBlocks(name);
  for await (const chunk of chunks) yield* blocks.take(chunk);
  yield* blocks.end();
}

const READERS = { jsonl: readJsonLines, text: readLines, html: readHtml };

/** Everything to look at, in order, as it streams in. */
export async function* passages(
  options: Options,
  stdin: AsyncIterable<Buffer>,
): AsyncGenerator<Passage> {
  if (options.paths.length === 0) {
    yield* READERS[options.format ?? 'jsonl'](decoded(stdin, 'utf-8'), 'stdin');
    return;
  }
  for (const path of options.paths) {
    const isFolder = (await stat(path)).isDirectory();
    for await (const file of isFolder ? filesIn(path, options.format) : [path]) {
      const format = formatOf(file, options);
      const encoding = format === 'html' ? await declaredEncoding(file) : 'utf-8';
      yield* READERS[format](decoded(createReadStream(file), encoding), file);
    }
  }
}
