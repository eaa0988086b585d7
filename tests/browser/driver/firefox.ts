import { join } from 'node:path';
import type { WxtBrowser } from 'wxt/browser';
import { findBrowser, missingBrowser } from '../../../scripts/setup/find-browser.mjs';
import { PageServer } from '../server/page-server';
import { Bidi } from './bidi';
import { answerOf, expressionFor } from './expression';
import { builtExtension, placeBuild } from './extension-folder';
import { FirefoxChrome } from './firefox-chrome';
import { endOf, type FirefoxProcess, START_MS, startFirefox } from './firefox-process';
import { EXTENSION_UUID, makeFirefoxProfile, removeProfile } from './firefox-profile';
import { FirefoxPopup, FirefoxView } from './firefox-view';
import { poll } from './poll';
import { closePopup, openedPopup } from './popup';
import type { Build, LaunchOptions, Media, TestBrowser, TestTab, TestView } from './test-browser';
import { closeWelcome } from './welcome';

/** A page of ours that runs no script of its own: a place to call `browser.*` from. */
const QUIET_PAGE = 'manifest.json';

/** Firefox with the built extension, by way of WebDriver BiDi. */
export class FirefoxBrowser implements TestBrowser {
  readonly name = 'firefox';
  readonly version: string;
  readonly server: PageServer;
  readonly origin = `moz-extension://${EXTENSION_UUID}`;
  readonly closed: Promise<void>;
  readonly #bidi: Bidi;
  readonly #process: FirefoxProcess;
  readonly #profile: string;
  readonly #geckoId: string;
  readonly #chrome: FirefoxChrome;
  /** Calls of `console.error` in scripts of the extension. */
  readonly #logged: string[] = [];
  readonly #tabs = new Set<FirefoxView>();
  #quiet: FirefoxView | null = null;

  private constructor(parts: {
    bidi: Bidi;
    process: FirefoxProcess;
    profile: string;
    geckoId: string;
    chrome: FirefoxChrome;
    server: PageServer;
    version: string;
  }) {
    this.#bidi = parts.bidi;
    this.#process = parts.process;
    this.closed = new Promise((resolve) => parts.process.child.once('exit', () => resolve()));
    this.#profile = parts.profile;
    this.#geckoId = parts.geckoId;
    this.#chrome = parts.chrome;
    this.server = parts.server;
    this.version = parts.version;
  }

  /** @throws {Error} When Firefox or the built extension is not there. */
  static async launch(options: LaunchOptions = {}): Promise<FirefoxBrowser> {
    const { build = 'built', language = 'en-US', headless = true, program } = options;
    const executable = program ?? findBrowser('firefox');
    if (executable === null) throw new Error(missingBrowser('firefox'));
    const { geckoId } = builtExtension('firefox');
    const server = await PageServer.start();
    const profile = await makeFirefoxProfile(server, geckoId, options.usedProfile ?? null);
    await placeBuild(build, 'firefox', extensionIn(profile));
    const process = await startFirefox(executable, profile, headless);
    try {
      return await FirefoxBrowser.#connect({ process, profile, geckoId, server, language });
    } catch (error) {
      await endOf(process.child, 0);
      await server.stop();
      await removeProfile(profile);
      throw error;
    }
  }

