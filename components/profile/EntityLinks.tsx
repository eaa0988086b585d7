import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import type { Entity, EntityId } from '@/lib/model/entity';
import type { EntityBrief, ProfileData } from '@/lib/model/views';

interface EntityLinksProps {
  entity: Entity;
  related: EntityBrief[];
  incoming: ProfileData['incoming'];
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
}

/** What an entity stands in relation to, and how. */
export function EntityLinks({ entity, related, incoming, prefs, t, onOpen }: EntityLinksProps) {
  const links = [
    ...related.map((brief) => ({ brief, relation: relationOf(entity, brief, t) })),
    ...incoming.map(({ type, brief }) => ({ brief, relation: t(`came_${snake(type)}`) })),
  ];
  return (
    <ul class="links">
      {links.map(({ brief, relation }, at) => {
        const goesOn = links[at - 1]?.relation === relation;
        return (
          <li key={`${relation} ${brief.id}`} data-kind={brief.kind}>
            <span class="link-relation">
              <span class={goesOn ? 'unseen' : undefined}>{relation}</span>
            </span>
            <button type="button" class="linklike" onClick={() => onOpen(brief.id)}>
              <span lang={langFor(prefs)}>{nameFor(brief.names, prefs)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The word for how it is related; where nothing is said, what kind it is. */
function relationOf(entity: Entity, { id, kind }: EntityBrief, t: Translate): string {
  const relation = entity.relations.find((each) => each.target === id);
  return t(relation ? `relation_${snake(relation.type)}` : `kind_${kind}`);
}
