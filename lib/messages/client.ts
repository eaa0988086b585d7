import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { err, type Result } from '@/lib/model/result';
import type { BackgroundCalls, CallError, PageCalls } from './protocol';

const CODES = [
  'bad-request',
  'unknown-id',
  'no-dataset',
  'store-unavailable',
  'storage-full',
  'conflict',
  'disconnected',
  'internal',
] as const satisfies readonly CallError['code'][];

const reply = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({ code: v.picklist(CODES), detail: v.string() }),
  }),
]);

function disconnected(detail: string): Result<never, CallError> {
  return err({ code: 'disconnected', detail });
}

/**
 * The far side is this same extension: an answer's envelope is checked, its value was made by a
 * typed handler. Nobody listening, a dead tab or a reloaded extension all read as `disconnected`.
 */
async function call<T>(send: () => Promise<unknown>): Promise<Result<T, CallError>> {
  try {
    const parsed = v.safeParse(reply, await send());
    if (!parsed.success) return disconnected('no answer');
    return parsed.output as Result<T, CallError>;
  } catch (error) {
    return disconnected(String(error));
  }
}

/** A call from any context to the background. Never rejects. */
export function callBackground<Name extends keyof BackgroundCalls>(
  name: Name,
  input: BackgroundCalls[Name]['input'],
): Promise<Result<BackgroundCalls[Name]['output'], CallError>> {
  return call(() => browser.runtime.sendMessage({ govgloss: name, input }));
}

/** A call to the content script of one frame of a tab; `frameId` 0 is the page itself. */
export function callPage<Name extends keyof PageCalls>(
  tabId: number,
  frameId: number,
  name: Name,
  input: PageCalls[Name]['input'],
): Promise<Result<PageCalls[Name]['output'], CallError>> {
  return call(() => browser.tabs.sendMessage(tabId, { govgloss: name, input }, { frameId }));
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
