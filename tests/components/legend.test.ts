import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALE_FOLDERS } from '@/lib/language/translate';

const read = (file: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');

const marks = read('lib/dom/marks.css');
const words = read('components/text/text.css');

const LINES: Record<string, Record<keyof typeof LOCALE_FOLDERS, string>> = {
  solid: { en: 'solid line', 'zh-Hans': '实线', 'zh-Hant': '實線' },
  double: { en: 'double line', 'zh-Hans': '双线', 'zh-Hant': '雙線' },
  dashed: { en: 'dashed line', 'zh-Hans': '虚线', 'zh-Hant': '虛線' },
  dotted: { en: 'dotted line', 'zh-Hans': '点线', 'zh-Hant': '點線' },
};

describe.each(['division', 'platform', 'policy', 'concept'])('the line of a %s', (kind) => {
  const line =
    new RegExp(`govgloss-${kind}\\) \\{\\s*text-decoration: underline (\\w+)`).exec(marks)?.[1] ??
    '';

  it('is the same under the word for it as on the page', () => {
    expect(new RegExp(`data-kind="${kind}"\\] \\{[^}]*--line: (\\w+)`).exec(words)?.[1]).toBe(line);
  });

  it.each(Object.entries(LOCALE_FOLDERS))(
    'is what the options call it in %s',
    (language, folder) => {
      const said = JSON.parse(read(`public/_locales/${folder}/messages.json`));
      expect(said[`options_kind_${kind}`].message).toBe(LINES[line]?.[language as 'en']);
    },
  );
});
