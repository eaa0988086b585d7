import { chineseName, langFor, nameFor } from '@/components/text/names';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Entity, EntityId } from '@/lib/model/entity';

interface ConceptListProps {
  concepts: Entity[];
  prefs: ViewPrefs;
  onOpen(id: EntityId): void;
}

/** Concepts as a glossary has them: the term, then what it means. */
export function ConceptList({ concepts, prefs, onOpen }: ConceptListProps) {
  return (
    <dl class="glossary">
      {concepts.map((concept) => (
        <div key={concept.id} data-kind="concept">
          <dt>
            <button type="button" class="linklike" onClick={() => onOpen(concept.id)}>
              <span lang={langFor(prefs)}>{nameFor(concept.names, prefs)}</span>
            </button>
            {prefs.language === 'en' && ' '}
            {prefs.language === 'en' && (
              <span class="glossary-form" lang={prefs.script}>
                {chineseName(concept.names, prefs)}
              </span>
            )}
          </dt>
          <dd>
            <Words of={concept.summary} prefs={prefs} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
