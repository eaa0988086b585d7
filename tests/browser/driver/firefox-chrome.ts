import type { Bidi } from './bidi';
import { answerOf, expressionFor } from './expression';
import { FirefoxFrame } from './firefox-view';
import type { Media } from './test-browser';

/** What the scripts below use of Firefox's own, privileged scope. */
interface Privileged {
  Services: {
    prefs: {
      setIntPref(name: string, value: number): void;
      clearUserPref(name: string): void;
    };
    locale: { availableLocales: string[]; requestedLocales: string[] };
    console: { getMessageArray(): object[]; reset(): void };
    obs: { notifyObservers(subject: null, topic: string, data: string): void };
  };
  Ci: { nsIScriptError: new () => ScriptError };
  WindowGlobalParent: {
    getByInnerWindowId(id: number): { documentURI: { spec: string } | null } | null;
  };
  ChromeUtils: {
    importESModule(address: string): {
      NavigableManager: { getBrowsingContextById(id: string): object | null };
      ExtensionPermissions: Record<
        'add' | 'remove',
        (id: string, sites: object, extension: object) => Promise<void>
      >;
    };
  };
  BrowsingContext: { get(id: string): object | null };
  WebExtensionPolicy: {
    getByID(id: string): {
      extension: {
        terminateBackground(options: object): Promise<void>;
        emit(event: string, info: object, tab: object): void;
        tabManager: { addActiveTabPermission(tab: object): void };
      };
    };
  };
  gBrowser: {
    selectedTab: object;
    selectedBrowser: { browsingContext: { mediumOverride: string } };
  };
  OpenBrowserWindow(how: { private: boolean }): Window & {
    delayedStartupPromise: Promise<void>;
    gBrowser: { selectedTab: object; addTrustedTab(url: string): object };
  };
  AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
}

/** Firefox's own window: what no web page and no extension may do is done from here. */
export class FirefoxChrome {
  readonly #window: FirefoxFrame;

  private constructor(window: FirefoxFrame) {
    this.#window = window;
  }

