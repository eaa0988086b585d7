import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CallError } from '@/lib/messages/protocol';
import type { Highlight } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import { FirefoxBrowser } from '../browser/driver/firefox';
import { keep, keepingOf, keptOn } from '../browser/kept';
import { Browser, BUILD } from './own-browser';
import { SmallDisk } from './small-disk';

const passages = (count: number, name = '第') =>
  Array.from({ length: count }, (_, nth) => `${name}${String(nth).padStart(2, '0')}段`);

test('a full disk in Chromium loses nothing that was confirmed, and says what it is', async (context) => {
  const disk = await SmallDisk.mount(160);
  if (typeof disk === 'string') return context.skip(disk);
  let browser: Browser | null = null;
  try {
    await cp(BUILD, join(disk.folder, 'unpacked'), { recursive: true });
    browser = await Browser.start(disk.folder);
    const confirmed = passages(36);
    for (const exact of confirmed) expect((await browser.save(exact)).ok).toBe(true);

    await disk.fill();
    const refused = { exact: '满时', id: crypto.randomUUID() };
    for (const _ of ['at first', 'once more']) {
      const answer = await browser.save(refused.exact, refused.id);
      expect(answer).toMatchObject({ ok: false, error: { code: 'storage-full' } });
    }
    await browser.breakDatabase();

    await disk.makeRoom();
    expect((await browser.save(refused.exact, refused.id)).ok).toBe(true);
    expect(await browser.found()).toEqual([...confirmed, refused.exact].sort());
    for (const exact of passages(3, '后')) {
      confirmed.push(exact);
      expect((await browser.save(exact)).ok).toBe(true);
    }
    const all = [...confirmed, refused.exact].sort();
    expect(await browser.found()).toEqual(all);
    await browser.close();
    browser = await Browser.start(disk.folder);
    expect(await browser.found()).toEqual(all);
    expect((await browser.save('重启后')).ok).toBe(true);
  } finally {
    await browser?.close();
    await disk.unmount();
  }
});

test('a full disk in Firefox loses nothing that was confirmed, and says what it is', async (context) => {
  const disk = await SmallDisk.mount(300);
  if (typeof disk === 'string') return context.skip(disk);
  const { TMPDIR } = process.env;
  // Where Firefox is given its profile.
  process.env.TMPDIR = disk.folder;
  let browser: FirefoxBrowser | null = null;
  try {
    browser = await FirefoxBrowser.launch();
    const pageKey = 'zj.gov.cn/disk.html';
    const confirmed = passages(36);
    const kept = await keep(
      browser,
      confirmed.map((exact) => ({ exact, pageKey })),
    );
    expect(kept.filter((each) => each === null)).toEqual([]);
    const found = async () =>
      (await keptOn(browser as FirefoxBrowser, pageKey))
        .map(({ selectors }) => selectors.quote.exact)
        .sort();

    const save = (input: object) =>
      (browser as FirefoxBrowser).inExtension(
        (api, asked) =>
          api.runtime.sendMessage<object, Result<Highlight, CallError>>({
            govgloss: 'keepPassage',
            input: asked,
          }),
        input,
      );
    // Which of its stores meets the full disk first is another each time.
    let refusals = 0;
    for (const times of [1, 2, 3]) {
      const wish = { exact: `满时${times}`, pageKey, note: '长'.repeat(5000) };
      const refused = keepingOf(wish);
      for (let nth = 0; nth < times; nth++) {
        await disk.fill();
        const answer = await save(refused);
        // Firefox frees room of its own now and then: what it takes then is kept.
        if (answer.ok) continue;
        expect(answer.error.code).toBe('storage-full');
        refusals++;
      }
      await disk.makeRoom();
      expect(await save(refused)).toMatchObject({ ok: true });
      confirmed.push(wish.exact);
    }
    expect(refusals).toBeGreaterThan(2);
    expect(await found()).toEqual([...confirmed].sort());
    await browser.killBackground();
    expect(await found()).toEqual([...confirmed].sort());
    await browser.reloadExtension();
    expect(await found()).toEqual([...confirmed].sort());
  } finally {
    process.env.TMPDIR = TMPDIR ?? '';
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    await browser?.close();
    await disk.unmount();
  }
});