  /** Installs the extension in a Firefox that has been started. */
  static async #connect(started: {
    process: FirefoxProcess;
    profile: string;
    geckoId: string;
    server: PageServer;
    language: string;
  }): Promise<FirefoxBrowser> {
    const { process, profile, geckoId, server, language } = started;
    const folder = extensionIn(profile);
    const bidi = await Bidi.connect(`${process.address}/session`);
    const { capabilities } = await bidi.send<{ capabilities: Record<string, string> }>(
      'session.new',
      { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } },
      START_MS,
    );
    const version = `Firefox ${capabilities.browserVersion}`;
    const chrome = await FirefoxChrome.of(bidi);
    await chrome.setLanguage(language);
    await bidi.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
    const self = new FirefoxBrowser({ bidi, process, profile, geckoId, chrome, server, version });
    await self.#listenToConsole();
    await self.#openQuietPage();
    await closeWelcome(self, folder);
    return self;
  }

  async open(url: string): Promise<TestTab> {
    const tab = await this.#newTab('front');
    this.#tabs.add(tab);
    await tab.goto(url);
    return tab;
  }

  async renew(): Promise<boolean> {
    // Its window keeps the button of an extension that was taken out, at times, and opens no popup for the next.
    return false;
  }

  async openPrivate(url: string): Promise<TestView> {
    await this.#chrome.allowPrivate(this.#geckoId);
    // While there is no other window: what is asked from a private one is answered as there.
    await this.#openQuietPage();
    await this.#chrome.openPrivate(url);
    const context = await poll('the private window', async () => {
      const { contexts } = await this.#bidi.send<{ contexts: { context: string; url: string }[] }>(
        'browsingContext.getTree',
        { maxDepth: 0 },
      );
      return contexts.find((each) => each.url === url)?.context ?? null;
    });
    const tab = new FirefoxView(this.#bidi, context);
    this.#tabs.add(tab);
    return tab;
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
    await this.#chrome.grantTabInFront(this.#geckoId);
    return this.openPopup();
  }

  async chooseInMenu(id: string): Promise<void> {
    await this.#chrome.grantTabInFront(this.#geckoId);
    await this.#chrome.chooseInMenu(this.#geckoId, id);
  }

  async findPopup(): Promise<TestView | null> {
    const context = await this.#chrome.popupContext();
    return context === null ? null : new FirefoxPopup(this.#bidi, context);
  }

  async tidy(): Promise<void> {
    await closePopup(this);
    const open = await this.#openTabs();
    for (const tab of this.#tabs) if (open.has(tab.context)) await tab.close();
    this.#tabs.clear();
  }

  async setMedia(media: Media): Promise<void> {
    await this.#chrome.setMedia(media);
  }

  async setAccess(given: boolean): Promise<void> {
    await this.#chrome.setAccess(this.#geckoId, given);
  }

  async killBackground(): Promise<void> {
    await this.#chrome.killBackground(this.#geckoId);
  }

  async reloadExtension(): Promise<void> {
    await this.#chrome.reloadExtension(this.#geckoId);
    await this.#openQuietPage();
  }

  async replaceExtension(build: Build): Promise<void> {
    await placeBuild(build, 'firefox', extensionIn(this.#profile));
    await this.reloadExtension();
  }

  async takeErrors(): Promise<string[]> {
    return [...(await this.#chrome.takeErrors(this.origin)), ...this.#logged.splice(0)];
  }

  async close(): Promise<void> {
    this.#quiet = null;
    this.#bidi.close();
    // Its profile is thrown away: there is nothing to put in order first.
    await endOf(this.#process.child, 0);
    await this.server.stop();
    await removeProfile(this.#profile);
  }

  async #newTab(where: 'front' | 'back'): Promise<FirefoxView> {
    const { context } = await this.#bidi.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
      background: where === 'back',
    });
    return new FirefoxView(this.#bidi, context);
  }

  async #listenToConsole(): Promise<void> {
    this.#bidi.on<LogEntry>('log.entryAdded', ({ level, type, text, stackTrace }) => {
      const ours = stackTrace?.callFrames.some(({ url }) => url.startsWith(this.origin));
      if (level === 'error' && type === 'console' && ours) this.#logged.push(text ?? '');
    });
    await this.#bidi.send('session.subscribe', { events: ['log.entryAdded'] });
  }

  async #openTabs(): Promise<Set<string>> {
    const { contexts } = await this.#bidi.send<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      { maxDepth: 0 },
    );
    return new Set(contexts.map(({ context }) => context));
  }

  async #openQuietPage(): Promise<void> {
    this.#quiet = await this.#newTab('back');
    await this.#quiet.goto(`${this.origin}/${QUIET_PAGE}`);
  }
}

/** The extension is installed for the time being from here: to reload it is to install it anew. */
function extensionIn(profile: string): string {
  return join(profile, 'unpacked');
}

/** A log entry as BiDi tells of it, in part. */
interface LogEntry {
  level: string;
  type: string;
  text: string | null;
  stackTrace?: { callFrames: { url: string }[] };
}
