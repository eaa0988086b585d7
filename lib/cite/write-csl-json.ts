import type { CslItem } from './csl-item';

/** Items as CSL-JSON, which Zotero and pandoc read. */
export function writeCslJson(items: readonly CslItem[]): string {
  return `${JSON.stringify(items, null, 2)}\n`;
}
