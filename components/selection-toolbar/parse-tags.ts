/** Tags as typed: parted by spaces, commas (、，too) or semicolons, a leading # dropped, no doubles. */
export function parseTags(text: string): string[] {
  const tags = text
    .split(/[\s,，、;；]+/u)
    .map((tag) => tag.replace(/^[#＃]+/u, ''))
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}
