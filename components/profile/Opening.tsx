import { formatDate } from '@/components/text/dates';
import { langFor, nameFor } from '@/components/text/names';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Division, EntityId, Policy } from '@/lib/model/entity';
import type { ProfileData } from '@/lib/model/views';
import { orderPlatforms } from './order-platforms';

interface OpeningProps {
  data: ProfileData;
  entity: Division;
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
}

const MAIN_PLATFORMS = 3;

/** What a reader in a hurry wants of a division: its main platforms, newest document, its way. */
export function Opening({ data, entity, prefs, t, onOpen }: OpeningProps) {
  const { owned } = data;
  const named = Object.values(entity.roadmap).flatMap(({ entities }) => entities);
  const platforms = orderPlatforms(owned, named).slice(0, MAIN_PLATFORMS);
  const document = newestDocument(owned);
  const way =
    entity.roadmap.model.facts.find(({ claim }) => !claim) ??
    owned.find(({ kind }) => kind === 'concept')?.summary;
  return (
    <dl class="opening">
      {platforms.length > 0 && (
        <div>
          <dt>{t('profile_main_platforms')}</dt>
          <dd>
            {platforms.map(({ id, names }) => (
              <button key={id} type="button" class="linklike" onClick={() => onOpen(id)}>
                <span lang={langFor(prefs)}>{nameFor(names, prefs)}</span>
              </button>
            ))}
          </dd>
        </div>
      )}
      {document?.date && (
        <div>
          <dt>{t('profile_newest_document')}</dt>
          <dd>
            <button type="button" class="linklike" onClick={() => onOpen(document.id)}>
              <span lang={langFor(prefs)}>{nameFor(document.names, prefs)}</span>
            </button>
            <time dateTime={document.date}>
              {formatDate(document.date, prefs.language, 'month')}
            </time>
          </dd>
        </div>
      )}
      {way && (
        <div>
          <dt>{t('profile_model_sentence')}</dt>
          <dd>
            <Words of={way} prefs={prefs} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function newestDocument(owned: ProfileData['owned']): Policy | undefined {
  const dated = owned.filter(
    (entity): entity is Policy => entity.kind === 'policy' && entity.date !== null,
  );
  return dated.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0];
}
