import { createDetector, type Detector } from '@/lib/detect/detect';
import { type Gazetteer, readGazetteer } from '@/lib/detect/gazetteer';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import type { Mention } from '@/lib/model/mention';
import { readDataset } from '../../../scripts/words/dataset';

/** The gazetteer of the packaged dataset as a page gets it. */
export async function packagedGazetteer(): Promise<Gazetteer> {
  const read = readGazetteer(compileForPages(await readDataset()));
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

export async function packagedDetector(): Promise<Detector> {
  return createDetector(await packagedGazetteer());
}

/**
 * A sentence with what is to be marked in brackets, with the entity after `=` where the name alone
 * does not tell: `在【广东】登录【浙里办=CN-ZJ/zheliban】`.
 */
export function marked(sentence: string): { text: string; marks: string[] } {
  const marks: string[] = [];
  let text = '';
  for (const part of sentence.split(/(【[^】]*】)/)) {
    if (!part.startsWith('【')) {
      text += part;
      continue;
    }
    const [name = '', entity] = part.slice(1, -1).split('=');
    marks.push(`${text.length} ${name}${entity === undefined ? '' : ` ${entity}`}`);
    text += name;
  }
  return { text, marks };
}

/** Mentions of divisions and platforms as marked() writes them, with the entity where `marks` has it. */
export function found(
  text: string,
  mentions: readonly Mention[],
  marks: readonly string[],
): string[] {
  return mentions
    .filter(({ kind }) => kind === 'division' || kind === 'platform')
    .map(({ start, end, entity }) => {
      const bare = `${start} ${text.slice(start, end)}`;
      return marks.includes(`${bare} ${entity}`) ? `${bare} ${entity}` : bare;
    });
}
