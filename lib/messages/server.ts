import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { err, type Result } from '@/lib/model/result';
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

export type InputSchemas<Calls extends AnyCalls<Calls>> = {
  [Name in keyof Calls]: v.GenericSchema<unknown, Calls[Name]['input']>;
};

/** Whether a sender may make a call at all; what about is for its handler to decide. */
export type May<Calls> = (call: keyof Calls & string, sender: Sender) => boolean;

const envelope = v.object({ govgloss: v.string(), input: v.unknown() });

/** The call a message makes, or null when it is none of ours (another listener may own it). */
function readCall<Name>(message: unknown, schemas: { [K in Name & string]: unknown }) {
  const outer = v.safeParse(envelope, message);
  if (!outer.success || !Object.hasOwn(schemas, outer.output.govgloss)) return null;
  return { name: outer.output.govgloss as Name & string, input: outer.output.input };
}

/**
 * Answers one call: asks whether the sender may make it, parses its input, runs its handler, turns a
 * throw into `internal` after reporting it. Without a browser in it, so that it is tested as a function.
 */
export async function answer<Calls extends AnyCalls<Calls>, Name extends keyof Calls & string>(
  call: { name: Name; input: unknown },
  sender: Sender,
  schemas: InputSchemas<Calls>,
  handlers: Handlers<Calls>,
  report: (error: unknown, call: string) => void,
  may: May<Calls> = () => true,
): Promise<Result<Calls[Name]['output'], CallError>> {
  if (!may(call.name, sender)) {
    return err({ code: 'bad-request', detail: `${call.name}: not for this sender to ask` });
  }
  const input = v.safeParse(schemas[call.name], call.input);
  if (!input.success) {
    return err({ code: 'bad-request', detail: `${call.name}: ${input.issues[0].message}` });
  }
  try {
    return await handlers[call.name](input.output, sender);
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
  schemas: InputSchemas<Calls>,
  handlers: Handlers<Calls>,
  report: (error: unknown, call: string) => void,
  { signal, may }: { signal?: AbortSignal; may?: May<Calls> } = {},
): void {
  const listener = (message: unknown, from: unknown, respond: (answer: unknown) => void) => {
    const call = readCall<keyof Calls>(message, schemas);
    const sender = call && parseSender(from);
    if (!call || !sender) return false;
    void answer(call, sender, schemas, handlers, report, may).then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

const senderSchema = v.object({
  id: v.string(),
  tab: v.optional(v.object({ id: v.optional(v.number()), incognito: v.optional(v.boolean()) })),
  frameId: v.optional(v.number(), 0),
  url: v.optional(v.string(), ''),
  origin: v.optional(v.string(), ''),
});

/** Null for who is not of this extension. */
function parseSender(from: unknown): Sender | null {
  const parsed = v.safeParse(senderSchema, from);
  if (!parsed.success || parsed.output.id !== browser.runtime.id) return null;
  const { tab, frameId, url, origin } = parsed.output;
  return { tabId: tab?.id ?? null, frameId, url, origin, isPrivate: tab?.incognito ?? false };
}
