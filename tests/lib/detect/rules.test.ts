import { describe, expect, it } from 'vitest';
import { createDetector, type Detector } from '@/lib/detect/detect';
import type { Rule } from '@/lib/detect/judge/rule';
import { RULES, type RuleTable } from '@/lib/detect/judge/rules';
import { marked, packagedGazetteer } from './packaged-detector';
import { EXAMPLES } from './rule-examples';

const gazetteer = await packagedGazetteer();
const detector = createDetector(gazetteer);

const NAMES = [
  ...new Set(
    [...RULES.rules, ...RULES.rescues, ...RULES.corrections, ...RULES.lists].map(
      ({ name }) => name,
    ),
  ),
];

function lines(block: string): string[] {
  return block.split('\n').filter((line) => line !== '');
}

/** What is marked in a sentence, as marked() writes it. */
function marksIn(text: string, by: Detector): string[] {
  return by.detect(text).map(({ start, end }) => `${start} ${text.slice(start, end)}`);
}

function without(dropped: string): RuleTable {
  const isKept = ({ name }: { name: string }) => name !== dropped;
  return {
    rules: RULES.rules.filter(isKept),
    rescues: RULES.rescues.filter(isKept),
    corrections: RULES.corrections.filter(isKept),
    lists: RULES.lists.filter(isKept),
  };
}

/** The table with one rule that says the reverse of what it says. */
function reversed(name: string): RuleTable {
  const turned = (rule: Rule): Rule => ({
    ...rule,
    weigh: (look) => {
      const finding = rule.weigh(look);
      return finding && rule.name === name ? { ...finding, weight: -finding.weight } : finding;
    },
  });
  return {
    rules: RULES.rules.map(turned),
    rescues: RULES.rescues.map(turned),
    corrections: RULES.corrections.map((one) =>
      one.name === name ? { ...one, weight: -one.weight } : one,
    ),
    lists: RULES.lists.map((one) => (one.name === name ? { ...one, weight: -one.weight } : one)),
  };
}

it('every rule has examples, and every example its rule', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual([...NAMES].sort());
});

describe.each(Object.entries(EXAMPLES))('the rule %s', (name, { decides, spares }) => {
  it.each([...lines(decides), ...lines(spares)])('%s', (sentence) => {
    const { text, marks } = marked(sentence);
    expect(marksIn(text, detector)).toEqual(marks);
  });

  it('fails a sentence of its own when it says the reverse', () => {
    const by = createDetector(gazetteer, reversed(name));
    const right = [...lines(decides), ...lines(spares)].filter((sentence) => {
      const { text, marks } = marked(sentence);
      return marksIn(text, by).join() === marks.join();
    });
    expect(right.length).toBeLessThan(lines(decides).length + lines(spares).length);
  });

  it('decides its sentences, and is named by explain', () => {
    const dropped = createDetector(gazetteer, without(name));
    for (const sentence of lines(decides)) {
      const { text, marks } = marked(sentence);
      expect(marksIn(text, dropped), text).not.toEqual(marks);
      const reasons = detector.explain(text).flatMap((one) => one.reasons);
      const said = reasons.flatMap(({ code, text: words }) => [code, ...(words ?? '').split(' ')]);
      expect(said, text).toContain(name);
    }
  });
});
