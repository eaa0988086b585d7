import { browser } from 'wxt/browser';
import { err, type Result } from '@/lib/model/result';
import { propertiesOf } from './properties';
import type { BackgroundCalls, CallError, PageCalls } from './protocol';
import { unlessFrozen } from './unless-frozen';

const CODES = [
  'bad-request',
  'unknown-id',
  'no-dataset',
  'store-unavailable',
  'store-blocked',
  'storage-full',
  'private',
  'nobody',
  'conflict',
  'disconnected',
  'reloaded',
  'internal',
] as const satisfies readonly CallError['code'][];

function isReply(answer: unknown): boolean {
  const reply = propertiesOf(answer);
  if (reply?.ok === true) return 'value' in reply;
  const error = reply?.ok === false ? propertiesOf(reply.error) : null;
  return typeof error?.detail === 'string' && CODES.some((code) => code === error.code);
}

/** Nobody answered; an extension reloaded or removed under a page will never again. */
function unanswered(detail: string): Result<never, CallError> {
  const isReloaded = browser.runtime?.id === undefined;
  return err({ code: isReloaded ? 'reloaded' : 'disconnected', detail });
}

/** What both browsers say when nobody listens there; all else may have been heard, and done. */
const NOBODY = /Receiving end does not exist/;

/**
 * The far side is this same extension: an answer's envelope is checked, its value was made by a
 * typed handler. A far side that went before it answered reads as `disconnected`; so does one that
 * does not listen, unless the caller has a word for that.
 */
async function call<T>(
  send: () => Promise<unknown>,
  nobody: 'nobody' | 'disconnected' = 'disconnected',
): Promise<Result<T, CallError>> {
  try {
    const answer = await unlessFrozen(send);
    return isReply(answer) ? (answer as Result<T, CallError>) : unanswered('');
  } catch (error) {
    const detail = String(error);
    return NOBODY.test(detail) ? err({ code: nobody, detail }) : unanswered(detail);
  }
}

/** A call from any context to the background. Never rejects. */
export function callBackground<Name extends keyof BackgroundCalls>(
  name: Name,
  input: BackgroundCalls[Name]['input'],
): Promise<Result<BackgroundCalls[Name]['output'], CallError>> {
  return call(() => browser.runtime.sendMessage({ govgloss: name, input }));
}

/**
 * A call to the content script of one frame of a tab; `frameId` 0 is the page itself. `nobody` when
 * there is none.
 */
export function callPage<Name extends keyof PageCalls>(
  tabId: number,
  frameId: number,
  name: Name,
  input: PageCalls[Name]['input'],
): Promise<Result<PageCalls[Name]['output'], CallError>> {
  const message = { govgloss: name, input };
  return call(() => browser.tabs.sendMessage(tabId, message, { frameId }), 'nobody');
}

/** A call to the content scripts of all frames of a tab; answers whether any heard it. */
export async function tellPage<Name extends keyof PageCalls>(
  tabId: number,
  name: Name,
  input: PageCalls[Name]['input'],
): Promise<boolean> {
  return (await call(() => browser.tabs.sendMessage(tabId, { govgloss: name, input }))).ok;
}

/**
 * Tells the pages of all tabs but one. Who answers late, or never (a tab that hangs or shows a
 * dialog), is not waited for: the reader waits for what comes after this.
 */
export async function tellOpenPages<Name extends keyof PageCalls>(
  name: Name,
  input: PageCalls[Name]['input'],
  except: number | null = null,
): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined && id !== except) void tellPage(id, name, input);
  }
}