  static async of(bidi: Bidi): Promise<FirefoxChrome> {
    const { contexts } = await bidi.send<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      { 'moz:scope': 'chrome' },
    );
    const context = contexts[0]?.context;
    if (context === undefined) throw new Error('Firefox shows no window of its own.');
    const self = new FirefoxChrome(new FirefoxFrame(bidi, context));
    await self.#letPopupsBeDriven();
    return self;
  }

  /**
   * BiDi knows tabs and their frames by an id; the popup's browser is neither. So that its commands
   * (script, pointer, keys, pictures) work in the popup too, ids that are not known are looked for
   * among all browsing contexts.
   */
  async #letPopupsBeDriven(): Promise<void> {
    await this.#run(({ ChromeUtils, BrowsingContext }) => {
      const { NavigableManager } = ChromeUtils.importESModule(
        'chrome://remote/content/shared/NavigableManager.sys.mjs',
      );
      const known = NavigableManager.getBrowsingContextById.bind(NavigableManager);
      NavigableManager.getBrowsingContextById = (id) => known(id) ?? BrowsingContext.get(id);
    }, null);
  }

  /** Has to be called before the extension is installed: it reads its messages then. */
  async setLanguage(language: string): Promise<void> {
    await this.#run(({ Services }, wanted) => {
      // No language pack is needed for the extension's own messages.
      Services.locale.availableLocales = [wanted, 'en-US'];
      Services.locale.requestedLocales = [wanted];
    }, language);
  }

  async setMedia(media: Media): Promise<void> {
    await this.#run(
      (
        { Services: { prefs }, gBrowser },
        { colourScheme, reducedMotion, forcedColours, print },
      ) => {
        if (colourScheme !== undefined) {
          const isDark = colourScheme === 'dark';
          // Pages take the first, popups are as dark as the system.
          prefs.setIntPref('layout.css.prefers-color-scheme.content-override', isDark ? 0 : 1);
          prefs.setIntPref('ui.systemUsesDarkTheme', +isDark);
        }
        if (print !== undefined) {
          gBrowser.selectedBrowser.browsingContext.mediumOverride = print ? 'print' : '';
        }
        if (reducedMotion !== undefined)
          prefs.setIntPref('ui.prefersReducedMotion', +reducedMotion);
        if (forcedColours !== undefined) {
          prefs.setIntPref('ui.useAccessibilityTheme', +forcedColours);
          prefs.setIntPref('browser.display.document_color_use', forcedColours ? 2 : 0);
        }
      },
      media,
    );
  }

  /** What a press on the extension's button gives beside the popup: `activeTab`. */
  async grantTabInFront(id: string): Promise<void> {
    await this.#run(({ WebExtensionPolicy, gBrowser }, geckoId) => {
      const { tabManager } = WebExtensionPolicy.getByID(geckoId).extension;
      tabManager.addActiveTabPermission(gBrowser.selectedTab);
    }, id);
  }

  /** What the switch on the extension's page of about:addons does. */
  async setAccess(id: string, given: boolean): Promise<void> {
    await this.#run(
      async ({ ChromeUtils, WebExtensionPolicy }, { geckoId, add }) => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs',
        );
        const { extension } = WebExtensionPolicy.getByID(geckoId);
        const sites = { permissions: [], origins: ['*://*.gov.cn/*'] };
        if (add) await ExtensionPermissions.add(geckoId, sites, extension);
        else await ExtensionPermissions.remove(geckoId, sites, extension);
      },
      { geckoId: id, add: given },
    );
  }

  /** What Firefox does once an entry of the extension is pressed in a menu. */
  async chooseInMenu(id: string, entry: string): Promise<void> {
    await this.#run(
      ({ WebExtensionPolicy, gBrowser }, { geckoId, menuItemId }) => {
        const { extension } = WebExtensionPolicy.getByID(geckoId);
        const info = { menuItemId, frameId: 0, editable: false };
        extension.emit('webext-menu-menuitem-click', info, gBrowser.selectedTab);
      },
      { geckoId: id, menuItemId: entry },
    );
  }

  /** What the switch for private windows on the extension's page does: the extension starts anew. */
  async allowPrivate(id: string): Promise<void> {
    await this.#run(async ({ ChromeUtils, WebExtensionPolicy, AddonManager }, geckoId) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      const leave = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      const { extension } = WebExtensionPolicy.getByID(geckoId);
      await ExtensionPermissions.add(geckoId, leave, extension);
      await (await AddonManager.getAddonByID(geckoId)).reload();
    }, id);
  }

  /** A page in a new private window, which new tabs are opened in from then on. */
  async openPrivate(url: string): Promise<void> {
    await this.#run(async ({ OpenBrowserWindow }, address) => {
      const opened = OpenBrowserWindow({ private: true });
      await new Promise((done) => opened.addEventListener('load', done, { once: true }));
      await opened.delayedStartupPromise;
      opened.gBrowser.selectedTab = opened.gBrowser.addTrustedTab(address);
    }, url);
  }

  async killBackground(id: string): Promise<void> {
    await this.#run(async ({ WebExtensionPolicy }, geckoId) => {
      await WebExtensionPolicy.getByID(geckoId).extension.terminateBackground({
        disableResetIdleForTest: true,
      });
    }, id);
  }

  async reloadExtension(id: string): Promise<void> {
    await this.#run(async ({ AddonManager, Services }, geckoId) => {
      await (await AddonManager.getAddonByID(geckoId)).reload();
      // What is left of pages that ended, their connections to databases too, goes when Firefox sweeps
      // up, sooner or later: here at once.
      Services.obs.notifyObservers(null, 'memory-pressure', 'heap-minimize');
    }, id);
  }

  /** The browsing context of the open popup, or null. */
  async popupContext(): Promise<string | null> {
    return this.#run(() => {
      const popup = document.querySelector('browser[webextension-view-type=popup]') as
        | (Element & { browsingContext?: { id: number } })
        | null;
      const id = popup?.browsingContext?.id;
      return id === undefined ? null : String(id);
    }, null);
  }

  /** What scripts of `origin`, or in its pages, have thrown since the last call. */
  async takeErrors(origin: string): Promise<string[]> {
    return this.#run(({ Services, Ci, WindowGlobalParent }, prefix) => {
      const errors = Services.console
        .getMessageArray()
        .filter((message): message is ScriptError => {
          if (!(message instanceof Ci.nsIScriptError)) return false;
          const { errorMessage, sourceName, innerWindowID, flags } = message as ScriptError;
          const page =
            WindowGlobalParent.getByInnerWindowId(innerWindowID)?.documentURI?.spec ?? '';
          // Firefox's own notes when a page closes, or is kept for the way back, before its message
          // is answered.
          const isClosing =
            /^Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/.test(
              errorMessage,
            );
          const isWarning = (flags & 1) !== 0;
          const isOurs = sourceName.startsWith(prefix) || page.startsWith(prefix);
          return isOurs && !isWarning && !isClosing;
        });
      Services.console.reset();
      return errors.map(
        ({ errorMessage, sourceName, lineNumber }) =>
          `${errorMessage} (${sourceName}:${lineNumber})`,
      );
    }, origin);
  }

  async #run<T, A>(fn: (firefox: Privileged, arg: A) => T, arg: A): Promise<Awaited<T>> {
    return answerOf<Awaited<T>>(await this.#window.run(expressionFor(fn, arg, 'globalThis')));
  }
}

/** nsIScriptError, in part. */
interface ScriptError {
  errorMessage: string;
  sourceName: string;
  lineNumber: number;
  innerWindowID: number;
  flags: number;
}
