import { expect } from 'vitest';
import { type OwnEntries, ownFileOf } from '@/lib/dataset/own-entries';
import {
  cardText,
  clickInCard,
  growCard,
  HOST,
  viewText,
  waitForCard,
  waitForNoCard,
} from './card';
import { describeBrowsers } from './describe-browsers';
import type { Box, TestBrowser, TestTab } from './driver/test-browser';
import { keptOn } from './kept';
import { clickInNote, findNote, noteText, waitForNoNote, waitForNote } from './note';
import { boxOfText, centreOf, pointAt, selectText } from './place';
import { hasMarks, type Registry, waitForRegistry } from './registry';

const HOSTNAME = 'www.evil-county.gov.cn';
const addressOf = (name: string) => `http://${HOSTNAME}/acts/${name}.html`;
const keyOf = (name: string) => `evil-county.gov.cn/acts/${name}.html`;

/** Listens from before anything of ours is there, and first, to all that is typed. */
const EAR = `
  window.heard = [];
  for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionupdate', 'paste'])
    window.addEventListener(type, (event) => heard.push(event.key ?? event.data ?? type), true);
  window.addEventListener('message', ({ data }) => heard.push('message ' + JSON.stringify(data)), true);`;

/** Takes the keyboard from whoever has it, in every way a page has, once `armed`. */
const THIEVES = {
  'focuses a field of its own': `setInterval(() => armed && field.focus(), 7)`,
  'focuses its window, and a field when it is left': `
    setInterval(() => armed && window.focus(), 30);
    addEventListener('blur', () => armed && field.focus(), true);`,
  'focuses a frame of its own': `setInterval(() => {
    if (!armed) return;
    frame.contentWindow.focus();
    frame.contentDocument.querySelector('input').focus();
  }, 7)`,
};

const page = (script = '') => `<!doctype html><meta charset="utf-8"><title>文章</title>
  <script>${EAR}${script}</script>
  <style>body { margin: 40px; width: 600px; font: 18px/2 serif }</style>
  <p>浙江的“浙里办”注册用户突破一亿。</p>`;

/** A popover of the page over the whole window, which takes no pointer: what is pressed lies under it. */
const COVER = `
  window.cover = () => {
    const cover = Object.assign(document.createElement('div'), { popover: 'manual', id: 'cover' });
    cover.style.cssText = 'position:fixed; inset:0; width:100vw; height:100vh; margin:0; border:0; background:white; pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
    return cover;
  };`;

/** How the page lays something over our views, and takes it away again. */
const COVERS = {
  'a popover that takes no pointer': 'cover()',
  'one put there in a closed root': `(() => {
    const host = document.body.appendChild(document.createElement('section'));
    const root = host.attachShadow({ mode: 'closed' });
    root.append(cover());
    root.firstChild.showPopover();
  })()`,
  'one drawn anew in each frame': `(() => {
    const again = cover();
    (function draw() { again.hidePopover(); again.showPopover(); requestAnimationFrame(draw); })();
  })()`,
  'one that goes as the pointer comes down': `(() => {
    const gone = cover();
    addEventListener('pointerdown', () => gone.remove(), true);
  })()`,
  'a filter of the root, in Firefox': `(() => {
    if ('originalTarget' in Event.prototype) document.documentElement.style.filter = 'opacity(0)';
    else cover();
  })()`,
  'a view transition': `(() => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = '::view-transition, ::view-transition-group(*) { pointer-events: none; animation-duration: 60s } ::view-transition { background: white }';
    document.startViewTransition(() => {});
  })()`,
};

const boxOf = async (tab: TestTab, label: string): Promise<Box> => {
  const boxes = await tab.inClosedRoots((root, wanted) => {
    for (const button of root.querySelectorAll('button')) {
      const { x, y, width, height } = button.getBoundingClientRect();
      if (button.textContent === wanted) return { x, y, width, height };
    }
    return null;
  }, label);
  const box = boxes.find((each) => each !== null);
  if (!box) throw new Error(`No “${label}”.`);
  return box;
};

const saveOwn = (browser: TestBrowser, forms: OwnEntries['forms']) =>
  browser.inExtension(
    (api, file) => api.runtime.sendMessage({ govgloss: 'saveOwnEntries', input: { file } }),
    ownFileOf({ entities: [], forms }),
  );

