import type { ComponentChildren } from 'preact';
import { formatDate } from '@/components/text/dates';
import { isTranslated, langFor, nameFor } from '@/components/text/names';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import { type MessageKey, snake, type Translate } from '@/lib/language/translate';
import type { DivisionType, Entity, PartialDate } from '@/lib/model/entity';

/** A municipality is its own capital; Chinese has another word for that of each other type. */
const CAPITAL: Partial<Record<DivisionType, MessageKey>> = {
  nation: 'profile_capital_nation',
  province: 'profile_capital_province',
  'autonomous-region': 'profile_capital_autonomous_region',
};

interface ParticularsProps {
  entity: Entity;
  prefs: ViewPrefs;
  t: Translate;
}

/** What can be said in a word or two: capital and code, operator and launch, issuer and number. */
export function Particulars({ entity, prefs, t }: ParticularsProps) {
  const rows = rowsOf(entity, prefs, t).filter(([, value]) => value);
  if (rows.length === 0) return null;
  return (
    <dl class="particulars">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Row = readonly [key: MessageKey, value: ComponentChildren];

function rowsOf(entity: Entity, prefs: ViewPrefs, t: Translate): Row[] {
  const chinese = (text: string) => <span lang={prefs.script}>{text}</span>;
  const date = (value: string | null) => value && formatDate(value, prefs.language);
  switch (entity.kind) {
    case 'division': {
      const capital = CAPITAL[entity.type];
      return [
        [
          'profile_abbreviation',
          entity.abbreviations.length > 0 && chinese(entity.abbreviations.join('、')),
        ],
        ...(capital && entity.capital
          ? [
              [
                capital,
                <span lang={langFor(prefs)}>{nameFor(entity.capital, prefs)}</span>,
              ] as const,
            ]
          : []),
        ['profile_code', entity.code],
        ['profile_portal', entity.portal && address(entity.portal.url)],
      ];
    }
    case 'platform': {
      // A body is opened, not launched, and is not in use.
      const isBody = entity.types.includes('organisation');
      return [
        [isBody ? 'profile_opened' : 'profile_launched', date(entity.launched)],
        ['profile_operator', entity.operator && <Words of={entity.operator} prefs={prefs} />],
        [
          'profile_status',
          entity.status === 'unknown' || (isBody && entity.status === 'current')
            ? null
            : t(`status_${entity.status}`),
        ],
        ['profile_former', former(entity, prefs, t)],
        ['profile_address', entity.url && address(entity.url)],
        [
          'profile_confidence',
          entity.confidence === 'sourced' ? null : t(`confidence_${snake(entity.confidence)}`),
        ],
      ];
    }
    case 'policy':
      return [
        ['profile_issuer', entity.issuer && <Words of={entity.issuer} prefs={prefs} />],
        ['profile_number', entity.docNumber && chinese(entity.docNumber)],
        [entity.published || entity.inForce ? 'profile_signed' : 'profile_date', date(entity.date)],
        ['profile_published', date(entity.published ?? null)],
        ['profile_in_force', date(entity.inForce ?? null)],
        ['profile_address', entity.url && address(entity.url)],
      ];
    default:
      return [['profile_former', former(entity, prefs, t)]];
  }
}

/** Former names with the years they were used, where those are known. */
function former(entity: Entity, prefs: ViewPrefs, t: Translate): ComponentChildren {
  if (entity.formerNames.length === 0) return null;
  return (
    <ul>
      {entity.formerNames.map(({ name, en, from, until }) => (
        <li key={name}>
          {isTranslated(prefs) && en && `${en} `}
          <span lang={prefs.script}>{name}</span>
          {used(from, until, t)}
        </li>
      ))}
    </ul>
  );
}

/** As a word: a number would be grouped, 2,019. */
function yearIn(date: PartialDate): string {
  return date.slice(0, 4);
}

function used(from: PartialDate | undefined, until: PartialDate | undefined, t: Translate): string {
  if (from && until) return t('years_both', { from: yearIn(from), until: yearIn(until) });
  if (from) return t('years_from', { from: yearIn(from) });
  return until ? t('years_until', { until: yearIn(until) }) : '';
}

function address(url: string): ComponentChildren {
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url}
    </a>
  );
}
