import * as v from 'valibot';
import { SCRIPTS } from '@/lib/model/languages';
import { keysOf } from '@/lib/model/registry';
import { aboutPassageSchema } from '@/lib/parse/highlight-schema';
import { choiceSchema } from '@/lib/parse/note-schema';
import type { NoteCalls } from './note-protocol';
import { passageSchema } from './passage-schema';
import type { InputParsers } from './server';

const token = v.pipe(v.string(), v.uuid());
const choice = choiceSchema;

/** What the background accepts about notes, call by call. */
export const NOTE_INPUTS: InputParsers<NoteCalls> = {
  beginNote: v.object({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    fresh: v.exactOptional(v.object({ passage: passageSchema, about: aboutPassageSchema })),
  }),
  findDraft: v.object({ pageKey: v.pipe(v.string(), v.maxLength(20_000)) }),
  openNote: v.object({ token }),
  draftNote: v.object({ token, choice }),
  saveNote: v.object({ token, choice }),
  dropNote: v.object({ token }),
  deleteNote: v.object({ token }),
  openEntry: v.object({ token, script: v.picklist(keysOf(SCRIPTS)) }),
};
