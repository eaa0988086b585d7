import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ownEntity, ownFileOf } from '@/lib/dataset/own-entries';
import type { Entity } from '@/lib/model/entity';
import { clickInCard, growCard, viewText, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { keptOn } from './kept';
import { entryText, noteText, waitForNote } from './note';
import { centreOf, pointAt, selectText } from './place';
import { waitForRegistry } from './registry';

const ADDRESS = 'http://www.evil-county.gov.cn/hostile.html';

/**
 * Whatever a page can do to be given our closed roots: it registers every name we ever had and every
 * likely one, redefines what makes elements and roots, and looks into each element that comes.
 */
const THIEF = `
  const roots = window.roots = [];
  const take = (root) => { if (root && root.mode === 'closed') roots.push(root); };
  for (const name of ['card', 'toolbar', 'notice', 'announcer', 'host', 'view', 'root'])
    customElements.define('govgloss-' + name, class extends HTMLElement {
      constructor() {
        super();
        window.attacked = true;
        const internals = this.attachInternals();
        Object.defineProperty(this, 'stolen', { get: () => internals.shadowRoot });
      }
    });
  class Taken extends HTMLElement {
    constructor() { super(); take(this.attachShadow({ mode: 'closed' })); }
  }
  customElements.define('taken-div', class extends HTMLDivElement {}, { extends: 'div' });
  customElements.define('taken-host', Taken);
  const { attachShadow, attachInternals } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, { ...init, mode: 'open' });
    take(root);
    return root;
  };
  const { createElement } = Document.prototype;
  Document.prototype.createElement = function (name, ...more) {
    return createElement.call(this, name === 'div' ? 'taken-host' : name, ...more);
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) {
      if (node.popover !== 'manual') continue;
      window.seen = (window.seen ?? 0) + 1;
      take(node.stolen);
      take(node.shadowRoot);
      try { take(HTMLElement.prototype.attachInternals.call(node).shadowRoot); } catch {}
      try { take(node.attachShadow({ mode: 'closed' })); window.attached = true; } catch {}
      try { window.html = (window.html ?? '') + node.getHTML({ serializableShadowRoots: true }); } catch {}
      try { customElements.upgrade(node); take(node.stolen); } catch {}
      for (const type of ['click', 'pointerdown', 'slotchange', 'focusin'])
        node.addEventListener(type, (event) => {
          for (const part of event.composedPath()) take(part);
        }, true);
    }
  }).observe(document, { subtree: true, childList: true });`;

const PAGE = `<!doctype html><meta charset="utf-8"><title>文章</title><script>${THIEF}</script>
  <style>body { margin: 40px; width: 600px; font: 18px/2 serif }</style>
  <p>浙江的“浙里办”注册用户突破一亿。</p>`;

/** What the page got hold of: closed roots, and text of ours. */
const loot = (tab: TestTab) =>
  tab.evaluate(() => ({
    roots: (Reflect.get(window, 'roots') as ShadowRoot[]).map((root) => root.textContent),
    html: (Reflect.get(window, 'html') ?? '') as string,
  }));

/** All that a page can select of a view, by script. */
const SELECTED = () => {
  const selection = getSelection();
  const host = document.querySelector('div[popover]');
  let all = '';
  const take = () => {
    const { anchorNode, focusNode } = selection ?? {};
    for (const node of [anchorNode, focusNode])
      if (node?.getRootNode() instanceof ShadowRoot) all += node.textContent;
    all += /Zheliban|Keep this/.exec(selection?.toString() ?? '')?.[0] ?? '';
  };
  document.execCommand('selectAll');
  take();
  if (host) selection?.selectAllChildren(host);
  take();
  for (const by of ['character', 'word', 'line', 'documentboundary'])
    for (const how of ['move', 'extend'])
      for (const to of ['forward', 'backward']) {
        selection?.modify(how, to, by);
        take();
      }
  selection?.removeAllRanges();
  return all;
};

/** Firefox tells pages which node of a closed root an event met. */
const LEAK = `
  addEventListener('pointermove', ({ originalTarget }) => {
    const root = originalTarget?.getRootNode?.();
    if (root instanceof ShadowRoot) window.root = root;
  }, true);`;

/** What a page changes in a root of ours, for the reader to press what they do not see. */
const CHANGES = {
  'other words on a button': `(root) => { root.querySelectorAll('.card-actions button')[1].firstChild.data = 'Next page' }`,
  'a style sheet': `(root) => { root.adoptedStyleSheets[0].insertRule('.govgloss { opacity: 0 }') }`,
  'a rule of the host': `(root) => { root.adoptedStyleSheets[1].cssRules[0].style.setProperty('opacity', '0', 'important') }`,
  'an element over it': `(root) => { root.append(Object.assign(document.createElement('div'), { style: 'position:fixed;inset:0;background:white;pointer-events:none' })) }`,
};

/** What it would have got of a card or a toolbar. */
const NOTHING = { roots: [], html: '' };

/** Every face our style sheets name, and every keyword a page could take for a name. */
const FACES = [
  'sans-serif serif monospace system-ui ui-serif ui-sans-serif -apple-system BlinkMacSystemFont',
  'Arial Roboto Georgia Charter STSong SimSun PMingLiU initial inherit evil math emoji',
].flatMap((names) => names.split(' '));
const STACKS = readFileSync(
  join(import.meta.dirname, '../../components/surface/tokens.css'),
  'utf8',
);
const NAMED = [
  ...new Set([...FACES, ...[...STACKS.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? '')]),
];

/** The characters the page wants to hear of: of a card, and of a private note. */
const HEARD = { card: '型', note: '密', latin: 'q' };

/** A font under each name for each of these characters, and every custom property of ours registered. */
const FONT_TRAP = `<style>${NAMED.flatMap((name) =>
  Object.entries(HEARD).map(
    ([key, char]) =>
      `@font-face { font-family: "${name}"; unicode-range: U+${char.codePointAt(0)?.toString(16)}; src: url("/trap/${encodeURIComponent(name)}/${key}") }`,
  ),
).join('\n')}
  @property --face { syntax: "*"; inherits: true; initial-value: evil }
  @property --sans { syntax: "*"; inherits: true; initial-value: evil }
  @property --serif { syntax: "*"; inherits: true; initial-value: evil }
  :root { --face: evil; --sans: evil; --serif: evil; --page-face: evil; --pinyin: evil; direction: rtl }
  div { --face: evil !important; --page-face: evil !important }
</style>`;

describeBrowsers('a page that wants our closed roots', (test) => {
  const openPage = async (browser: TestBrowser) => {
    browser.server.serve(ADDRESS, PAGE);
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    return tab;
  };

  test('is given no card, and the reader is', async (browser) => {
    const tab = await openPage(browser);
    await pointAt(tab, '浙里办');
    expect(await waitForCard(tab, '浙里办')).toContain('Zheliban');
    await clickInCard(tab, 'Pin the card');
    // It did see that something came.
    expect(await tab.evaluate(() => Reflect.get(window, 'seen') as number)).toBeGreaterThan(0);
    expect(await loot(tab)).toEqual(NOTHING);
    expect(await tab.evaluate(SELECTED)).toBe('');
    await tab.press('Escape');
    await waitForNoCard(tab);
  });

  test('steers nothing by what it reaches in Firefox all the same', async (browser) => {
    const key = 'evil-county.gov.cn/hostile.html';
    browser.server.serve(ADDRESS, PAGE.replace('</script>', `${LEAK}</script>`));
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    for (const [how, change] of Object.entries(CHANGES)) {
      await pointAt(tab, '浙里办');
      await waitForCard(tab, '浙里办');
      await growCard(tab);
      const reached = await tab.evaluate(
        new Function(
          'change',
          `const { root } = window; if (root) (${change})(root); return !!root`,
        ) as (change: string) => boolean,
        how,
      );
      expect(reached).toBe(browser.name === 'firefox');
      if (!reached) return;
      const keep = await tab.inClosedRoots((root) => {
        const { x, y, width, height } =
          root.querySelectorAll('.card-actions button')[1]?.getBoundingClientRect() ??
          new DOMRect();
        return { x, y, width, height };
      }, null);
      const box = keep.find(({ width }) => width > 0);
      if (box) await tab.click(centreOf(box));
      await tab.press('Escape');
      await waitForNoCard(tab);
      expect(await keptOn(browser, key), how).toEqual([]);
    }
  });

  test('reads nothing of what the reader wrote of a name, and the reader does', async (browser) => {
    const address = ADDRESS.replace('hostile', 'own');
    const saveOwn = (entities: Entity[]) =>
      browser.inExtension(
        (api, file) => api.runtime.sendMessage({ govgloss: 'saveOwnEntries', input: { file } }),
        ownFileOf({ entities, forms: [] }),
      );
    const written = { name: '注册用户', en: 'Source', what: '线人的原话', link: '', note: '' };
    await saveOwn([ownEntity({ ...written, kind: 'concept' }, 'source')]);
    browser.server.serve(
      address,
      `<!doctype html><meta charset="utf-8"><script>${LEAK}</script>
      <p>浙江的“浙里办”注册用户突破一亿。</p>`,
    );
    const tab = await browser.open(address);
    await waitForRegistry(tab, (now) => (now['govgloss-concept'] ?? []).includes('注册用户'));
    await pointAt(tab, '注册用户');
    await expect.poll(() => entryText(browser, tab)).toContain('线人的原话');
    await growCard(tab);
    const got = await tab.evaluate(() => {
      const root: unknown = Reflect.get(window, 'root');
      const find: unknown = Reflect.get(window, 'find');
      return {
        isReached: root instanceof ShadowRoot,
        text: root instanceof ShadowRoot ? (root.textContent ?? '') : '',
        found: typeof find === 'function' && find.call(window, '线人', false, false, true) === true,
      };
    });
    expect(got.isReached).toBe(browser.name === 'firefox');
    expect(got.text).not.toMatch(/线人|Source/);
    expect(got.found).toBe(false);
    expect(await viewText(tab, 'card')).toContain('Your own entry');
    await clickInCard(tab, 'Keep this sentence');
    await expect.poll(() => keptOn(browser, 'evil-county.gov.cn/own.html')).toHaveLength(1);
    await saveOwn([]);
  });

  test('is given no toolbar, note or notice, and the passage is kept', async (browser) => {
    const tab = await openPage(browser);
    await selectText(tab, '注册用户');
    await expect.poll(() => viewText(tab, 'toolbar')).not.toBe('');
    await clickInCard(tab, 'Highlight in yellow');
    await expect.poll(() => viewText(tab, 'notice')).toContain('Kept on this machine.');
    expect(await loot(tab)).toEqual(NOTHING);
  });

  test('hears nothing of what is drawn or typed through fonts of its own', async (browser) => {
    browser.server.serve(
      ADDRESS,
      `<!doctype html><meta charset="utf-8">${FONT_TRAP}<style>p { font-family: Ahem }</style>
      <p lang="zh" style="font-family: evil">型</p><p>浙江的“浙里办”注册用户突破一亿。</p>`,
    );
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    const heard = () => browser.server.requested.filter((address) => address.includes('/trap/'));
    // The trap works: the page's own text in such a face is heard of.
    await expect.poll(heard).toEqual([expect.stringContaining('/trap/evil/card')]);
    await pointAt(tab, '浙里办');
    await waitForCard(tab, '浙里办');
    await tab.press('Escape');
    await waitForNoCard(tab);
    await selectText(tab, '注册用户');
    await expect.poll(() => viewText(tab, 'toolbar')).not.toBe('');
    await clickInCard(tab, 'Add a note');
    await waitForNote(browser, tab);
    await tab.type('密 quite');
    await expect.poll(() => noteText(browser, tab)).toBe('密 quite');
    // Drawn, and drawn again: what is to be fetched has been asked for.
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    expect(heard()).toHaveLength(1);
  });
});
