import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packagedDetector } from './packaged-detector';

/** Labelled sentences that may not be published lie beside the repository, where somebody has them. */
const ROOT = path.join(import.meta.dirname, '../../..');
const SHARED = process.env.GOVGLOSS_SHARED ?? path.join(ROOT, '../shared');
const SENTENCES = path.join(SHARED, 'corpus/detection-dev.jsonl');
const SCORER = path.join(SHARED, 'corpus/score.mjs');
const isHere = existsSync(SENTENCES) && existsSync(SCORER);

/** Strict F1 below which detection must not fall. */
const BARS = { '--min': '0.995', '--min-traps': '0.95', '--min-platforms': '0.97' };

interface Labelled {
  id: string;
  text: string;
}

if (!isHere)
  console.log(
    `No labelled sentences at ${SENTENCES}: their part of the detection tests is left out.`,
  );

describe.runIf(isHere)('the labelled sentences', () => {
  it('are marked at or above the bars, by their own scorer', async () => {
    const detector = await packagedDetector();
    const items = readFileSync(SENTENCES, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): Labelled => JSON.parse(line));
    const answers = items.map(({ id, text }) =>
      JSON.stringify({
        id,
        spans: detector
          .detect(text)
          .map(({ start, end, entity, kind }) => ({ start, end, entity, kind })),
      }),
    );
    const folder = mkdtempSync(path.join(tmpdir(), 'govgloss-corpus-'));
    try {
      const file = path.join(folder, 'answers.jsonl');
      writeFileSync(file, `${answers.join('\n')}\n`);
      const { stdout } = await promisify(execFile)(process.execPath, [
        SCORER,
        SENTENCES,
        '--cmd',
        `cat "${file}"`,
        '--errors',
        '40',
        ...Object.entries(BARS).flat(),
      ]).catch((error: { stdout: string }) => error);
      const verdict = /F1 overall ([\d.]+).*trap sentences ([\d.]+).*platforms ([\d.]+)/.exec(
        stdout,
      );
      const scores = verdict?.slice(1).map(Number) ?? [];
      expect(scores, stdout).toHaveLength(3);
      for (const [index, bar] of Object.values(BARS).entries())
        expect(scores[index], stdout).toBeGreaterThanOrEqual(Number(bar));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
