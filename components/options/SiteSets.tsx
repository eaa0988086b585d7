import type { Translate } from '@/lib/language/translate';
import { keysOf } from '@/lib/model/registry';
import { SITE_SETS } from '@/lib/model/site-sets';

export interface SiteSetsProps {
  t: Translate;
  /** Hosts that are read already. */
  added: readonly string[];
  /** Asks for the sites of a set; must run inside the click. */
  onAdd(hosts: readonly string[]): void;
}

/** Sets of sites the reader may add at one question each, with every host that it is about. */
export function SiteSets({ t, added, onAdd }: SiteSetsProps) {
  return (
    <ul class="site-sets">
      {keysOf(SITE_SETS).map((set) => {
        const missing = SITE_SETS[set].filter((host) => !added.includes(host));
        return (
          <li key={set}>
            <h3>{t(`sites_${set}`)}</h3>
            <ul class="site-hosts">
              {SITE_SETS[set].map((host) => (
                <li key={host}>{host}</li>
              ))}
            </ul>
            {missing.length > 0 ? (
              <button
                type="button"
                class="button"
                aria-label={t('sites_add_set', { set: t(`sites_${set}`) })}
                onClick={() => onAdd(missing)}
              >
                {t('sites_add')}
              </button>
            ) : (
              <p class="field-hint">{t('sites_all_added')}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
