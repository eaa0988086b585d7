import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestFrame } from './driver/test-browser';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 at levels A and AA, by axe's tags. */
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Only what fails is written out: the rest takes longer than the looking. */
const OPTIONS = { runOnly: LEVELS, resultTypes: ['violations'] };

/** What axe reports, as far as we read it. */
interface AxeResults {
  violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}

/**
 * Every breach of WCAG 2.2 AA that axe-core finds in a document, open shadow roots included: one
 * line each, with the rule, where, and what to do. Empty when there is none.
 */
export async function findBarriers(frame: TestFrame): Promise<string[]> {
  // Sent as text like every function, so axe itself is part of the text: no page's policy against
  // evaluating strings stands in its way.
  // A colour on its way to another is neither of the two that were chosen: what moves is ended first.
  const run = new Function(
    `for (const moving of document.getAnimations()) moving.finish();
    ${SOURCE}; return axe.run(document, ${JSON.stringify(OPTIONS)})`,
  ) as () => Promise<AxeResults>;
  const { violations } = await frame.evaluate(run);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [id, help, JSON.stringify(target), failureSummary ?? ''].join(' | '),
    ),
  );
}
