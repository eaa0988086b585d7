import { langFor, nameFor } from '@/components/text/names';
import type { Entity, EntityId } from '@/lib/model/entity';
import type { Translate, ViewPrefs } from '@/lib/model/prefs';
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
      {related.map((brief) => {
        const relation = entity.relations.find((each) => each.target === brief.id);
        return (
          <li key={brief.id} data-kind={brief.kind}>
            <span class="link-relation">
              {t(relation ? `relation_${relation.type.replace('-', '_')}` : `kind_${brief.kind}`)}
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
