import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { frameOfMention, type PageState } from '@/components/reader/page-state';
import type { View } from '@/lib/extension-page/use-view';
import { changeList } from '@/lib/messages/change-list';
import { callBackground, callPage, tellPage } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import type { HostList } from '@/lib/model/settings';
import { hostOf, type PageTab, pageStateOf, readTab } from './page-tab';

/** A page that is still being read is asked again after so many ms. */
const ASK_AGAIN_MS = 400;

/** A page that has not answered so often will not: 5 s are more than the slowest page needs. */
const MOST_ASKED = 12;

/** What can be done about the page beside the view. */
export interface PageActions {
  onNextMention(id: string): void;
  onPause(paused: boolean): void;
  /** The page is to see nothing of what is the reader's own, or as much as others. */
  onHideMine(hidden: boolean): void;
  onAskAgain(): void;
  onMarkSite(): void;
  onMarkOnce(): void;
  onGoToHighlight(id: string): void;
  onAcceptCandidate(id: string): void;
  onStepPlace(id: string, by: 1 | -1): void;
  onKeepAsText(id: string): void;
}

/**
 * The page in front, read again when it changes; `follows` also when another tab comes to front.
 * `firstTab` is the tab as it was asked when the view began. The page is null when what the reader
 * kept of it cannot be read; `notSaved` when the last pause, or its end, was not kept, `wentToHidden`
 * when the mention gone to last is one that the page hides.
 */
export function usePage(
  view: View,
  firstTab: Promise<PageTab | null>,
  follows: boolean,
): {
  page: PageState | null;
  notSaved: boolean;
  wentToHidden: 'mention' | 'highlight' | null;
  actions: PageActions;
} {
  const [page, setPage] = useState<PageState | null>({ state: 'loading' });
  const [notSaved, setNotSaved] = useState(false);
  const [wentToHidden, setWentToHidden] = useState<'mention' | 'highlight' | null>(null);
  const tab = useRef<PageTab | null>(null);
  const gone = useRef(new Map<string, number>());
  const asked = useRef(0);
  /** What was asked before the first thing was drawn; used up by the first reading. */
  const asking = useRef<Promise<PageTab | null> | null>(firstTab);
  /** Counts readings: a slow page's answer must not replace what was read after it. */
  const readings = useRef(0);
  const { settings } = view;
  const { script } = view.prefs;
  /** What the reader wished when the page answered last. */
  const answered = useRef(settings);

  const read = useCallback(async () => {
    const reading = ++readings.current;
    const isLate = () => reading !== readings.current;
    try {
      // The page hears of a change beside us: what it says must not be of before.
      if (settings !== answered.current && tab.current) {
        await tellPage(tab.current.tabId, 'settingsChanged', null);
      }
      answered.current = settings;
      const before = tab.current?.url;
      const inFront = await (asking.current ?? readTab());
      if (isLate()) return;
      tab.current = inFront;
      asking.current = null;
      if (tab.current?.url !== before) asked.current = 0;
      const next = await pageStateOf(tab.current, settings, script);
      // Without a dataset there is nothing to say of a page; the view says that of everything.
      if (isLate() || !next) return;
      asked.current = next.state === 'loading' ? asked.current + 1 : 0;
      // It is still loading, or it was opened before the extension, or came back from its cache.
      if (asked.current === 1 && inFront) {
        void callBackground('startInTab', { tabId: inFront.tabId, once: false });
      }
      setPage(asked.current < MOST_ASKED ? next : { state: 'silent' });
    } catch (error) {
      logError(error, 'reading what the page names');
      if (!isLate()) setPage(null);
    }
  }, [settings, script]);

  // A layout effect: an ordinary one would wait for a frame with nothing in it.
  useLayoutEffect(() => void read(), [read]);

  useEffect(() => {
    const waits = page?.state === 'loading' || (page?.state === 'open' && page.reading);
    if (!waits) return;
    const timer = setTimeout(() => void read(), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [page, read]);

  useEffect(() => {
    if (!follows) return;
    const again = () => void read();
    const onUpdated = (_: number, change: { status?: string | undefined }) => {
      if (change.status === 'complete') again();
    };
    browser.tabs.onActivated.addListener(again);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      browser.tabs.onActivated.removeListener(again);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [follows, read]);

  const host = hostOf(tab.current?.url ?? '');
  const askAgain = async () => {
    if (tab.current) await tellPage(tab.current.tabId, 'askAgain', null);
    await read();
  };
  const list = (name: HostList, holds: boolean) => {
    if (!host) return;
    void changeList({ list: name, entry: host, holds }).then((failure) =>
      setNotSaved(failure !== null),
    );
  };
  /** Has the frame go to a highlight that holds it. */
  const go = async (
    call: (frame: [tabId: number, frameId: number]) => ReturnType<typeof callPage<'goToHighlight'>>,
  ) => {
    const { tabId, frames } = tab.current ?? { tabId: 0, frames: [] };
    for (const went of await Promise.all(frames.map(({ frameId }) => call([tabId, frameId]))))
      if (went.ok) setWentToHidden(went.value.isShown ? null : 'highlight');
  };
  const actions: PageActions = {
    onNextMention(id) {
      const nth = gone.current.get(id) ?? 0;
      const place = frameOfMention(tab.current?.frames ?? [], id, nth);
      if (!tab.current || !place) return;
      gone.current.set(id, nth + 1);
      const { nth: there } = place;
      void callPage(tab.current.tabId, place.frameId, 'goToMention', { id, nth: there }).then(
        (went) => setWentToHidden(went.ok && !went.value.isShown ? 'mention' : null),
      );
    },
    onPause: (paused) => list('pausedHosts', paused),
    onHideMine: (hidden) => list('shownNothing', hidden),
    onAskAgain: () => void askAgain(),
    onMarkSite() {
      // In the click itself: the browser asks the reader only then. The background does the rest.
      if (page?.state !== 'unmarked') return;
      void browser.permissions
        .request({ origins: [page.origin] })
        .then((granted) => (granted ? read() : setPage({ ...page, refused: true })));
    },
    onMarkOnce() {
      // The press on our button has given leave to read this page until it is left.
      if (!tab.current) return;
      const { tabId } = tab.current;
      setPage({ state: 'loading' });
      void callBackground('startInTab', { tabId, once: true }).then(read);
    },
    onGoToHighlight: (id) => void go((frame) => callPage(...frame, 'goToHighlight', { id })),
    onStepPlace: (id, by) =>
      void go((frame) => callPage(...frame, 'stepPlace', { id, by })).then(read),
    onAcceptCandidate(id) {
      if (tab.current) void tellPage(tab.current.tabId, 'acceptCandidate', { id }).then(read);
    },
    onKeepAsText: (id) =>
      void callBackground('updateHighlight', { id, change: { detached: true } }).then(read),
  };
  return { page, notSaved, wentToHidden, actions };
}
