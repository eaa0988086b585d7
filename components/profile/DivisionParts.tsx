import type { ComponentType } from 'preact';
import { oldestFirst } from '@/components/text/dates';
import type { MessageKey } from '@/lib/language/translate';
import { type Division, OWNED_KINDS, type OwnedKind } from '@/lib/model/entity';
import type { ProfileData } from '@/lib/model/views';
import { ConceptList } from './ConceptList';
import { Facts } from './Facts';
import type { OwnedProps } from './owned-props';
import { PlatformCards } from './PlatformCards';
import { PolicyTimeline } from './PolicyTimeline';
import type { ProfileProps } from './profile-props';
import { Rankings } from './Rankings';
import { Section } from './Section';

interface DivisionPartsProps extends ProfileProps {
  entity: Division;
}

interface Part {
  title: MessageKey;
  sign: string;
  /** The section of the article whose statements stand above the list. */
  section: keyof Division['roadmap'];
  List: ComponentType<OwnedProps>;
}

/**
 * Where what belongs to a division stands, by kind. The article of 2020 describes each province in
 * three sections; platforms, policies and concepts stand in the one they belong to.
 */
const PARTS: Record<OwnedKind, Part> = {
  platform: {
    title: 'profile_platform_building',
    sign: '一',
    section: 'platformBuilding',
    List: PlatformCards,
  },
  policy: {
    title: 'profile_top_level_design',
    sign: '二',
    section: 'topLevelDesign',
    List: PolicyTimeline,
  },
  concept: { title: 'profile_model', sign: '三', section: 'model', List: ConceptList },
};

/** The three sections that have something in them. */
export function shownParts({ entity, owned }: ProfileData): { id: string; title: MessageKey }[] {
  if (entity.kind !== 'division') return [];
  return OWNED_KINDS.filter(
    (kind) =>
      entity.roadmap[PARTS[kind].section].facts.length > 0 ||
      owned.some((each) => each.kind === kind),
  ).map((kind) => ({ id: `profile-part-${kind}`, title: PARTS[kind].title }));
}

/** What only a division has: what belongs to it, kind by kind, and its rankings. */
export function DivisionParts(props: DivisionPartsProps) {
  const { data, entity, prefs, t, onOpen } = props;
  return (
    <>
      {OWNED_KINDS.map((kind) => {
        const { title, sign, section, List } = PARTS[kind];
        const { facts } = entity.roadmap[section];
        const owned = data.owned.filter((each) => each.kind === kind);
        if (facts.length === 0 && owned.length === 0) return null;
        return (
          <Section key={kind} id={`profile-part-${kind}`} sign={sign} title={t(title)}>
            <Facts {...props} facts={oldestFirst(facts)} />
            <List owned={owned} division={entity} prefs={prefs} t={t} onOpen={onOpen} />
          </Section>
        );
      })}
      {data.rankings.length > 0 && (
        <Section id="profile-rankings" title={t('profile_rankings')}>
          <Rankings rankings={data.rankings} sources={data.sources} prefs={prefs} t={t} />
        </Section>
      )}
    </>
  );
}
