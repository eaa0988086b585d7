/** Characters of two UTF-16 units among the first units of a text: what counting characters counts less. */
export function pairsIn(text: string, end: number): number {
  let pairs = 0;
  for (let at = 0; at + 1 < end; at++) {
    if ((text.codePointAt(at) ?? 0) <= 0xffff) continue;
    pairs++;
    at++;
  }
  return pairs;
}
