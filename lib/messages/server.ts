import { browser } from 'wxt/browser';
import { err, type Result } from '@/lib/model/result';
import { propertiesOf } from './properties';
import type { CallError } from './protocol';

/** Who sent a message, as far as handlers care. */
export interface Sender {
  tabId: number | null;
  frameId: number;
  /** The frame's address, and its origin ('null' for a sandboxed one); '' when not told. */
  url: string;
  origin: string;
  /** In a private window. */
  isPrivate?: boolean;
}

type AnyCalls<Calls> = { [Name in keyof Calls]: { input: unknown; output: unknown } };

/** One function a call. Throwing is answered as `internal`; expected failures are returned. */
export type Handlers<Calls extends AnyCalls<Calls>> = {
  [Name in keyof Calls]: (
    input: Calls[Name]['input'],
    sender: Sender,
  ) => Promise<Result<Calls[Name]['output'], CallError>>;
};

type Parsed<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };

/** What parses an input, as of Standard Schema: a schema of valibot's is one. */
export interface InputParser<T> {
  readonly '~standard': { readonly validate: (input: unknown) => Parsed<T> | Promise<Parsed<T>> };
}

export type InputParsers<Calls extends AnyCalls<Calls>> = {
  [Name in keyof Calls]: InputParser<Calls[Name]['input']>;
};

/** Whether a sender may make a call at all; what about is for its handler to decide. */
export type May<Calls> = (call: keyof Calls & string, sender: Sender) => boolean;

/** The call a message makes, or null when it is none of ours (another listener may own it). */
function readCall<Name>(message: unknown, parsers: { [K in Name & string]: unknown }) {
  const call = propertiesOf(message);
  if (typeof call?.govgloss !== 'string' || !Object.hasOwn(parsers, call.govgloss)) return null;
  return { name: call.govgloss as Name & string, input: call.input };
}

/**
 * Answers one call: asks whether the sender may make it, parses its input, runs its handler, turns a
 * throw into `internal` after reporting it. Without a browser in it, so that it is tested as a function.
 */
export async function answer<Calls extends AnyCalls<Calls>, Name extends keyof Calls & string>(
  call: { name: Name; input: unknown },
  sender: Sender,
  parsers: InputParsers<Calls>,
  handlers: Handlers<Calls>,
  report: (error: unknown, call: string) => void,
  may: May<Calls> = () => true,
): Promise<Result<Calls[Name]['output'], CallError>> {
  if (!may(call.name, sender)) {
    return err({ code: 'bad-request', detail: `${call.name}: not for this sender to ask` });
  }
  const input = await parsers[call.name]['~standard'].validate(call.input);
  if (input.issues) {
    return err({ code: 'bad-request', detail: `${call.name}: ${input.issues[0]?.message}` });
  }
  try {
    return await handlers[call.name](input.value, sender);
  } catch (error) {
    report(error, call.name);
    return err({ code: 'internal', detail: `${call.name}: ${String(error)}` });
  }
}

/**
 * Serves the calls until `signal` aborts. Messages from outside the extension never arrive here
 * (no `externally_connectable`), and would not be heard. The listener says by `true` that an answer to a call of ours will
 * come: a promise in its place is waited for by Firefox and new Chromium only.
 */
export function serve<Calls extends AnyCalls<Calls>>(
  parsers: InputParsers<Calls>,
  handlers: Handlers<Calls>,
  report: (error: unknown, call: string) => void,
  { signal, may }: { signal?: AbortSignal; may?: May<Calls> } = {},
): void {
  const listener = (message: unknown, from: unknown, respond: (answer: unknown) => void) => {
    const call = readCall<keyof Calls>(message, parsers);
    const sender = call && parseSender(from);
    if (!call || !sender) return false;
    void answer(call, sender, parsers, handlers, report, may).then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** Null for who is not of this extension. What the browser does not tell of a sender is nothing. */
function parseSender(from: unknown): Sender | null {
  const sender = propertiesOf(from);
  if (!sender || sender.id !== browser.runtime.id) return null;
  const tab = propertiesOf(sender.tab);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    tabId: typeof tab?.id === 'number' ? tab.id : null,
    frameId: typeof sender.frameId === 'number' ? sender.frameId : 0,
    url: text(sender.url),
    origin: text(sender.origin),
    isPrivate: tab?.incognito === true,
  };
}
