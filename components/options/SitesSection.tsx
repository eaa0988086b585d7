import { Choice } from '@/components/page/Choice';
import type { Translate } from '@/lib/language/translate';
import { SiteSets } from './SiteSets';
import { Tick } from './Tick';

export interface SitesSectionProps {
  t: Translate;
  /** False when the reader or the browser took away the access the extension came with. */
  allowed: boolean;
  /** Hosts the reader added, and the match pattern of each. */
  added: { origin: string; host: string }[];
  paused: string[];
  /** Asks for the access to government sites again; must run inside the click. */
  onAllow(): void;
  /** Asks for a set of sites; must run inside the click. */
  onAdd(hosts: readonly string[]): void;
  onRemove(origin: string): void;
  onResume(host: string): void;
  /** What pages may see of the reader, and hosts that see nothing. */
  shown: { kept: boolean; own: boolean };
  shownNothing: string[];
  onShow(shown: SitesSectionProps['shown']): void;
  onShowAgain(host: string): void;
  /** What becomes of what is kept in private windows. */
  privateKeeping: 'session' | 'refuse';
  onKeepPrivately(how: 'session' | 'refuse'): void;
}

/** Where pages are read: what the extension came with, what was added, what is paused. */
export function SitesSection(props: SitesSectionProps) {
  const { t, allowed, added, paused } = props;
  return (
    <>
      <p>{t('options_sites_default')}</p>
      {!allowed && (
        <div class="notice" data-tone="bad">
          <p>{t('options_sites_denied')}</p>
          <button type="button" class="button" data-weight="main" onClick={props.onAllow}>
            {t('options_sites_allow')}
          </button>
        </div>
      )}
      <p>{t('sites_sets')}</p>
      <SiteSets t={t} added={added.map(({ host }) => host)} onAdd={props.onAdd} />
      <h3>{t('options_sites_added')}</h3>
      {added.length === 0 ? (
        <p class="field-hint">{t('options_sites_added_none')}</p>
      ) : (
        <ul class="rows">
          {added.map(({ origin, host }) => (
            <li key={origin}>
              <span>{host}</span>
              <button
                type="button"
                class="button"
                aria-label={t('options_sites_remove_host', { host })}
                onClick={() => props.onRemove(origin)}
              >
                {t('options_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <h3>{t('options_sites_paused')}</h3>
      {paused.length === 0 ? (
        <p class="field-hint">{t('options_sites_paused_none')}</p>
      ) : (
        <ul class="rows">
          {paused.map((host) => (
            <li key={host}>
              <span>{host}</span>
              <button
                type="button"
                class="button"
                aria-label={t('options_sites_resume_host', { host })}
                onClick={() => props.onResume(host)}
              >
                {t('options_sites_resume')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Seen {...props} />
    </>
  );
}

/** What pages can learn of the reader, and private windows. */
function Seen(props: SitesSectionProps) {
  const { t, shown, shownNothing } = props;
  return (
    <>
      <h3>{t('options_shown')}</h3>
      <p class="field-hint">{t('options_shown_hint')}</p>
      <Tick
        label={t('options_shown_kept')}
        checked={shown.kept}
        onChange={(kept) => props.onShow({ ...shown, kept })}
      />
      <Tick
        label={t('options_shown_own')}
        checked={shown.own}
        onChange={(own) => props.onShow({ ...shown, own })}
      />
      {shownNothing.length > 0 && (
        <ul class="rows">
          {shownNothing.map((host) => (
            <li key={host}>
              <span>{t('options_shown_nothing', { host })}</span>
              <button
                type="button"
                class="button"
                aria-label={t('options_shown_again_host', { host })}
                onClick={() => props.onShowAgain(host)}
              >
                {t('options_shown_again')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Choice
        label={t('options_private')}
        hint={t('options_private_hint')}
        value={props.privateKeeping}
        options={(['session', 'refuse'] as const).map((value) => ({
          value,
          label: t(`options_private_${value}`),
        }))}
        onChange={props.onKeepPrivately}
      />
    </>
  );
}
