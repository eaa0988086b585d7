import { chineseName, isTranslated, langFor, nameFor } from '@/components/text/names';
import { Words } from '@/components/text/Words';
import type { OwnedProps } from './owned-props';

/** Concepts as a glossary has them: the term, then what it means. */
export function ConceptList({ owned, prefs, onOpen }: OwnedProps) {
  return (
    <dl class="glossary">
      {owned.map((concept) => (
        <div key={concept.id} data-kind="concept">
          <dt>
            <button type="button" class="linklike" onClick={() => onOpen(concept.id)}>
              <span lang={langFor(prefs)}>{nameFor(concept.names, prefs)}</span>
            </button>
            {isTranslated(prefs) && (
              <>
                {' '}
                <span class="glossary-form" lang={prefs.script}>
                  {chineseName(concept.names, prefs)}
                </span>
              </>
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
