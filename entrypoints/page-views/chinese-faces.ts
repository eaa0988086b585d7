/**
 * Families made for Chinese text, by the names pages give them: the systems', the foundries', the
 * free ones. A name in Chinese characters is one by itself.
 */
const CHINESE =
  /\p{Script=Han}|sim(?:sun|hei)|fangsong|kaiti|yahei|dengxian|pingfang|hiragino sans gb|songti|heiti|jhenghei|mingliu|biaukai|source han|noto s\w+ (?:cjk )?(?:sc|tc|hk)\b|^st(?:song|kai|hei|fangsong|xihei)|^fz/iu;

/**
 * Of a page's `font-family` the families made for Chinese, in their order; null when it names none.
 * Latin faces before them are left out: they would draw “ ” and … half as wide as Chinese text wants
 * them. Web fonts of icons or scrambled characters have no such name and never come into the card.
 */
export function chineseFaces(fontFamily: string): string | null {
  const families = fontFamily.match(/"[^"]*"|'[^']*'|[^,]+/g) ?? [];
  const chinese = families
    .map((family) => family.trim())
    .filter((family) => CHINESE.test(family.replace(/^["']/, '')));
  return chinese.length > 0 ? chinese.join(', ') : null;
}
