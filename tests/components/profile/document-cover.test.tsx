import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { DocumentCover } from '@/components/profile/DocumentCover';
import { MASTER_PLAN, ZHELIBAN } from '@/tests/components/fixtures/entities';
import { PROFILES } from '@/tests/components/fixtures/profiles';
import { prefsIn, t } from '@/tests/components/mount';

it('shows a document’s days, what carries it out, and the figures of its time beside today’s', () => {
  const home = PROFILES.division;
  if (!home) throw new Error('No division.');
  const brief = { ...ZHELIBAN, division: { id: 'CN-ZJ', names: home.entity.names } };
  const shown = renderToString(
    <DocumentCover
      data={{
        ...home,
        entity: { ...MASTER_PLAN, date: '2018-12-28', inForce: '2019-01-01' },
        related: [],
        incoming: [{ type: 'implements', brief }],
      }}
      home={home}
      prefs={prefsIn('zh-Hans')}
      t={t}
      onOpen={() => undefined}
    />,
  );
  for (const said of ['2018年12月28日', '2019年1月1日', '浙里办']) expect(shown).toContain(said);
});
