/** Whose page it is: the host of its address; the address itself where it has none. */
export function hostOf(url: string): string {
  return (URL.canParse(url) && new URL(url).host.replace(/^www\./, '')) || url;
}
