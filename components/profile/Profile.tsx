import { HighlightQuote } from '@/components/highlight/HighlightQuote';
import { newestFirst } from '@/components/text/dates';
import { Words } from '@/components/text/Words';
import { Contents } from './Contents';
import { contentsOf } from './contents-of';
import { DivisionParts } from './DivisionParts';
import { EntityLinks } from './EntityLinks';
import { Facts } from './Facts';
import { Masthead } from './Masthead';
import { MetricCharts } from './MetricCharts';
import { keyFigures, profileSeries } from './metric-series';
import { Opening } from './Opening';
import { Particulars } from './Particulars';
import type { ProfileProps } from './profile-props';
import { Section } from './Section';
import { Sources } from './Sources';
import { onRecord, tellsMore } from './untold';

/** Figures that are seen before anything long. */
const KEY_FIGURES = 4;

/** Everything the dataset and the reader's library say of one entity. */
export function Profile(props: ProfileProps) {
  const { data, prefs, t, onOpen } = props;
  const { entity, sources, highlights } = data;
  const all = profileSeries(data);
  const first = keyFigures(all, KEY_FIGURES);
  const series = all.filter((each) => !first.includes(each));
  const facts = onRecord(entity);
  return (
    <article class="profile" data-kind={entity.kind}>
      <Masthead data={data} prefs={prefs} t={t} onOpen={onOpen} />
      <Particulars entity={entity} prefs={prefs} t={t} />
      {first.length > 0 && <MetricCharts series={first} sources={sources} prefs={prefs} t={t} />}
      {entity.kind === 'division' && (
        <>
          <Opening data={data} entity={entity} prefs={prefs} t={t} onOpen={onOpen} />
          <Contents parts={contentsOf(data, series, facts, t)} t={t} />
        </>
      )}
      {entity.description && tellsMore(entity) && (
        <p class="profile-description">
          <Words of={entity.description} prefs={prefs} />
        </p>
      )}
      {entity.kind === 'division' && <DivisionParts {...props} entity={entity} />}
      {series.length > 0 && (
        <Section id="profile-metrics" title={t('profile_metrics')}>
          <MetricCharts series={series} sources={sources} prefs={prefs} t={t} />
        </Section>
      )}
      {facts.length > 0 && (
        <Section id="profile-facts" title={t('profile_facts')}>
          <Facts {...props} facts={newestFirst(facts)} />
        </Section>
      )}
      {entity.kind !== 'division' && data.related.length + data.incoming.length > 0 && (
        <Section
          id="profile-related"
          title={t(entity.kind === 'policy' ? 'profile_lineage' : 'profile_related')}
        >
          <EntityLinks
            entity={entity}
            related={data.related}
            incoming={data.incoming}
            prefs={prefs}
            t={t}
            onOpen={onOpen}
          />
        </Section>
      )}
      {entity.gaps && entity.gaps.length > 0 && (
        <Section id="profile-gaps" title={t('profile_gaps')}>
          <ul class="gaps">
            {entity.gaps.map((gap) => (
              <li key={gap.zh}>
                <Words of={gap} prefs={prefs} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {highlights.length > 0 && (
        <Section
          id="profile-highlights"
          title={t('profile_highlights')}
          note={String(highlights.length)}
        >
          <ul>
            {highlights.map((highlight) => (
              <li key={highlight.id}>
                <HighlightQuote highlight={highlight} prefs={prefs} />
                <p class="place">
                  <button
                    type="button"
                    class="linklike"
                    onClick={() => props.onOpenHighlight(highlight)}
                  >
                    <span lang={prefs.script}>{highlight.title || highlight.url}</span>
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p class="unseen" role="status">
        {props.copied ? t(props.copied.done ? 'copied' : 'copy_refused') : ''}
      </p>
      {sources.length > 0 && <Sources sources={sources} prefs={prefs} t={t} />}
    </article>
  );
}
