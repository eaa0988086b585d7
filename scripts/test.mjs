/**
 * `npm test`: sets up what is missing, builds, then makes every check there is, in order of how soon it
 * speaks, with the browsers beside the rest.
 * `npm test -- --only unit,browser` runs some sections; words after that go to their test runner:
 * `npm test -- --only browser marks`. Ends with one line, `N passed, M failed`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './setup/run.mjs';
import { ROOT, setUp } from './setup.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const bin = (/** @type {string} */ name) => join(ROOT, 'node_modules', '.bin', name);

/** One command that passes or fails as a whole; it is heard only when it fails. */
const check =
  (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
  async () => {
    try {
      await run(bin(name), args, { cwd: ROOT, quiet: true });
      return { passed: 1, failed: 0 };
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    }
  };

/** Several commands, one after the other, until one fails. */
const inTurn =
  (/** @type {(() => Promise<Count>)[]} */ ...checks) =>
  async () => {
    const sum = { passed: 0, failed: 0 };
    for (const one of checks) {
      const { passed, failed } = await one();
      sum.passed += passed;
      sum.failed += failed;
      if (failed > 0) break;
    }
    return sum;
  };

/**
 * A run of Vitest, counted test by test. Its output is told at the end, so that runs side by side
 * do not mix theirs.
 */
const vitest =
  (/** @type {string} */ config, /** @type {NodeJS.ProcessEnv} */ env = {}) =>
  async (/** @type {string[]} */ filters) => {
    const folder = await mkdtemp(join(tmpdir(), 'govgloss-test-'));
    const report = join(folder, 'report.json');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    let hasFailed = false;
    try {
      const args = ['run', '-c', config, ...reporters, ...filters];
      console.log(await run(bin('vitest'), args, { cwd: ROOT, env, quiet: true }));
    } catch (error) {
      // Which tests failed is in the report too; what failed beside them is not.
      hasFailed = true;
      console.log(error instanceof Error ? error.message : error);
    }
    try {
      const count = countOf(JSON.parse(await readFile(report, 'utf8')));
      return hasFailed && count.failed === 0 ? { ...count, failed: 1 } : count;
    } catch {
      console.log('Vitest wrote no report.');
      return { passed: 0, failed: 1 };
    } finally {
      await rm(folder, { recursive: true });
    }
  };

/** Both browsers at once, each test in one after the other: two of a kind would disturb each other. */
const inBrowsers = (/** @type {string} */ config) => async (/** @type {string[]} */ filters) => {
  const { GOVGLOSS_BROWSER: only } = process.env;
  const browsers = only ? [only] : ['chromium', 'firefox'];
  const counts = await Promise.all(
    browsers.map((browser) => vitest(config, { GOVGLOSS_BROWSER: browser })(filters)),
  );
  return total(counts);
};

/** @param {Count[]} counts */
const total = (counts) => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
});

/**
 * A file that could not be read as tests, or whose set-up failed, has no failed test but fails.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Count}
 */
function countOf({ numPassedTests, numFailedTests, testResults }) {
  const silent = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + silent.length };
}

/** @typedef {{ name: string, run: (filters: string[]) => Promise<Count> }} Section */

/** @type {Section} */
const BUILD = {
  name: 'build',
  run: inTurn(check('wxt', 'build'), check('wxt', 'build', '-b', 'firefox')),
};

/** Once it is built, these go side by side: browsers wait half of their time. */
const LANES = [
  [
    { name: 'types', run: check('tsc', '--noEmit') },
    { name: 'lint', run: check('biome', 'check', '--error-on-warnings', '.') },
    { name: 'unused', run: check('knip') },
    { name: 'built', run: vitest('tests/built/vitest.config.ts') },
    { name: 'unit', run: vitest('vitest.config.ts') },
    { name: 'data', run: check('tsx', 'scripts/check-data.ts') },
  ],
  [{ name: 'browser', run: inBrowsers('tests/browser/vitest.config.ts') }],
];
const SECTIONS = [BUILD, ...LANES.flat()];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
const only = values.only?.split(',') ?? SECTIONS.map(({ name }) => name);
const unknown = only.filter((name) => !SECTIONS.some((section) => section.name === name));
if (unknown.length > 0) {
  const names = SECTIONS.map(({ name }) => name).join(', ');
  console.error(`There is no section ${unknown.join(', ')}: choose from ${names}.`);
  process.exit(2);
}

/** Some drive what is built, or look into it. */
if (only.includes('browser') || only.includes('built')) only.push('build');

/** @param {Section[]} sections */
async function runInTurn(sections) {
  /** @type {Count[]} */
  const counts = [];
  for (const { name, run } of sections.filter(({ name }) => only.includes(name))) {
    const start = performance.now();
    const count = await run(positionals);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`── ${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)\n`);
    counts.push(count);
  }
  return total(counts);
}

await setUp({ browsers: only.includes('browser') });
const built = await runInTurn([BUILD]);
const sum = total([built, ...(built.failed === 0 ? await Promise.all(LANES.map(runInTurn)) : [])]);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;
