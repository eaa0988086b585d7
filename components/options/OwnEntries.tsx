import { useState } from 'preact/hooks';
import { FilePick } from '@/components/page/FilePick';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Entity, EntityId } from '@/lib/model/entity';
import { OwnEntityForm, type OwnEntityInput } from './OwnEntityForm';
import { OwnFormForm } from './OwnFormForm';

/** A further way to write an entity, with the entity's name to show. */
interface OwnFormRow {
  entity: EntityId;
  form: string;
  name: string;
}

export interface OwnEntriesProps {
  t: Translate;
  prefs: ViewPrefs;
  entities: Entity[];
  forms: OwnFormRow[];
  /** Names the reader can choose from when adding a form, each with its entity. */
  names: ReadonlyMap<string, EntityId>;
  /** What came of the last change: a sentence; null before one. */
  outcome: string | null;
  /** The last removal can be taken back. */
  undoable: boolean;
  /** Adds an entity, or changes the one of the id. */
  onSaveEntity(input: OwnEntityInput, id: EntityId | null): void;
  onSaveForm(form: { entity: EntityId; form: string }): void;
  onRemoveEntity(id: EntityId): void;
  onRemoveForm(form: OwnFormRow): void;
  onUndo(): void;
  onImport(file: File): void;
  onExport(): void;
}

type Editing = 'entity' | 'form' | { id: EntityId } | null;

/** What the reader or an editor added to the dataset; updates leave it alone. */
export function OwnEntries(props: OwnEntriesProps) {
  const { t, prefs, entities, forms } = props;
  const [editing, setEditing] = useState<Editing>(null);
  const close = () => setEditing(null);
  const edited =
    typeof editing === 'object' && editing
      ? entities.find((entity) => entity.id === editing.id)
      : undefined;
  return (
    <>
      <h3>{t('options_own')}</h3>
      <p>{t('options_own_lead')}</p>
      {entities.length + forms.length > 0 && (
        <ul class="rows">
          {entities.map((entity) => (
            <li key={entity.id} data-kind={entity.kind}>
              <span>
                <b lang={prefs.script}>{entity.names.zhHans}</b>{' '}
                <span class="kind">{t(`kind_${entity.kind}`)}</span>
              </span>
              <span class="row-actions">
                <button
                  type="button"
                  class="button"
                  aria-label={t('options_own_edit_name', { name: entity.names.zhHans })}
                  onClick={() => setEditing({ id: entity.id })}
                >
                  {t('edit')}
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={t('options_own_remove_name', { name: entity.names.zhHans })}
                  onClick={() => props.onRemoveEntity(entity.id)}
                >
                  {t('options_remove')}
                </button>
              </span>
            </li>
          ))}
          {forms.map((form) => (
            <li key={`${form.entity} ${form.form}`}>
              <span lang={prefs.script}>
                <b>{form.form}</b> → {form.name}
              </span>
              <button
                type="button"
                class="button"
                aria-label={t('options_own_remove_name', { name: form.form })}
                onClick={() => props.onRemoveForm(form)}
              >
                {t('options_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {editing === 'form' ? (
        <OwnFormForm
          t={t}
          prefs={prefs}
          names={props.names}
          onSave={(form) => {
            props.onSaveForm(form);
            close();
          }}
          onCancel={close}
        />
      ) : editing ? (
        <OwnEntityForm
          key={edited?.id ?? 'new'}
          t={t}
          prefs={prefs}
          entity={edited}
          onSave={(input) => {
            props.onSaveEntity(input, edited?.id ?? null);
            close();
          }}
          onCancel={close}
        />
      ) : (
        <div class="row-actions">
          <button type="button" class="button" onClick={() => setEditing('entity')}>
            {t('options_own_add')}
          </button>
          <button type="button" class="button" onClick={() => setEditing('form')}>
            {t('options_own_add_form')}
          </button>
          <FilePick label={t('options_own_import')} accept=".json" onPick={props.onImport} />
          <button
            type="button"
            class="button"
            disabled={entities.length + forms.length === 0}
            onClick={props.onExport}
          >
            {t('options_own_export')}
          </button>
        </div>
      )}
      <div role="status" class="row-actions">
        {props.outcome && <p>{props.outcome}</p>}
        {props.undoable && (
          <button type="button" class="button" onClick={props.onUndo}>
            {t('undo')}
          </button>
        )}
      </div>
    </>
  );
}
