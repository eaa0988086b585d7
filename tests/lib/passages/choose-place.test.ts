import { expect, test } from 'vitest';
import { choosePlace } from '@/lib/passages/choose-place';

const shown = (at: number) => ({ at, isShown: true });
const hidden = (at: number) => ({ at, isShown: false });

test.each([
  ['the nearest, which comes first', [shown(50), shown(90)], 50, [], 0],
  ['what is shown before what is nearer and hidden', [hidden(50), shown(90)], 50, [], 1],
  [
    'the order of the page’s passages before both',
    [shown(50), hidden(90)],
    50,
    [{ was: 40, at: 60 }],
    1,
  ],
  [
    'by most of them where they disagree',
    [shown(20), shown(90)],
    50,
    [
      { was: 40, at: 60 },
      { was: 30, at: 70 },
      { was: 60, at: 80 },
    ],
    1,
  ],
  [
    'what is shown where nobody knows where it was',
    [hidden(20), shown(90)],
    null,
    [{ was: 40, at: 95 }],
    1,
  ],
])('takes %s', (_, places, was, others, expected) => {
  expect(choosePlace(places, was, others)).toBe(expected);
});
