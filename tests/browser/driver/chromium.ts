import { rm } from 'node:fs/promises';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import type { WxtBrowser } from 'wxt/browser';
import { findBrowser, missingBrowser } from '../../../scripts/setup/find-browser.mjs';
import { PageServer } from '../server/page-server';
import { pressAction } from './chromium-action';
import { ChromiumErrors } from './chromium-errors';
import { ChromiumPopup } from './chromium-popup';
import {
  argumentsFor,
  extensionIn,
  type Installed,
  languageVariables,
  makeProfile,
} from './chromium-profile';
import { ChromiumTab } from './chromium-tab';
import { stopWorker } from './chromium-worker';
import { answerOf, expressionFor } from './expression';
import { placeBuild } from './extension-folder';
import { poll } from './poll';
import { closePopup, openedPopup } from './popup';
import { TargetSession } from './target-session';
import type { Build, LaunchOptions, Media, TestBrowser, TestTab, TestView } from './test-browser';
import { closeWelcome } from './welcome';

/** What the reader may change there of an extension, in part. */
interface Configuration {
  extensionId: string;
  hostAccess?: 'ON_CLICK' | 'ON_ALL_SITES';
  incognitoAccess?: boolean;
}

/** What chrome://extensions may do and other pages may not, in part. */
interface ExtensionsPage {
  chrome: {
    developerPrivate: {
      updateExtensionConfiguration(change: Configuration): Promise<void>;
    };
  };
}

/** Events of Chromium can be sent by who listens to them. */
interface MenuWorld {
  chrome: {
    contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } };
  };
}

/** A page of ours that runs no script of its own: a place to call `browser.*` from. */
const QUIET_PAGE = 'manifest.json';

/** Chromium with the built extension, by way of Playwright and the DevTools protocol. */
export class ChromiumBrowser implements TestBrowser {
  readonly name = 'chromium';
  readonly version: string;
  readonly server: PageServer;
  readonly closed: Promise<void>;
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #profile: string;
  readonly #errors: ChromiumErrors;
  #installed: Installed;
  #quiet: ChromiumTab | null = null;
  readonly #tabs = new Set<ChromiumTab>();
  #media: Media = {};

  private constructor(parts: {
    context: BrowserContext;
    session: CDPSession;
    server: PageServer;
    profile: string;
    errors: ChromiumErrors;
    installed: Installed;
  }) {
    this.#context = parts.context;
    this.closed = new Promise((resolve) => parts.context.once('close', () => resolve()));
    this.#session = parts.session;
    this.#profile = parts.profile;
    this.#errors = parts.errors;
    this.#installed = parts.installed;
    this.server = parts.server;
    this.version = `Chromium ${parts.context.browser()?.version()}`;
  }

