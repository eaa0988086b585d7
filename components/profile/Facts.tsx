import { citation } from '@/components/text/citation';
import { FactLine } from '@/components/text/FactLine';
import type { Fact } from '@/lib/model/entity';
import { CopyFact } from './CopyFact';
import type { ProfileProps } from './profile-props';

interface FactsProps extends Pick<ProfileProps, 'data' | 'prefs' | 't' | 'copied' | 'onCopy'> {
  facts: Fact[];
}

/** Dated statements, in the order given. */
export function Facts({ facts, data, prefs, t, copied, onCopy }: FactsProps) {
  return (
    <ul class="facts">
      {facts.map((fact, at) => {
        const text = citation(data.entity.names, fact, data.sources, prefs, t);
        return (
          <FactLine
            key={fact.asOf + fact.zh}
            fact={fact}
            sources={data.sources}
            mostSources={3}
            again={facts[at - 1]?.sources.join() === fact.sources.join()}
            prefs={prefs}
            t={t}
            aside={<CopyFact text={text} copied={copied} t={t} onCopy={onCopy} />}
          />
        );
      })}
    </ul>
  );
}
