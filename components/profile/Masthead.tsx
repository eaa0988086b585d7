import { NameRuby, showsRuby } from '@/components/text/NameRuby';
import { chineseName, isTranslated, langFor, nameFor } from '@/components/text/names';
import { WhatItIs } from '@/components/text/WhatItIs';
import { Words } from '@/components/text/Words';
import { MARKS } from '@/components/text/writing';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId, Names } from '@/lib/model/entity';
import { SCRIPTS } from '@/lib/model/languages';
import type { ProfileData } from '@/lib/model/views';
import { TileMap } from './TileMap';

interface MastheadProps {
  data: ProfileData;
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
}

/** The face of a profile: the name in its forms, what it is, its place, one sentence. */
export function Masthead({ data, prefs, t, onOpen }: MastheadProps) {
  const { entity, division } = data;
  const otherScript = prefs.script === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant';
  const other = entity.names[SCRIPTS[otherScript]];
  const translated = isTranslated(prefs);
  const places = placesOf(data);
  const isLatin = entity.names.en === chineseName(entity.names, prefs);
  return (
    <header class="masthead" data-kind={entity.kind}>
      <div class="masthead-text">
        <p class="masthead-kicker">
          <span class="kind">{t(`kind_${entity.kind}`)}</span>
          {/* Number and date of a policy follow among its particulars. */}
          {entity.kind !== 'policy' && <WhatItIs entity={entity} prefs={prefs} t={t} />}
          {entity.kind !== 'division' &&
            places.map(({ id, names }) => (
              <button key={id} type="button" class="linklike" onClick={() => onOpen(id)}>
                <span lang={langFor(prefs)}>{nameFor(names, prefs)}</span>
              </button>
            ))}
        </p>
        <h1 class="masthead-name" data-long={isLong(nameFor(entity.names, prefs)) || undefined}>
          {translated ? (
            <span lang={langFor(prefs)}>{nameFor(entity.names, prefs)}</span>
          ) : (
            <NameRuby {...{ prefs }} names={entity.names} />
          )}
        </h1>
        <p class="masthead-forms">
          {translated && !isLatin && (
            <span class="masthead-han" lang={prefs.script}>
              <NameRuby prefs={prefs} names={entity.names} />
            </span>
          )}
          {!translated && !isLatin && <span lang="en">{entity.names.en}</span>}
          {prefs.pinyin && !isLatin && !showsRuby(entity.names, prefs) && (
            <span class="pinyin" lang="zh-Latn">
              {entity.names.pinyin}
            </span>
          )}
          {entity.kind !== 'policy' && other !== chineseName(entity.names, prefs) && (
            <span lang={otherScript}>{other}</span>
          )}
        </p>
      </div>
      {entity.kind !== 'policy' && division.id !== 'CN' && (
        <TileMap
          here={places.map(({ id }) => id)}
          script={prefs.script}
          label={t('profile_map', {
            name: places
              .map(({ names }) => nameFor(names, prefs))
              .join(MARKS[prefs.dataLanguage].list),
          })}
        />
      )}
      <p class="masthead-summary">
        <Words of={entity.summary} prefs={prefs} />
      </p>
    </header>
  );
}

/** The divisions a thing is of: a concept may be of several, such as that of the Yangtze delta. */
function placesOf({ entity, division, related }: ProfileData): { id: EntityId; names: Names }[] {
  if (entity.kind !== 'concept') return [division];
  return [division, ...related.filter(({ id }) => entity.divisions.includes(id))].filter(
    ({ id }, at, all) => all.findIndex((each) => each.id === id) === at,
  );
}

/** More characters than fit beside the map at full size; words are not broken. */
function isLong(name: string): boolean {
  if (/\p{Script=Han}/u.test(name)) return [...name].length > 6;
  return name.length > 24 || name.split(' ').some((word) => word.length > 10);
}
