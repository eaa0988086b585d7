import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Browser, BUILD } from './own-browser';
import { countSyncs } from './syncs';

/** The processes of the browser that runs in a folder of its own. */
function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false; // it has ended meanwhile
      }
    });
}

test('what is told to be kept in Chromium is there when the browser is killed the moment after', async (context) => {
  if (process.platform !== 'linux') return context.skip('Processes are looked for in /proc.');
  const folder = await mkdtemp(join(tmpdir(), 'govgloss-killed-'));
  await cp(BUILD, join(folder, 'unpacked'), { recursive: true });
  let browser = await Browser.start(folder);
  try {
    const kept: string[] = [];
    for (const round of ['一', '二', '三']) {
      for (const exact of [`${round}上`, `${round}下`]) {
        expect((await browser.save(exact)).ok).toBe(true);
        kept.push(exact);
      }
      for (const pid of processesIn(folder)) process.kill(pid, 'SIGKILL');
      await browser.close().catch(() => {});
      browser = await Browser.start(folder);
      expect(await browser.found()).toEqual([...kept].sort());
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

test('each passage is on the disk before Chromium tells that it is kept', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'govgloss-synced-'));
  await cp(BUILD, join(folder, 'unpacked'), { recursive: true });
  const browser = await Browser.start(folder);
  try {
    expect((await browser.save('开头')).ok).toBe(true);
    const syncs = await countSyncs(processesIn(folder), join(folder, 'trace'));
    if (typeof syncs === 'string') return context.skip(syncs);
    const counted: number[] = [];
    for (const exact of ['甲', '乙', '丙', '丁', '戊', '己']) {
      const before = await syncs.count();
      expect((await browser.save(exact)).ok).toBe(true);
      counted.push((await syncs.count()) - before);
    }
    syncs.stop();
    console.info('syncs before each “kept”:', counted);
    expect(Math.min(...counted)).toBeGreaterThan(0);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