  /** @throws {Error} When Chromium or the built extension is not there. */
  static async launch(options: LaunchOptions = {}) {
    const { build = 'built', language = 'en-US', headless = true, program } = options;
    const executablePath = program ?? findBrowser('chromium');
    if (executablePath === null) throw new Error(missingBrowser('chromium'));
    const profile = await makeProfile(!headless);
    const server = await PageServer.start();
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      locale: language,
      viewport: headless ? { width: 1280, height: 800 } : null,
      // Linux takes the language of the interface from here, other systems from --lang.
      env: { ...process.env, ...languageVariables(language) },
      handleSIGINT: false,
      // Readers' browsers keep pages for the way back.
      ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
      args: [...argumentsFor(server), `--lang=${language}`],
    });
    const browser = context.browser();
    if (browser === null) throw new Error('Chromium gave no session of its own.');
    const session = await browser.newBrowserCDPSession();
    const installed = extensionIn(profile, 0);
    const errors = await ChromiumErrors.watch(context, session, originOf(installed));
    const self = new ChromiumBrowser({ context, session, server, profile, errors, installed });
    await self.#install(build);
    return self;
  }

  get origin(): string {
    return originOf(this.#installed);
  }

  async renew(build: Build): Promise<boolean> {
    await this.tidy();
    this.#media = {};
    this.server.forget();
    await this.#session.send('Extensions.uninstall', { id: this.#installed.id });
    // In another folder it is another extension: nothing that the browser still has of the last is its own.
    this.#installed = extensionIn(this.#profile, this.#installed.count + 1);
    this.#errors.turnTo(this.origin);
    await this.#install(build);
    return true;
  }

  async open(url: string): Promise<TestTab> {
    const tab = await this.#newTab();
    this.#tabs.add(tab);
    await tab.goto(url);
    return tab;
  }

  async openPrivate(url: string): Promise<TestView> {
    await this.#configure({ incognitoAccess: true });
    await poll('the extension to stop', async () => (this.#quiet?.page.isClosed() ? true : null));
    await this.#openQuietPage();
    await this.inExtension((api, at) => api.windows.create({ url: at, incognito: true }), url);
    const target = await poll('the private window', async () => {
      const { targetInfos } = await this.#session.send('Target.getTargets');
      return targetInfos.find((each) => each.type === 'page' && each.url === url) ?? null;
    });
    const view = new ChromiumPopup(await TargetSession.attach(this.#session, target.targetId));
    const isLoaded = () => view.evaluate(() => document.readyState === 'complete' || null);
    await poll('the page in the private window', () => isLoaded().catch(() => null));
    return view;
  }

  async openExtensionPage(path: string): Promise<TestTab> {
    return this.open(`${this.origin}/${path}`);
  }

  async inExtension<T, A>(fn: (browser: WxtBrowser, arg: A) => T, arg?: A): Promise<Awaited<T>> {
    if (this.#quiet === null) throw new Error('The browser is closed.');
    return answerOf<Awaited<T>>(await this.#quiet.run(expressionFor(fn, arg, 'browser')));
  }

  async openPopup(): Promise<TestView> {
    await closePopup(this);
    await this.inExtension((browser) => browser.action.openPopup());
    return openedPopup(this);
  }

  async pressButton(): Promise<TestView> {
    await closePopup(this);
    await pressAction(this.#session, this.#installed.id);
    return openedPopup(this);
  }

  async chooseInMenu(id: string): Promise<void> {
    // Menus are not reachable; a press on the button gives the same leave, and wakes the worker.
    const [tab] = await this.inExtension((browser) =>
      browser.tabs.query({ active: true, lastFocusedWindow: true }),
    );
    await pressAction(this.#session, this.#installed.id);
    await openedPopup(this);
    await closePopup(this);
    const worker = this.#context
      .serviceWorkers()
      .find((each) => each.url().startsWith(this.origin));
    if (!worker) throw new Error('The background does not run.');
    await worker.evaluate(
      ([menuItemId, front]) => {
        const { chrome } = globalThis as unknown as MenuWorld;
        chrome.contextMenus.onClicked.dispatch({ menuItemId, frameId: 0 }, front);
      },
      [id, tab] as const,
    );
  }

  async findPopup(): Promise<TestView | null> {
    const tabs = await this.#tabTargets();
    const { targetInfos } = await this.#session.send('Target.getTargets');
    const popup = targetInfos.find(
      ({ type, url, targetId }) =>
        type === 'page' && url.startsWith(this.origin) && !tabs.has(targetId),
    );
    if (!popup) return null;
    const view = new ChromiumPopup(await TargetSession.attach(this.#session, popup.targetId));
    await view.emulate(this.#media);
    return view;
  }

  async tidy(): Promise<void> {
    await closePopup(this);
    for (const tab of this.#tabs) if (!tab.page.isClosed()) await tab.close();
    this.#tabs.clear();
  }

  async setMedia(media: Media): Promise<void> {
    this.#media = { ...this.#media, ...media };
    for (const page of this.#context.pages()) {
      await (await ChromiumTab.of(page)).emulate(this.#media);
    }
  }

  async setAccess(given: boolean): Promise<void> {
    await this.#configure({ hostAccess: given ? 'ON_ALL_SITES' : 'ON_CLICK' });
  }

  /** Changes a setting on the extension's page of chrome://extensions. */
  async #configure(change: Omit<Configuration, 'extensionId'>): Promise<void> {
    const page = await this.#context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      (whole) =>
        (
          globalThis as unknown as ExtensionsPage
        ).chrome.developerPrivate.updateExtensionConfiguration(whole),
      { extensionId: this.#installed.id, ...change },
    );
    await page.close();
  }

  async killBackground(): Promise<void> {
    if (this.#quiet === null) throw new Error('The browser is closed.');
    await stopWorker(this.#context, this.#quiet.page, this.origin);
  }

  async reloadExtension(): Promise<void> {
    // The quiet page goes with the extension, before it can answer.
    await this.inExtension((browser) => void setTimeout(() => browser.runtime.reload(), 0));
    await poll('the extension to stop', async () => (this.#quiet?.page.isClosed() ? true : null));
    await this.#openQuietPage();
  }

  async replaceExtension(build: Build): Promise<void> {
    await placeBuild(build, 'chromium', this.#installed.folder);
    await this.reloadExtension();
  }

  async takeErrors(): Promise<string[]> {
    return this.#errors.take();
  }

  async close(): Promise<void> {
    this.#quiet = null;
    await this.#context.close();
    await this.server.stop();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Installs a build as a reader does; ends when its welcome page is closed. */
  async #install(build: Build): Promise<void> {
    const { folder } = this.#installed;
    await placeBuild(build, 'chromium', folder);
    // Branded Chrome has given up `--load-extension`; this way all of Chromium's family can go.
    await this.#session.send('Extensions.loadUnpacked', { path: folder });
    await this.#openQuietPage();
    await closeWelcome(this, folder);
  }

  async #newTab(): Promise<ChromiumTab> {
    const tab = await ChromiumTab.of(await this.#context.newPage());
    await tab.emulate(this.#media);
    return tab;
  }

  async #openQuietPage(): Promise<void> {
    const front = this.#context.pages().at(-1);
    const quiet = await this.#newTab();
    // After a reload the extension's pages are not there at once.
    await poll('the extension to answer', () =>
      quiet.goto(`${this.origin}/${QUIET_PAGE}`).then(
        () => true,
        () => null,
      ),
    );
    this.#quiet = quiet;
    await front?.bringToFront();
  }

  /** Ids of the targets that Playwright knows as pages: all but the popup. */
  async #tabTargets(): Promise<Set<string>> {
    const ids = this.#context.pages().map((page) => targetOf(this.#context, page));
    return new Set(await Promise.all(ids));
  }
}

function originOf({ id }: Installed): string {
  return `chrome-extension://${id}`;
}

async function targetOf(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}