const heard = (tab: TestTab) => tab.evaluate(() => Reflect.get(window, 'heard') as string[]);
const frames = (tab: TestTab, count: number) =>
  tab.evaluate(
    (left) =>
      new Promise<void>((done) => {
        const next = (n: number) => (n === 0 ? done() : requestAnimationFrame(() => next(n - 1)));
        next(left);
      }),
    count,
  );

describeBrowsers('a page that acts in the reader’s name', (test) => {
  const open = async (browser: TestBrowser, name: string, script = '') => {
    browser.server.serve(addressOf(name), page(script));
    const tab = await browser.open(addressOf(name));
    await waitForRegistry(tab);
    return tab;
  };
  const keep = async (tab: TestTab) => {
    await selectText(tab, '注册用户');
    await expect.poll(() => viewText(tab, 'toolbar')).not.toBe('');
    await clickInCard(tab, 'Highlight in yellow');
    await waitForRegistry(tab, (now) => (now['govgloss-saved-yellow'] ?? []).length > 0);
  };

  test('opens nothing by events it makes', async (browser) => {
    const tab = await open(browser, 'made');
    await keep(tab);
    const name = centreOf(await boxOfText(tab, '浙里办'));
    const passage = centreOf(await boxOfText(tab, '注册用户'));
    await tab.evaluate(
      (at) => {
        for (const [type, { x: clientX, y: clientY }] of [
          ['pointermove', at.name],
          ['pointerdown', at.name],
          ['pointerup', at.name],
          ['click', at.passage],
        ] as const) {
          for (const pointerType of ['mouse', 'touch']) {
            const init = { clientX, clientY, pointerType, bubbles: true, composed: true };
            const there = document.elementFromPoint(clientX, clientY);
            there?.dispatchEvent(new PointerEvent(type, init));
          }
        }
        const selection = getSelection();
        selection?.selectAllChildren(document.body);
        document.dispatchEvent(new Event('selectionchange'));
      },
      { name, passage },
    );
    await frames(tab, 60);
    expect(await cardText(tab)).toBe('');
    expect(await findNote(browser, tab)).toBeNull();
    expect(await viewText(tab, 'toolbar')).toBe('');
  });

  test('closes nothing by keys and presses it makes', async (browser) => {
    const tab = await open(browser, 'closing');
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
    await tab.evaluate((host) => {
      const init = { key: 'Escape', bubbles: true, composed: true };
      for (const target of [document, document.body, document.querySelector(host)]) {
        target?.dispatchEvent(new KeyboardEvent('keydown', init));
        target?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        target?.dispatchEvent(new PointerEvent('pointerleave'));
      }
    }, HOST);
    await frames(tab, 40);
    expect(await cardText(tab)).toContain('浙里办');
  });

  test.each(Object.keys(COVERS))('has nothing pressed under %s', async (browser, how) => {
    const name = `under-${Object.keys(COVERS).indexOf(how as keyof typeof COVERS)}`;
    const tab = await open(browser, name, COVER);
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
    await growCard(tab);
    const button = centreOf(await boxOf(tab, 'Keep this sentence'));
    await tab.evaluate(
      (code) => {
        const script = document.createElement('script');
        script.textContent = code;
        document.head.append(script);
      },
      COVERS[how as keyof typeof COVERS],
    );
    await frames(tab, 20);
    await tab.click(button);
    await frames(tab, 20);
    expect(await keptOn(browser, keyOf(name))).toEqual([]);
    expect(await viewText(tab, 'notice')).toBe('');
  });

  test('cannot turn our views off: inert, hidden, styled, moved', async (browser) => {
    const tab = await open(browser, 'inert');
    await tab.evaluate(() => {
      const style = document.head.appendChild(document.createElement('style'));
      style.textContent = `html { direction: rtl; user-select: none; visibility: hidden; zoom: 2;
        -webkit-text-security: disc; -webkit-text-fill-color: transparent; text-transform: uppercase; writing-mode: vertical-rl }
        body { visibility: visible } div { display: none !important; opacity: 0 !important; pointer-events: none !important }
        div::before, div::after { content: 'Next page'; display: block; position: absolute; inset: 0; background: white; pointer-events: none }
        div::backdrop { display: block; position: fixed; inset: 0; background: white; pointer-events: auto }
        div::first-line { font-size: 0; color: transparent }`;
    });
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
    await tab.evaluate((host) => {
      const view = document.querySelector(host);
      if (!(view instanceof HTMLElement)) return;
      document.documentElement.inert = true;
      Object.assign(view, {
        inert: true,
        hidden: true,
        dir: 'rtl',
        translate: true,
        popover: 'hint',
      });
      view.setAttribute('style', 'all: unset; opacity: 0 !important');
      view.setAttribute('aria-hidden', 'true');
    }, HOST);
    await clickInCard(tab, 'Keep this sentence');
    await expect.poll(() => viewText(tab, 'notice')).toContain('Kept');
    const carried = await tab.evaluate((host) => {
      const view = document.querySelector(host);
      const style = view && getComputedStyle(view);
      return {
        names: view?.getAttributeNames().sort(),
        style: [style?.direction, style?.opacity, style?.visibility, style?.writingMode],
        around: ['::before', '::after', '::backdrop'].map(
          (part) => view && getComputedStyle(view, part).display,
        ),
      };
    }, HOST);
    expect(carried.names).toEqual(['popover', 'translate']);
    expect(carried.style).toEqual(['ltr', '1', 'visible', 'horizontal-tb']);
    expect(carried.around).toEqual(['none', 'none', 'none']);
  });

  test('that takes our view elsewhere has taken it away, with nothing to press', async (browser) => {
    const tab = await open(browser, 'taken');
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
    await tab.evaluate((host) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const view = document.querySelector(host);
      if (!(view instanceof HTMLElement)) return;
      frame.contentDocument?.body.append(view);
      try {
        view.showPopover();
      } catch {
        // Gone already.
      }
    }, HOST);
    await waitForNoCard(tab);
    const left = await tab.evaluate((host) => {
      const inside = document.querySelector('iframe')?.contentDocument;
      return inside?.querySelector(host) !== null;
    }, HOST);
    expect(left).toBe(false);
  });
});

