import type { LeftOut } from '@/lib/model/import-report';
import { fieldsOf, listOf, textOf } from './fields';

/** What an entry's fields become, and what of them does not. */
export class Lenient {
  readonly leftOut = new Set<LeftOut>();

  /** A text, cut where it is too long; of a list the first one. Nothing where there is none. */
  text(value: unknown, most: number, what: LeftOut): string {
    if (value === undefined || value === null) return '';
    const text = textOf(value) ?? textOf(listOf(value).find((each) => textOf(each) !== null));
    if (text === null) {
      if (listOf(value).length > 0) this.leftOut.add(what);
      return '';
    }
    if (text.length > most) this.leftOut.add(what);
    return whole(text.slice(0, most));
  }

  /** The end of a text, where `text` has its beginning. */
  textEnd(value: unknown, most: number, what: LeftOut): string {
    const text = this.text(value, Number.POSITIVE_INFINITY, what);
    if (text.length > most) this.leftOut.add(what);
    return text.slice(-most).replace(/^[\udc00-\udfff]/, '');
  }

  /** Words, each once: texts, or objects with a `tag` as Zotero has them. */
  words(value: unknown, most: number, mostUnits: number, what: LeftOut): string[] {
    const given = listOf(value).filter((each) => each !== null && each !== undefined);
    const words = given.map((each) => (textOf(each) ?? textOf(fieldsOf(each).tag))?.trim());
    const fit = words.flatMap((word) => (word && word.length <= mostUnits ? [word] : []));
    const once = [...new Set(fit)].slice(0, most);
    const isLess = words.some((word) => word === undefined || word.length > mostUnits);
    if (isLess || new Set(fit).size > most) this.leftOut.add(what);
    return once;
  }

  /** Who published a page, and when; nothing of either where there is none. */
  publication(who: unknown, when: unknown, most: number) {
    const publisher = this.text(who, most, 'publisher').trim();
    const said = this.text(when, most, 'publisher');
    const published = /^\d{4}(?:-\d\d){0,2}(?=T|$)/.exec(said)?.[0];
    if (said !== '' && !published) this.leftOut.add('publisher');
    return { ...(publisher && { publisher }), ...(published && { published }) };
  }

  /** A moment in any form `Date` reads, as we write it; null where there is none. */
  moment(value: unknown): string | null {
    if (value === undefined || value === null || value === '') return null;
    const time = new Date(typeof value === 'number' ? value : dated(textOf(value) ?? ''));
    if (!Number.isNaN(time.getTime()) && /^\d{4}-/.test(time.toISOString())) {
      return time.toISOString();
    }
    this.leftOut.add('date');
    return null;
  }
}

/** A day and an hour apart by a space, as tables have them, in the form every browser reads. */
function dated(text: string): string {
  return text.trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/, '$1T$2');
}

function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
