import { describe, expect, it } from 'vitest';
import { inScript } from '@/lib/language/in-script';
import { CARDS } from '@/tests/components/fixtures/cards';
import { PROFILES } from '@/tests/components/fixtures/profiles';

const marked = (text: string) => `<${text}>`;

describe('inScript', () => {
  it('converts texts and titles, and leaves names and English alone', () => {
    const card = inScript(CARDS.policy!, marked);
    expect(card.entity.summary.zh).toMatch(/^</);
    expect(card.entity.summary.en).not.toMatch(/^</);
    expect(card.entity.names).toEqual(CARDS.policy!.entity.names);
    expect(card.sources[0]!.publisher).toMatch(/^</);
    expect(card.sources[0]!.url).toBe(CARDS.policy!.sources[0]!.url);
  });

  it('never touches what the reader kept', () => {
    const profile = inScript(PROFILES.division!, marked);
    expect(profile.highlights).toEqual(PROFILES.division!.highlights);
    expect(profile.entity).toMatchObject({ abbreviations: ['<浙>'] });
    expect(profile.rankings[0]!.ranking.title.zh).toMatch(/^</);
  });
});
