import { type Browser, browser } from 'wxt/browser';
import { webAddress } from '@/lib/address/page-key';
import { hasHan } from '@/lib/dom/has-han';
import { database } from '@/lib/library/database';
import type { Highlight } from '@/lib/model/highlight';
import { createTurns } from '@/lib/resource/in-turn';
import { allHighlights } from '@/lib/store/highlights';
import { packagedScript } from './sites';

/**
 * In pages without Chinese text nobody asks us for anything, so that nobody would show what was kept of one.
 * The browser itself puts what shows it into those pages, and wakes nobody for any other.
 */
const SCRIPT_ID = 'kept-pages';
const SESSION = 'page-session.js';

/** Two passages kept together must both be listed. */
const inTurn = createTurns();

type Kept = Pick<Highlight, 'url' | 'selectors'>;

/** What names the page of a highlight to the browser; null where it is found by the Chinese text around it. */
function patternOf({ url, selectors }: Kept): string | null {
  const { exact, prefix, suffix } = selectors.quote;
  const address = hasHan(prefix + exact + suffix) ? null : webAddress(url);
  return address && `*://${address.hostname}${address.pathname}*`;
}

/** From now on what is kept of its page is shown there. */
export function showOnItsPage(highlight: Kept): Promise<void> {
  return inTurn(async () => {
    const pattern = patternOf(highlight);
    if (pattern === null) return;
    const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    const matches = known?.matches ?? [];
    if (!matches.includes(pattern)) await register([...matches, pattern], known !== undefined);
  });
}

/** Lists all such pages anew: an update of the extension takes away what was registered. */
export function listKeptPages(): Promise<void> {
  return inTurn(async () => {
    const db = await database();
    const kept = db && (await allHighlights(db));
    if (!kept?.ok) return;
    const patterns = kept.value.highlights.flatMap((highlight) => patternOf(highlight) ?? []);
    const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    if (patterns.length > 0) await register([...new Set(patterns)], known.length > 0);
  });
}

async function register(matches: string[], isThere: boolean): Promise<void> {
  const { css } = packagedScript();
  const script: Browser.scripting.RegisteredContentScript = {
    ...{ id: SCRIPT_ID, matches, js: [SESSION], css },
    ...{ allFrames: true, runAt: 'document_idle' },
  };
  if (isThere) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
