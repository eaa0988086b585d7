import { parseArgs } from 'node:util';

export const HELP = `Marks what Chinese government texts name: divisions, platforms, policies, concepts.

  npm run --silent annotate < sentences.jsonl          {"id","text"} a line in, {"id","spans"} a line out
  npm run --silent annotate -- [options] [file or folder …]

Input    JSON Lines on stdin; or files by their ending: .jsonl, .html .htm .xhtml, others as plain text.
         Folders are read through, in the order of their names.
  --html         read all input as HTML: the text of each block, as the extension reads pages, under the
                 heading or line in bold before it; of a folder only the files that are pages
  --text         read all input as plain text, one block a line
  --host HOST    the host the texts come from (zj.gov.cn): tells whose 一网通办 is meant; a line of JSON
                 may have a "host" and a "title" of its own
  --pointed      also what is not marked but opens a card where it is pointed at, with "quiet": words
                 that point at a division (我省), numbers of documents that the dataset lacks

Output   JSON Lines: {"id","spans":[{"start","end","entity","kind"}]}, offsets in UTF-16 units, end exclusive.
         For HTML and plain text the id is FILE#BLOCK, "text" is added, and blocks that name nothing are left out.
  --tsv          one mention a line: id, start, end, text, kind, entity, its name, rivals
  --explain      every candidate, accepted or not, with its reasons
  --help         this text
`;

export interface Options {
  /** How to read everything, or null to go by file endings. */
  format: 'html' | 'text' | null;
  output: 'jsonl' | 'tsv' | 'explain';
  host: string;
  pointed: boolean;
  help: boolean;
  paths: string[];
}

/** Reads the command line; throws with a sentence for the user when it makes no sense. */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      html: { type: 'boolean' },
      text: { type: 'boolean' },
      host: { type: 'string' },
      pointed: { type: 'boolean' },
      tsv: { type: 'boolean' },
      explain: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.html && values.text) throw new Error('Choose one of --html and --text.');
  if (values.tsv && values.explain) throw new Error('Choose one of --tsv and --explain.');
  return {
    format: values.html ? 'html' : values.text ? 'text' : null,
    output: values.explain ? 'explain' : values.tsv ? 'tsv' : 'jsonl',
    host: values.host ?? '',
    pointed: values.pointed ?? false,
    help: values.help ?? false,
    paths: positionals,
  };
}
