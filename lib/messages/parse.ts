import * as v from 'valibot';
import { SCRIPTS } from '@/lib/model/languages';
import { keysOf } from '@/lib/model/registry';
import { feedSchema } from '@/lib/parse/feed-schema';
import {
  aboutPassageSchema,
  cut,
  highlightChangeSchema,
  highlightSchema,
  MOST_ADDRESS_UNITS,
} from '@/lib/parse/highlight-schema';
import { NOTE_INPUTS } from './note-inputs';
import { pageText, passageSchema as passage } from './passage-schema';
import { type BackgroundCalls, LATE_SCRIPTS } from './protocol';
import type { InputParsers } from './server';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.pipe(v.array(id), v.maxLength(5000));
const text = v.pipe(v.string(), v.maxLength(20_000));
const documentNumber = v.pipe(v.string(), v.maxLength(100));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const host = v.pipe(v.string(), v.maxLength(255));
const nothing = v.null();
/** A page asks for far less at once; whoever asks for more would keep all others waiting. */
const MAX_ASKED_UNITS = 1_000_000;
const nameQuestion = v.pipe(
  v.object({
    host,
    title: v.pipe(v.string(), v.maxLength(20_000)),
    refused: v.pipe(v.array(v.string()), v.maxLength(5000)),
    sections: v.array(v.object({ heading: v.string(), texts: v.array(v.string()) })),
  }),
  v.check(({ sections }) => {
    const units = sections.flatMap(({ heading, texts }) => [heading, ...texts]);
    return units.reduce((sum, { length }) => sum + length, 0) <= MAX_ASKED_UNITS;
  }, 'too much text at once'),
);

/** What the background accepts, call by call. */
export const BACKGROUND_INPUTS = {
  ...NOTE_INPUTS,
  getSettings: nothing,
  getGazetteer: v.object({ version: v.nullable(v.string()) }),
  findNames: nameQuestion,
  getStrings: nothing,
  loadScript: v.object({ script: v.picklist(LATE_SCRIPTS) }),
  getCard: v.object({
    id,
    rivals: ids,
    script: v.picklist(keysOf(SCRIPTS)),
    number: v.exactOptional(documentNumber),
  }),
  openProfile: v.object({ id }),
  mayRead: nothing,
  reportNames: v.object({ ids, isFirst: v.boolean() }),
  framesWent: nothing,
  reportError: v.object({
    where: v.pipe(v.string(), v.maxLength(100)),
    message: v.pipe(v.string(), v.maxLength(2000)),
  }),
  reportPointer: v.object({ id }),
  keepPassage: v.object({
    id: v.pipe(v.string(), v.uuid()),
    passage,
    about: aboutPassageSchema,
  }),
  placePassages: v.object({
    pageKey: cut(MOST_ADDRESS_UNITS),
    formerKey: v.exactOptional(cut(MOST_ADDRESS_UNITS)),
    search: v.nullable(v.object({ text: pageText, ids })),
  }),
  updateHighlight: v.object({
    id,
    change: highlightChangeSchema,
    passage: v.exactOptional(passage),
    base: v.exactOptional(offset),
  }),
  deleteHighlight: v.object({ id }),
  restoreHighlight: v.object({ highlight: highlightSchema }),
  openLibrary: nothing,
  saveFeed: feedSchema,
  checkFeed: nothing,
  cancelCheck: nothing,
  rollBack: nothing,
  startInTab: v.object({ tabId: offset, once: v.boolean() }),
  siteOfHost: v.object({ host }),
  saveOwnEntries: v.object({ file: v.unknown() }),
  changeList: v.variant('list', [
    v.object({
      list: v.picklist(['pausedHosts', 'shownNothing']),
      entry: host,
      holds: v.boolean(),
    }),
    v.object({
      list: v.literal('ignored'),
      entry: v.object({ form: text, host }),
      holds: v.boolean(),
    }),
  ]),
  restoreSettings: v.object({ settings: v.unknown() }),
} satisfies InputParsers<BackgroundCalls>;
