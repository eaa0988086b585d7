import * as v from 'valibot';

/** The beginning of a text, at most so many UTF-16 units, not ending within a character. */
function cutTo(text: string, units: number): string {
  if (text.length <= units) return text;
  const endsInPair = /[\ud800-\udbff]/.test(text[units - 1] ?? '');
  return text.slice(0, endsInPair ? units - 1 : units);
}

/** A text of which no more than so many UTF-16 units are taken: what a page is called must not keep its reader from keeping it. */
export function cutText(units: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => cutTo(text, units)),
  );
}
