import { useState } from 'preact/hooks';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { type Entity, OWN_KINDS, type OwnKind } from '@/lib/model/entity';

/** What is asked for of an own entity; everything but kind and name may be ''. */
export interface OwnEntityInput {
  kind: OwnKind;
  name: string;
  en: string;
  what: string;
  link: string;
  note: string;
}

interface OwnEntityFormProps {
  t: Translate;
  prefs: ViewPrefs;
  /** The entity to change; absent for a new one. */
  entity: Entity | undefined;
  onSave(input: OwnEntityInput): void;
  onCancel(): void;
}

const EMPTY: OwnEntityInput = { kind: 'platform', name: '', en: '', what: '', link: '', note: '' };

/** Shorter names would be marked inside other words. */
const SHORTEST_NAME = 2;

/** Adds or changes one of the reader's own entities. */
export function OwnEntityForm({ t, prefs, entity, onSave, onCancel }: OwnEntityFormProps) {
  const [input, setInput] = useState(entity ? inputOf(entity) : EMPTY);
  const [problem, setProblem] = useState<'name' | 'link' | null>(null);
  const set = (change: Partial<OwnEntityInput>) => setInput({ ...input, ...change });
  const text = (field: 'name' | 'en' | 'what' | 'link', lang: string) => (
    <label class="field">
      <span>{t(`options_own_${field}`)}</span>
      <input
        type="text"
        lang={lang}
        autocomplete="off"
        value={input[field]}
        aria-invalid={problem === field}
        aria-describedby={problem === field ? 'own-problem' : undefined}
        onInput={(event) => set({ [field]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        const found = problemOf(input);
        setProblem(found);
        if (!found) onSave(input);
      }}
    >
      <label class="field">
        <span>{t('options_own_kind')}</span>
        <select
          value={input.kind}
          onChange={(event) => {
            const kind = OWN_KINDS.find((each) => each === event.currentTarget.value);
            if (kind) set({ kind });
          }}
        >
          {OWN_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind_${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {text('name', prefs.script)}
      {text('en', 'en')}
      {text('what', prefs.language)}
      {input.kind !== 'concept' && text('link', 'en')}
      <label class="field">
        <span>{t('options_own_note')}</span>
        <textarea
          rows={3}
          value={input.note}
          onInput={(event) => set({ note: event.currentTarget.value })}
        />
      </label>
      {problem && (
        <p id="own-problem" class="field-error" role="alert">
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

/** The field that cannot be saved as it is, or null. */
function problemOf({ kind, name, link }: OwnEntityInput): 'name' | 'link' | null {
  if ([...name.trim()].length < SHORTEST_NAME) return 'name';
  const address = link.trim();
  const fits =
    address === '' || (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol));
  return kind === 'concept' || fits ? null : 'link';
}

/** The form's fields for an entity made from them before. */
function inputOf(entity: Entity): OwnEntityInput {
  const { names, summary, description } = entity;
  return {
    kind: OWN_KINDS.find((kind) => kind === entity.kind) ?? EMPTY.kind,
    name: names.zhHans,
    en: names.en === names.zhHans ? '' : names.en,
    what: summary.zh === names.zhHans ? '' : summary.zh,
    link: 'url' in entity ? (entity.url ?? '') : '',
    note: !description || description.zh === summary.zh ? '' : description.zh,
  };
}
