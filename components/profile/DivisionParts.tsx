import { oldestFirst } from '@/components/text/dates';
import type { Division, Entity, RoadmapSection } from '@/lib/model/entity';
import { ConceptList } from './ConceptList';
import { Facts } from './Facts';
import { PlatformCards } from './PlatformCards';
import { PolicyTimeline } from './PolicyTimeline';
import type { ProfileProps } from './profile-props';
import { Rankings } from './Rankings';
import { Section } from './Section';

interface DivisionPartsProps extends ProfileProps {
  entity: Division;
}

/**
 * What only a division has. The article of 2020 describes each province in three sections; its
 * platforms, policies and concepts stand in the one they belong to.
 */
export function DivisionParts(props: DivisionPartsProps) {
  const { data, entity, prefs, t, onOpen } = props;
  const { platformBuilding, topLevelDesign, model } = entity.roadmap;
  const facts = (section: RoadmapSection) => (
    <Facts {...props} facts={oldestFirst(section.facts)} />
  );
  return (
    <>
      {holds(platformBuilding, data.platforms) && (
        <Section id="profile-platforms" sign="一" title={t('profile_platform_building')}>
          {facts(platformBuilding)}
          <PlatformCards
            platforms={data.platforms}
            first={[...platformBuilding.entities, ...topLevelDesign.entities, ...model.entities]}
            prefs={prefs}
            t={t}
            onOpen={onOpen}
          />
        </Section>
      )}
      {holds(topLevelDesign, data.policies) && (
        <Section id="profile-policies" sign="二" title={t('profile_top_level_design')}>
          {facts(topLevelDesign)}
          <PolicyTimeline policies={data.policies} prefs={prefs} t={t} onOpen={onOpen} />
        </Section>
      )}
      {holds(model, data.concepts) && (
        <Section id="profile-model" sign="三" title={t('profile_model')}>
          {facts(model)}
          <ConceptList concepts={data.concepts} prefs={prefs} onOpen={onOpen} />
        </Section>
      )}
      {data.rankings.length > 0 && (
        <Section id="profile-rankings" title={t('profile_rankings')}>
          <Rankings rankings={data.rankings} sources={data.sources} prefs={prefs} t={t} />
        </Section>
      )}
    </>
  );
}

function holds(section: RoadmapSection, entities: Entity[]): boolean {
  return section.facts.length > 0 || entities.length > 0;
}
