import type { CallError, SettingsCalls } from '@/lib/messages/protocol';
import type { Handlers, Sender } from '@/lib/messages/server';
import { readSettings, writeSettings } from '@/lib/messages/settings';
import { settingsFor } from '@/lib/messages/settings-for-page';
import { parseSettings } from '@/lib/messages/settings-schema';
import { err, ok, type Result } from '@/lib/model/result';
import { type ListChange, listWith } from '@/lib/model/settings';
import { createTurns } from '@/lib/resource/in-turn';
import { siteOf } from './sites';
import { isOwnPage, refusal } from './trust';

/** The only place where lists change: each change is made to what the one before it left. */
const inTurn = createTurns();

/** True for the browser's refusal of more than it holds; not for one of too many writes a minute. */
function isFull(error: unknown): boolean {
  const told = String(error);
  return /quota/i.test(told) && !/MAX_WRITE/.test(told);
}

function change(work: () => Promise<void>): Promise<Result<null, CallError>> {
  return inTurn(async () => {
    try {
      await work();
      return ok(null);
    } catch (error) {
      if (!isFull(error)) throw error;
      return err({ code: 'storage-full', detail: String(error) });
    }
  });
}

/** A web page speaks for its own host alone; it may refuse a name everywhere, and take no such word back. */
async function mayChange(change: ListChange, sender: Sender): Promise<boolean> {
  if (isOwnPage(sender)) return true;
  // What a page may see of the reader is not for that page to say.
  if (change.list === 'shownNothing') return false;
  if (change.list === 'ignored' && change.entry.host === '') return change.holds;
  const site = await siteOf(sender);
  const host = change.list === 'ignored' ? change.entry.host : change.entry;
  return site !== null && new URL(site).hostname === host;
}

/** Answers about settings that more than one of us writes. */
export const settingsCalls: Handlers<SettingsCalls> = {
  async getSettings(_, sender) {
    const settings = await readSettings();
    if (isOwnPage(sender)) return ok(settings);
    const site = await siteOf(sender);
    return ok(settingsFor(site === null ? '' : new URL(site).hostname, settings));
  },

  async changeList(wanted, sender) {
    if (!(await mayChange(wanted, sender))) return refusal("another site's settings");
    return change(async () => writeSettings(listWith(await readSettings(), wanted)));
  },

  restoreSettings: ({ settings }) => change(() => writeSettings(parseSettings(settings))),
};