describeBrowsers('a page that wants to read a note', (test) => {
  const open = async (browser: TestBrowser, name: string) => {
    browser.server.serve(addressOf(name), page());
    const tab = await browser.open(addressOf(name));
    await waitForRegistry(tab);
    await selectText(tab, '注册用户');
    await expect.poll(() => viewText(tab, 'toolbar')).not.toBe('');
    await clickInCard(tab, 'Add a note');
    await waitForNote(browser, tab);
    return tab;
  };

  test('hears no key, finds no text, sees no frame; saved, it is found nowhere in the page', async (browser) => {
    const tab = await open(browser, 'note');
    await tab.type('quiet 密语');
    for (const key of ['x', 'y']) await tab.press(key);
    await expect.poll(() => noteText(browser, tab)).toBe('quiet 密语xy');
    const learned = () =>
      tab.evaluate(() => ({
        found: (['quiet', '密语'] as const).map((words) =>
          Reflect.get(window, 'find').call(window, words),
        ),
        frames: window.length,
        loaded: performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes('extension')),
        html: document.documentElement.outerHTML.includes('quiet'),
        focus: document.activeElement?.shadowRoot ?? null,
      }));
    const nothing = { found: [false, false], frames: 0, loaded: [], html: false, focus: null };
    expect(await learned()).toEqual(nothing);
    expect(await heard(tab)).toEqual([]);
    await clickInNote(browser, tab, 'Save');
    await waitForRegistry(tab, (now) => (now['govgloss-saved-yellow'] ?? []).length > 0);
    await tab.click(centreOf(await boxOfText(tab, '注册用户')));
    await expect.poll(() => noteText(browser, tab)).toBe('quiet 密语xy');
    expect(await learned()).toEqual(nothing);
    expect(await heard(tab)).toEqual([]);
  });

  test.each(Object.keys(THIEVES))('is typed into by nobody when it %s', async (browser, how) => {
    const name = `thief-${Object.keys(THIEVES).indexOf(how as keyof typeof THIEVES)}`;
    browser.server.serve(
      addressOf(name),
      `${page()}<input id="field"><iframe id="frame" srcdoc="<input>"></iframe>
       <script>var armed = false; ${THIEVES[how as keyof typeof THIEVES]}</script>`,
    );
    const tab = await browser.open(addressOf(name));
    await waitForRegistry(tab);
    await selectText(tab, '注册用户');
    await expect.poll(() => viewText(tab, 'toolbar')).not.toBe('');
    await clickInCard(tab, 'Add a note');
    await waitForNote(browser, tab);
    await tab.type('a');
    await expect.poll(() => noteText(browser, tab)).toBe('a');
    await tab.evaluate(() => Reflect.set(window, 'armed', true));
    await frames(tab, 20);
    for (const key of 'quiet密语') await tab.type(key);
    const got = await tab.evaluate(() => {
      const typed = (root: ParentNode | null | undefined) => root?.querySelector('input')?.value;
      return [typed(document), typed(document.querySelector('iframe')?.contentDocument)];
    });
    expect(got).toEqual(['', '']);
    expect(await heard(tab)).toEqual([]);
  });

  test('gets nothing from a frame of ours that it opens itself', async (browser) => {
    const tab = await open(browser, 'own-frame');
    await tab.type('quiet');
    await expect.poll(() => noteText(browser, tab)).toBe('quiet');
    await tab.evaluate(async (origin) => {
      const frame = document.createElement('iframe');
      frame.src = `${origin}/note.html`;
      const loaded = new Promise((done) => frame.addEventListener('load', done));
      document.body.append(frame);
      await loaded;
      for (const token of ['6f0c1b52-5d4e-4b1c-9a57-3f1d2c0e7a64', '', null]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => Reflect.get(window, 'heard').push(JSON.stringify(data));
        frame.contentWindow?.postMessage({ token, theme: 'light' }, '*', [port2]);
      }
    }, browser.origin);
    await frames(tab, 40);
    expect(await heard(tab)).toEqual([]);
    const shown = await Promise.all(
      (await tab.frames()).map((frame) =>
        frame.evaluate(() => document.querySelectorAll('form').length).catch(() => 0),
      ),
    );
    expect(shown.reduce((sum, forms) => sum + forms, 0)).toBe(1);
    await browser.takeErrors();
  });

  test('what is typed outlives a press beside it, Escape and the page', async (browser) => {
    const tab = await open(browser, 'draft');
    await tab.type('not lost');
    await expect.poll(() => noteText(browser, tab)).toBe('not lost');
    await tab.click({ x: 700, y: 500 });
    await waitForNoNote(browser, tab);
    await clickInCard(tab, 'Continue');
    await expect.poll(() => noteText(browser, tab)).toBe('not lost');
    await tab.press('Escape');
    await waitForNoNote(browser, tab);
    await tab.reload();
    await clickInCard(tab, 'Continue');
    await expect.poll(() => noteText(browser, tab)).toBe('not lost');
    await clickInNote(browser, tab, 'Save');
    await waitForRegistry(tab, (now) => (now['govgloss-saved-yellow'] ?? []).length > 0);
  });

  test('learns nothing of what is the reader’s own where the reader shows nothing', async (browser) => {
    await saveOwn(browser, [{ entity: 'CN-ZJ', form: '突破一亿' }]);
    const tab = await open(browser, 'shown');
    await clickInNote(browser, tab, 'Save');
    await waitForRegistry(tab, (now) => (now['govgloss-saved-yellow'] ?? []).length > 0);
    const set = (items: Record<string, unknown>) =>
      browser.inExtension((api, changed) => api.storage.sync.set(changed), items);
    const own = (now: Registry) => Object.values(now).flat().includes('突破一亿');
    const isShown = (now: Registry) => (now['govgloss-saved-yellow'] ?? []).length > 0 && own(now);
    const isHidden = (now: Registry) =>
      !now['govgloss-saved-yellow']?.length && !own(now) && hasMarks(now);
    await waitForRegistry(tab, isShown);
    await set({ 'settings.shownNothing': [HOSTNAME] });
    await waitForRegistry(tab, isHidden);
    await set({ 'settings.shownNothing': [] });
    await waitForRegistry(tab, isShown);
    await set({ 'settings.shown': { kept: false, own: false } });
    await waitForRegistry(tab, isHidden);
    await browser.inExtension((api) => api.storage.sync.clear());
    await saveOwn(browser, []);
  });
});
