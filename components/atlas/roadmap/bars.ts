import { langFor, nameFor, textFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Entity, EntityId, FormerName, Platform } from '@/lib/model/entity';
import type { EntryBase } from './entry-base';
import { stretchOf } from './time';

/** A platform from its launch on. */
export interface Bar extends EntryBase {
  kind: 'platform';
  platform: Platform;
  /** `open`: it no longer is what it was, and no source says since when. */
  ending: 'goes-on' | 'known' | 'open';
  /** In years; of an open end the last that is told of it. Null where it goes on. */
  until: number | null;
  /** Names it had before, the earliest first. */
  former: { name: string; until: number }[];
}

/** The bar of a platform; null where no launch is on record. */
export function barOf(
  platform: Platform,
  byId: ReadonlyMap<EntityId, Entity>,
  prefs: ViewPrefs,
): Bar | null {
  const date = platform.launched;
  const stretch = date && stretchOf(date);
  if (!stretch) return null;
  return {
    ...stretch,
    ...endOf(platform, stretch.to, byId),
    kind: 'platform',
    key: platform.id,
    lane: platform.division,
    entity: platform.id,
    date,
    label: nameFor(platform.names, prefs),
    text: textFor(platform.summary, prefs),
    lang: langFor(prefs),
    sources: platform.facts.flatMap((fact) => fact.sources),
    platform,
    former: formerOf(platform.formerNames, prefs),
  };
}

/** Its end: where what came after it began, else after the last that is told of it. */
function endOf(
  platform: Platform,
  begun: number,
  byId: ReadonlyMap<EntityId, Entity>,
): Pick<Bar, 'ending' | 'until'> {
  if (platform.status === 'current') return { ending: 'goes-on', until: null };
  const next = platform.relations.find(({ type }) => type === 'successor');
  const successor = next && byId.get(next.target);
  const replaced = successor?.kind === 'platform' && successor.launched;
  const end = replaced ? stretchOf(replaced) : null;
  if (end) return { ending: 'known', until: Math.max(end.from, begun) };
  const told = [...platform.facts, ...platform.metrics].map(
    ({ asOf }) => stretchOf(asOf)?.to ?? begun,
  );
  return { ending: 'open', until: Math.max(begun, ...told) };
}

function formerOf(names: readonly FormerName[], prefs: ViewPrefs): Bar['former'] {
  const until = new Map<number, string>();
  for (const former of names) {
    const end = former.until && stretchOf(former.until);
    if (!end || until.has(end.from)) continue;
    until.set(end.from, prefs.dataLanguage === 'zh' ? former.name : (former.en ?? former.name));
  }
  return [...until].map(([end, name]) => ({ name, until: end })).sort((a, b) => a.until - b.until);
}
