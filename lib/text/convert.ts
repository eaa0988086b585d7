/**
 * A converter over packed tables: `pairs` a character and what it becomes, over and over;
 * `phrases` `一只 一隻|…`. The longest phrase that begins at a place wins, as in OpenCC; what no
 * table names is left as it is.
 */
export function createConverter(pairs: string, phrases: string): (text: string) => string {
  const characters = new Map<string, string>();
  for (let at = 0; at < pairs.length; at += 2) characters.set(pairs[at]!, pairs[at + 1]!);

  const byFirst = new Map<string, [from: string, to: string][]>();
  for (const entry of phrases === '' ? [] : phrases.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    const first = from[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), [from, to]]);
  }
  for (const list of byFirst.values()) list.sort(([a], [b]) => b.length - a.length);

  return (text) => {
    let converted = '';
    for (let at = 0; at < text.length; ) {
      const unit = text[at]!;
      const phrase = byFirst.get(unit)?.find(([from]) => text.startsWith(from, at));
      converted += phrase ? phrase[1] : (characters.get(unit) ?? unit);
      at += phrase ? phrase[0].length : 1;
    }
    return converted;
  };
}
