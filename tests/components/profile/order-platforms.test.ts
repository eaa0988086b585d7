import { describe, expect, it } from 'vitest';
import { orderPlatforms } from '@/components/profile/order-platforms';
import type { Platform } from '@/lib/model/entity';
import { ZHEJIANG, ZHELIBAN } from '@/tests/components/fixtures/entities';

const platform = (id: string, change: Partial<Platform> = {}): Platform => ({
  ...ZHELIBAN,
  facts: [],
  metrics: [],
  ...change,
  id,
});

describe('orderPlatforms', () => {
  it('begins with what the roadmap names, then the best documented, and ends with what ended', () => {
    const ordered = orderPlatforms(
      [
        platform('ended', { status: 'merged', facts: ZHELIBAN.facts }),
        platform('thin'),
        platform('documented', { facts: ZHELIBAN.facts }),
        platform('second'),
        platform('first'),
        ZHEJIANG,
      ],
      ['first', 'second', 'ended'],
    );
    expect(ordered.map(({ id }) => id)).toEqual(['first', 'second', 'documented', 'thin', 'ended']);
  });
});
