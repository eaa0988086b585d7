import { FactLine } from '@/components/text/FactLine';
import type { Fact, Source } from '@/lib/model/entity';
import type { Translate, ViewPrefs } from '@/lib/model/prefs';

interface FactsProps {
  facts: Fact[];
  sources: Source[];
  prefs: ViewPrefs;
  t: Translate;
}

/** Dated statements, in the order given. */
export function Facts({ facts, ...rest }: FactsProps) {
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <FactLine key={fact.asOf + fact.zh} fact={fact} mostSources={3} {...rest} />
      ))}
    </ul>
  );
}
