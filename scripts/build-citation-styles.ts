/**
 * `npx tsx scripts/build-citation-styles.ts STYLES LOCALES CHINESE`: writes lib/cite/styles from clones of
 * https://github.com/citation-style-language/styles, …/locales and https://github.com/zotero-chinese/styles
 * (all CC BY-SA 3.0), pruned to what we cite.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CITED_TYPES, CITED_VARIABLES } from '@/lib/cite/csl-item';
import { pruneStyle } from './citation-styles/prune';

const [styles = '', locales = '', chinese = ''] = process.argv.slice(2);
const OUT = resolve(import.meta.dirname, '../lib/cite/styles');
const GB = 'GB-T-7714—2015（顺序编码，双语）';
const STYLES = {
  gbt7714: join(chinese, 'src', GB, `${GB}.csl`),
  apa: join(styles, 'apa.csl'),
  chicago: join(styles, 'chicago-notes-bibliography.csl'),
};
/** Terms our styles call are all among them; the rest of a locale is not read. */
const LOCALES = ['zh-CN', 'zh-TW', 'en-US'];

const asked = { types: new Set(CITED_TYPES), variables: new Set(CITED_VARIABLES) };
for (const [name, file] of Object.entries(STYLES)) {
  writeFileSync(join(OUT, `${name}.csl`), `${pruneStyle(readFileSync(file, 'utf8'), asked)}\n`);
}
for (const locale of LOCALES) {
  const xml = readFileSync(join(locales, `locales-${locale}.xml`), 'utf8');
  writeFileSync(join(OUT, `locale-${locale}.xml`), xml.replace(/>\s+</g, '><').trim());
}
