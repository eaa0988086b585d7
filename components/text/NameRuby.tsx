import type { ViewPrefs } from '@/lib/language/prefs';
import type { Names } from '@/lib/model/entity';
import { alignPinyin } from './align-pinyin';
import { chineseName } from './names';

/** More characters than this are read as a title: pinyin goes on a line of its own. */
const LONGEST_RUBY = 8;

interface NameRubyProps {
  names: Names;
  prefs: ViewPrefs;
}

/** A Chinese name with each syllable over its character, where the two come out even. */
export function NameRuby({ names, prefs }: NameRubyProps) {
  const name = chineseName(names, prefs);
  const pairs = prefs.pinyin && [...name].length <= LONGEST_RUBY && alignPinyin(name, names.pinyin);
  if (!pairs) return <span lang={prefs.script}>{name}</span>;
  return (
    <ruby lang={prefs.script}>
      {pairs.map(({ character, syllable }, at) => (
        // A name may hold the same character twice: its place is its identity.
        <>
          {character}
          <rt key={at} class="pinyin" lang="zh-Latn">
            {syllable}
          </rt>
        </>
      ))}
    </ruby>
  );
}

/** True when `NameRuby` shows the pinyin, so that a line of it would say it twice. */
export function showsRuby(names: Names, prefs: ViewPrefs): boolean {
  const name = chineseName(names, prefs);
  return [...name].length <= LONGEST_RUBY && alignPinyin(name, names.pinyin) !== null;
}
