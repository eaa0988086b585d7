import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import type { Entity, EntityId } from '@/lib/model/entity';
import type { EntityBrief } from '@/lib/model/views';

interface EntityLinksProps {
  entity: Entity;
  related: EntityBrief[];
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
}

/** What an entity stands in relation to, and how. */
export function EntityLinks({ entity, related, prefs, t, onOpen }: EntityLinksProps) {
  return (
    <ul class="links">
      {related.map((brief, at) => {
        const relation = relationOf(entity, brief, t);
        const before = related[at - 1];
        const goesOn = before !== undefined && relationOf(entity, before, t) === relation;
        return (
          <li key={brief.id} data-kind={brief.kind}>
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
