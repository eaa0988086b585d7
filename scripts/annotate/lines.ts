/** Longer lines are cut after a sentence: memory stays steady whatever comes. */
const LONGEST = 1 << 20;
const SENTENCE_END = /[。！？；\s](?=[^。！？；\s]*$)/;

/** Parts a stream of text at line ends, in constant memory; `cut` allows cutting lines too long. */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  { cut }: { cut: boolean },
): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.map(withoutReturn);
    while (cut && rest.length > LONGEST) {
      const end = rest.slice(0, LONGEST).search(SENTENCE_END) + 1 || LONGEST;
      yield rest.slice(0, end);
      rest = rest.slice(end);
    }
  }
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
