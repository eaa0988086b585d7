import { useState } from 'preact/hooks';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';

interface OwnFormFormProps {
  t: Translate;
  prefs: ViewPrefs;
  names: ReadonlyMap<string, EntityId>;
  onSave(form: { entity: EntityId; form: string }): void;
  onCancel(): void;
}

/** What a surface form may be long, in characters: lib/dataset/own-entries.ts holds to the same. */
const LENGTH = { least: 2, most: 60 };

/** Adds a further way to write an entity of the dataset. */
export function OwnFormForm({ t, prefs, names, onSave, onCancel }: OwnFormFormProps) {
  const [form, setForm] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<'form' | 'entity' | null>(null);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        const length = form.trim().length;
        const entity = names.get(name.trim());
        if (length < LENGTH.least || length > LENGTH.most) setProblem('form');
        else if (!entity) setProblem('entity');
        else onSave({ entity, form: form.trim() });
      }}
    >
      <label class="field">
        <span>{t('options_own_form')}</span>
        <input
          type="text"
          lang={prefs.script}
          autocomplete="off"
          value={form}
          aria-invalid={problem === 'form'}
          aria-describedby={problem === 'form' ? 'form-problem' : undefined}
          onInput={(event) => setForm(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t('options_own_entity')}</span>
        <input
          type="text"
          list="own-names"
          lang={prefs.script}
          autocomplete="off"
          value={name}
          aria-invalid={problem === 'entity'}
          aria-describedby={problem === 'entity' ? 'form-problem' : undefined}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <datalist id="own-names">
          {[...names.keys()].map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </label>
      {problem && (
        <p id="form-problem" class="field-error" role="alert">
          {t(`options_own_bad_${problem}`)}
        </p>
      )}
      <div class="row-actions">
        <button type="submit" class="button" data-weight="main">
          {t('save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
