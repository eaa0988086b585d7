import { useMemo } from 'preact/hooks';
import { divisionsOf } from '@/components/atlas/atlas-data';
import { CompareTable } from '@/components/atlas/CompareTable';
import { DivisionPick } from '@/components/atlas/DivisionPick';
import { Choice } from '@/components/page/Choice';
import { ExportBar } from '@/components/picture/ExportBar';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { COMPARE_MODES, type CompareChoices, MOST_COMPARED } from './choices';
import { MatchedTable } from './MatchedTable';
import { type Matched, matched } from './matched';

interface CompareViewProps {
  data: AtlasData;
  choices: CompareChoices;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  onChange(change: Partial<CompareChoices>): void;
  onSave(table: Matched): void;
}

/** A few divisions side by side, or all of them by what was counted. */
export function CompareView({ data, choices, prefs, t, ...props }: CompareViewProps) {
  const { mode, divisions } = choices;
  const ids = divisions.join();
  const table = useMemo(() => matched(data, ids.split(',')), [data, ids]);
  const all = useMemo(() => divisionsOf(data), [data]);
  return (
    <section class="atlas-sheet" aria-labelledby="compare-head">
      <div class="view-head">
        <h1 id="compare-head" class="page-title">
          {t('compare_title')}
        </h1>
        {mode === 'matched' && (
          <ExportBar formats={['csv']} t={t} onSave={() => props.onSave(table)} />
        )}
      </div>
      <Choice
        label={t('compare_group')}
        value={mode}
        options={COMPARE_MODES.map((value) => ({ value, label: t(`compare_${value}`) }))}
        onChange={(next) => props.onChange({ mode: next })}
      />
      {mode === 'matched' ? (
        <>
          <DivisionPick
            {...{ all, prefs, t }}
            chosen={divisions}
            label={t('compare_chosen', { count: divisions.length, most: MOST_COMPARED })}
            most={MOST_COMPARED}
            onChange={(next) => props.onChange({ divisions: next })}
          />
          {table.divisions.length < 2 ? (
            <p class="field-hint">{t('compare_choose_two')}</p>
          ) : (
            <MatchedTable table={table} prefs={prefs} t={t} entityUrl={props.entityUrl} />
          )}
        </>
      ) : (
        <CompareTable data={data} group={mode} prefs={prefs} t={t} entityUrl={props.entityUrl} />
      )}
    </section>
  );
}
