import type { Detector, PageContext } from '@/lib/detect/detect';
import { marked } from '../packaged-detector';

/**
 * A sentence as marked() reads it, with the host or the title of its page before it in 《》 at the
 * start: 《www.jinan.gov.cn》推行【免申即享=CN/mianshen-jixiang】.
 */
function onPage(sentence: string): { text: string; marks: string[]; page: PageContext } {
  const [, said, rest] = /^《([^》]+)》(.*)$/.exec(sentence) ?? [null, '', sentence];
  const isHost = /^[\w.-]+$/.test(said!);
  const page = { host: isHost ? said! : '', title: isHost ? '' : said! };
  return { ...marked(isHost ? rest! : sentence), page: isHost ? page : { host: '', title: '' } };
}

/**
 * What is marked in the sentence: divisions and platforms, and of the rest what belongs to a
 * division or what the sentence names; each with its entity where the sentence has it.
 */
export function marksOn(
  sentence: string,
  detector: Detector,
): { found: string[]; marks: string[] } {
  const { text, marks, page } = onPage(sentence);
  const found = detector
    .detect(text, page)
    .map(({ start, end, entity, kind }) => {
      const bare = `${start} ${text.slice(start, end)}`;
      const full = `${bare} ${entity}`;
      if (marks.includes(full)) return full;
      if (marks.includes(bare)) return bare;
      const counts = kind === 'division' || kind === 'platform' || !entity.startsWith('CN/');
      return counts || marks.some((mark) => mark.startsWith(`${bare} `)) ? full : null;
    })
    .filter((one) => one !== null);
  return { found, marks };
}
