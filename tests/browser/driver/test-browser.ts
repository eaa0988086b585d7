import type { WxtBrowser } from 'wxt/browser';
import type { PageServer } from '../server/page-server';

/** CSS pixels from the top left corner of the viewport. */
export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export type BrowserName = 'chromium' | 'firefox';

/**
 * What the browser is given: the build under test; 0.1.0 as it was released; the build under test
 * as a later version than that, as readers will be given it.
 */
export type Build = 'built' | 'released' | 'next';

export interface LaunchOptions {
  /** What is installed at the start: the build under test, unless it says another. */
  build?: Build;
  /** The language of the browser's own interface, by which `_locales` is chosen. */
  language?: 'zh-CN' | 'zh-TW' | 'en-US';
  /** False: the windows are seen, with our button on the toolbar; needs a display. */
  headless?: boolean;
  /** The full path of the program to start, when it is not to be looked for. */
  program?: string;
  /** Firefox: a profile it has run with, whose caches are copied. */
  usedProfile?: string | null;
}

/** What a page may ask of the reader's looks; applied to all tabs and the popup. */
export interface Media {
  colourScheme?: 'light' | 'dark';
  reducedMotion?: boolean;
  forcedColours?: boolean;
  /** The page as it is printed. */
  print?: boolean;
}

/** A document in which script can be run, in the page's own world. */
export interface TestFrame {
  url(): Promise<string>;
  /**
   * Runs `fn` there and answers what it gives, by way of JSON. It is sent as text: it sees its
   * argument and the page, nothing of the test file.
   */
  evaluate<T, A>(fn: (arg: A) => T, arg: A): Promise<Awaited<T>>;
  evaluate<T>(fn: () => T): Promise<Awaited<T>>;
}

/** A document with a picture, a pointer and a keyboard: a tab, or the popup. */
export interface TestView extends TestFrame {
  /** Moves the pointer as a hand does: over a few points on the way. */
  movePointer(to: Point): Promise<void>;
  click(at: Point, count?: number): Promise<void>;
  /** Touches with a finger, and lifts it. */
  tap(at: Point): Promise<void>;
  /** Puts a finger down, and lifts it after a long press. */
  hold(at: Point): Promise<void>;
  /** Presses at one point, moves, lets go at the other: selects text, as a reader does. */
  drag(from: Point, to: Point): Promise<void>;
  scroll(at: Point, deltaY: number): Promise<void>;
  /** `Escape`, `a`, `Alt+Shift+n`: modifiers first, then a key by its `KeyboardEvent.key`. */
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Saves a PNG of the viewport, or of a box in it; creates the folder. Answers the path. */
  screenshot(path: string, box?: Box): Promise<string>;
  /**
   * Runs `fn` in each closed shadow root of ours (their hosts are the manual popovers), which the page's
   * own scripts cannot see. Empty when none is in the page.
   */
  inClosedRoots<T, A>(fn: (root: ShadowRoot, arg: A) => T, arg: A): Promise<T[]>;
  close(): Promise<void>;
}

export interface TestTab extends TestView {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  /** Two fingers make the page larger. Chromium alone can be told to. */
  pinch(factor: number): Promise<void>;
  /** Brings the tab to the front, where the popup opens for it. */
  activate(): Promise<void>;
  /** Every document in the tab below the top one, other origins' included. */
  frames(): Promise<TestFrame[]>;
}

/** A real browser with the built extension, and a server that stands in for the web. */
export interface TestBrowser {
  readonly name: BrowserName;
  /** As the browser names itself: `Chromium 156.0.8078.79`. */
  readonly version: string;
  readonly server: PageServer;
  /** The extension's origin, without a slash at the end. */
  readonly origin: string;
  /** Settles when the browser has ended, by `close` or by its reader. */
  readonly closed: Promise<void>;
  /**
   * Takes the extension out with all it has stored, and installs a build as on a reader's first day. Tabs
   * are closed, media and answers of the server are forgotten. False where the browser cannot do that well:
   * another is to be started.
   */
  renew(build: Build): Promise<boolean>;
  /** Opens a tab in front. Ends when the page has loaded; marks may come later. */
  open(url: string): Promise<TestTab>;
  /** Lets the extension into private windows, and opens a page in one. Reloads the extension in Chromium. */
  openPrivate(url: string): Promise<TestView>;
  /** Opens a page of the extension in a tab: `popup.html`. */
  openExtensionPage(path: string): Promise<TestTab>;
  /** Runs `fn` with `browser.*` in a quiet page of the extension. */
  inExtension<T, A>(fn: (browser: WxtBrowser, arg: A) => T, arg: A): Promise<Awaited<T>>;
  inExtension<T>(fn: (browser: WxtBrowser) => T): Promise<Awaited<T>>;
  /** Opens the toolbar popup for real, over the tab in front. */
  openPopup(): Promise<TestView>;
  /**
   * Presses the button on the toolbar, as a reader does: the popup opens, and may know the address
   * of the tab in front though no permission covers it.
   */
  pressButton(): Promise<TestView>;
  /**
   * Chooses an entry of our context menu on what is selected in the tab in front, with the leave
   * to read the tab that a reader's choice gives.
   */
  chooseInMenu(id: string): Promise<void>;
  /** The popup that is open already, such as one the extension opened; null when none is. */
  findPopup(): Promise<TestView | null>;
  /** Closes the popup and every tab that `open` and `openExtensionPage` opened. */
  tidy(): Promise<void>;
  setMedia(media: Media): Promise<void>;
  /** Takes the leave to read government sites back, or gives it again, as the reader may. */
  setAccess(given: boolean): Promise<void>;
  /** Stops the background at once, as the browser does when it is idle; the next event wakes it. */
  killBackground(): Promise<void>;
  /** Reloads the extension under the open pages, as an update does. */
  reloadExtension(): Promise<void>;
  /** Puts another build in the extension's place, under the open pages; what it has stored stays. */
  replaceExtension(build: Build): Promise<void>;
  /** What the extension has thrown or logged as an error since the last call, in any place. */
  takeErrors(): Promise<string[]>;
  close(): Promise<void>;
}
