import { Parser } from 'htmlparser2';
import { tagRole } from '@/lib/dom/tags';
import type { Passage } from './passage';

const HEADINGS = /^h[1-6]$/;
/** What a page without style sheets writes in bold. */
const BOLD = new Set(['b', 'strong']);
/** What is longer is no heading, as in lib/dom/headings.ts. UTF-16 units. */
const LONGEST_HEADING = 80;
const LONGEST_BOLD_LINE = 40;

/**
 * Reads HTML as it streams in and gives its text block by block, by the same table of tags as the
 * extension; what only style sheets hide is read too. The nearest heading before a block, or
 * line in bold, is its section.
 */
export class HtmlBlocks {
  private readonly ready: Passage[] = [];
  private readonly parser: Parser;
  private text = '';
  private title = '';
  private section = '';
  private count = 0;
  /** How many open elements are bold, and whether all text of the block was so far. */
  private bold = 0;
  private allBold = true;
  /** How many open elements have text that is not to be read. */
  private skipping = 0;
  private inTitle = false;

  constructor(private readonly file: string) {
    this.parser = new Parser({
      onopentagname: (name) => this.open(name),
      onclosetag: (name) => this.close(name),
      ontext: (text) => this.read(text),
    });
  }

  /** Feeds a chunk and returns the blocks that it completed. */
  take(chunk: string): Passage[] {
    this.parser.write(chunk);
    return this.ready.splice(0);
  }

  /** The last blocks. */
  end(): Passage[] {
    this.parser.end();
    this.flush('');
    return this.ready.splice(0);
  }

  private open(name: string): void {
    const role = tagRole(name);
    if (name === 'title') this.inTitle = true;
    if (BOLD.has(name)) this.bold++;
    if (role === 'block' || role === 'atom') this.flush('');
    if (role === 'skip' || (role === 'atom' && !isVoid(name))) this.skipping++;
  }

  private close(name: string): void {
    const role = tagRole(name);
    if (name === 'title') this.inTitle = false;
    if (BOLD.has(name)) this.bold--;
    if (role === 'block') this.flush(name);
    if (role === 'skip' || (role === 'atom' && !isVoid(name))) this.skipping--;
  }

  private read(text: string): void {
    if (this.inTitle) this.title += text;
    else if (this.skipping === 0) {
      this.text += text;
      if (this.bold === 0 && text.trim() !== '') this.allBold = false;
    }
  }

  private flush(closed: string): void {
    const { text, allBold } = this;
    this.text = '';
    this.allBold = true;
    if (text.trim() === '') return;
    const id = `${this.file}#${++this.count}`;
    const { section } = this;
    this.ready.push({ id, text, title: this.title.trim(), section, always: false });
    const line = text.trim();
    const isHeading = HEADINGS.test(closed) && text.length <= LONGEST_HEADING;
    const isBoldLine = allBold && line.length <= LONGEST_BOLD_LINE && !/[。，；]$/.test(line);
    if (isHeading || isBoldLine) this.section = line;
  }
}

/** Elements of these tags have no end tag, so nothing inside them has to be waited for. */
const VOID = new Set(
  'br hr input img embed wbr area base link meta param source track col'.split(' '),
);

function isVoid(name: string): boolean {
  return VOID.has(name);
}
