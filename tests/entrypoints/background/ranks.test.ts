import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mayAsk, WHO_MAY, type WhoMay } from '@/entrypoints/background/ranks';
import { BACKGROUND_INPUTS } from '@/lib/messages/parse';
import type { BackgroundCalls } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/server';
import { keysOf } from '@/lib/model/registry';

const CALLS = keysOf(BACKGROUND_INPUTS);
const senderAt = (url: string, place: Partial<Sender> = {}): Sender => ({
  ...{ tabId: 7, frameId: 0, url, origin: URL.parse(url)?.origin ?? 'null', ...place },
});

/** Whoever may send something, and whether they are ours. */
const SENDERS = (): [string, Sender, boolean][] => {
  const own = fakeBrowser.runtime.getURL('/options.html');
  const origin = own.replace('/options.html', '');
  return [
    ['our options page', senderAt(own), true],
    ['our popup', senderAt(own.replace('options', 'popup'), { tabId: null }), true],
    ['the background of ours', senderAt(`${origin}/background.js`, { tabId: null }), true],
    ['a page of ours in a frame of somebody else’s', senderAt(own, { frameId: 3 }), false],
    ['a page', senderAt('http://www.zj.gov.cn/a.html'), false],
    ['a frame in a page', senderAt('http://www.zj.gov.cn/a.html', { frameId: 3 }), false],
    ['an empty frame', senderAt('about:blank', { origin: 'http://www.zj.gov.cn' }), false],
    ['a sandboxed frame', senderAt('about:srcdoc', { origin: 'null' }), false],
    ['a page named like ours', senderAt(`http://evil.cn/${own}`), false],
    ['a host that begins like ours', senderAt(`${origin}.evil.cn/options.html`), false],
    ['a reader’s name that is like ours', senderAt(`${origin}@evil.cn/options.html`), false],
    ['another extension', senderAt('chrome-extension://another/options.html'), false],
    ['who has no address', senderAt('', { origin: '' }), false],
  ];
};

/** Who may make each call: who changes this changes what SECURITY promises. */
const TABLE: Record<WhoMay, (keyof BackgroundCalls)[]> = {
  anyone: [
    ...(['getSettings', 'getGazetteer', 'findNames', 'getStrings', 'loadScript'] as const),
    ...(['getCard', 'openProfile', 'mayRead', 'reportNames', 'framesWent'] as const),
    ...(['reportError', 'reportPointer'] as const),
  ],
  site: [
    ...(['keepPassage', 'placePassages', 'updateHighlight', 'deleteHighlight'] as const),
    ...(['restoreHighlight', 'changeList', 'beginNote', 'findDraft'] as const),
  ],
  note: ['openNote', 'draftNote', 'saveNote', 'dropNote', 'deleteNote', 'openEntry'],
  'own-pages': [
    ...([
      'restoreSettings',
      'saveFeed',
      'checkFeed',
      'cancelCheck',
      'rollBack',
      'openLibrary',
    ] as const),
    ...(['startInTab', 'siteOfHost', 'saveOwnEntries'] as const),
  ],
};

beforeEach(() => fakeBrowser.reset());

test('the table names every call, and each once', () => {
  expect(Object.values(TABLE).flat().sort()).toEqual([...CALLS].sort());
});

describe.each(Object.entries(TABLE))('%s', (who, calls) => {
  test.each(calls)('%s', (call) => {
    expect(WHO_MAY[call]).toBe(who);
    for (const [sender, from, isOurs] of SENDERS()) {
      const isNoteFrame = sender === 'a page of ours in a frame of somebody else’s';
      const may = { anyone: true, site: true, note: isOurs || isNoteFrame, 'own-pages': isOurs };
      expect(mayAsk(call, from), sender).toBe(may[who as WhoMay]);
    }
  });
});
