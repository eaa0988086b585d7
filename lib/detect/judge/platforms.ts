import { isQuote } from '@/lib/text/noise';
import type { Aspect } from '../senses';
import { type Rule, rule } from './rule';
import { ON, SIGN } from './signs';
import { isWordUnit, type Window } from './window';

const QUOTED = 4;
const TAIL = 4;
const VERB = 3;
const OPENING_TITLE = 0x300a;
const CLOSING_TITLE = 0x300b;
const SPACE = 0x20;
const MIDDLE_DOT = 0xb7;

/** True when the name stands alone between quotation marks, or with a dot after it: “浙里办”, “爱山东·泉城办”. */
export function isQuoted(window: Window): boolean {
  const after = window.after(0);
  return isQuote(window.before(0)) && (isQuote(after) || after === MIDDLE_DOT);
}

/** True when the name is all that stands between 《 and 》. */
export function isTitled(window: Window): boolean {
  return window.before(0) === OPENING_TITLE && window.after(0) === CLOSING_TITLE;
}

/**
 * Places after the name to where what it is called stands: past a closing quotation mark, a space
 * and the dot that joins the parts of a heading (爱山东 · 移动端).
 */
export function tailOffset(window: Window): number {
  let offset = 0;
  if (isQuote(window.after(offset))) offset++;
  if (window.after(offset) === SPACE) offset++;
  if (window.after(offset) === MIDDLE_DOT) offset += window.after(offset + 1) === SPACE ? 2 : 1;
  return offset;
}

function leadOffset(window: Window): number {
  return isWordUnit(window.before(0)) ? 0 : 1;
}

/** True when what stands around says that the name is a platform's: “一网通办”总门户. */
export function isCalledPlatform(window: Window): boolean {
  return (
    window.followedBy('platformHeads', tailOffset(window)) !== null ||
    window.precededBy('accessVerbs', leadOffset(window)) !== null
  );
}

/** True when what follows says that the name is an idea's: “一网通办”改革. */
export function isCalledIdea(window: Window): boolean {
  return window.followedBy('ideaHeads', tailOffset(window)) !== null;
}

/** As what a name is spoken of: 云上贵州[公司], 下载[云上贵州], 迁移上[云上贵州]; null where nothing says. */
export function aspectOf(window: Window): Aspect | null {
  const [before, after] = [leadOffset(window), tailOffset(window)];
  const isRun = window.precedes('由', before) && window.followedBy('runBy', after) !== null;
  if (isRun || window.followedBy('firmTails', after) !== null) return 'firm';
  if (window.followedBy('appTails', after) !== null) return 'app';
  if (window.followedBy('cloudTails', after) !== null) return 'cloud';
  if (window.precededBy('appVerbs', before) !== null) return 'app';
  return window.precededBy('cloudVerbs', before) !== null ? 'cloud' : null;
}

/** True when nothing stands beside the name in its cell, line or list item. */
function isAlone(window: Window): boolean {
  const isEdge = (unit: number) => unit === 0 || unit === SPACE;
  return isEdge(window.before(0)) && isEdge(window.after(0));
}

/** 用[爱山东]查公积金: what one uses, and what one does with it. */
function use(window: Window): string | null {
  const verb = window.precededBy('useVerbs', leadOffset(window));
  if (verb === null) return null;
  const deed = window.followedBy('serviceVerbs', tailOffset(window));
  return deed === null ? null : `${verb}…${deed}`;
}

/** What it is called, and what is done with it, stand next to the name or beyond a mark. */
const TAILED = SIGN.platformTail | SIGN.apart;
const LED = SIGN.platformVerb | SIGN.apart;

/** Quotation marks, what follows (小程序, APP) and what is done with a platform (登录, 下载). */
export const PLATFORMS: readonly Rule[] = [
  rule('quoted', 'brief', SIGN.apart, QUOTED, ({ window }) => (isQuoted(window) ? '' : null)),
  rule('platform-word', 'brief', TAILED, TAIL, ({ window }) =>
    window.followedBy('platformTails', tailOffset(window)),
  ),
  rule('platform-verb', 'brief', LED, VERB, ({ window }) =>
    window.precededBy('platformVerbs', leadOffset(window)),
  ),
  rule('platform-use', 'brief', LED, VERB, ({ window }) => use(window)),
  rule('platform-deed', 'brief', SIGN.apart, VERB, ({ window }) =>
    isWordUnit(window.before(0)) ? null : window.followedBy('platformDeeds', tailOffset(window)),
  ),
  rule('alone', 'brief', SIGN.apart, QUOTED, ({ window }) => (isAlone(window) ? '' : null)),
  rule('on-platform', 'brief', LED, VERB, ({ window }) =>
    window.precedes(ON, leadOffset(window)) && window.follows('上', tailOffset(window))
      ? '在…上'
      : null,
  ),
];

/** Rules by which a text shows that it uses a name as one. */
export const NAME_RULES: ReadonlySet<string> = new Set(PLATFORMS.map(({ name }) => name));
