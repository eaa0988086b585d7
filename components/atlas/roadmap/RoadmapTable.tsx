import { useState } from 'preact/hooks';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Entity, EntityId } from '@/lib/model/entity';
import type { Entry } from './entries';
import { rowOf } from './rows';

interface RoadmapTableProps {
  entries: readonly Entry[];
  entities: ReadonlyMap<EntityId, Entity>;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
}

/** The picture's entries as a table, made when it is opened: for screen readers, and to read. */
export function RoadmapTable({ entries, entities, prefs, t, entityUrl }: RoadmapTableProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="behind" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('picture_table', { count: entries.length })}</summary>
      {isOpen && (
        <section class="table-scroll" aria-label={t('roadmap_title')}>
          <table class="behind-table">
            <thead>
              <tr>
                <th scope="col">{t('column_date')}</th>
                <th scope="col">{t('kind_division')}</th>
                <th scope="col">{t('column_kind')}</th>
                <th scope="col">{t('column_name')}</th>
                <th scope="col">{t('column_text')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => {
                const row = rowOf(entry, entities, prefs, t);
                return (
                  <tr key={entry.key}>
                    <th scope="row">{row.date}</th>
                    <td>{row.division}</td>
                    <td>{row.kind}</td>
                    <td>
                      <a href={entityUrl(entry.entity)} lang={entry.lang}>
                        {row.name}
                      </a>
                    </td>
                    <td lang={entry.lang}>{row.says}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
