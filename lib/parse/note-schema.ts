import * as v from 'valibot';
import type { HighlightDraft } from '@/lib/model/highlight';
import { about, changeable, selectorsSchema } from './highlight-schema';

/** What the reader says of a passage. */
export const choiceSchema = v.object(changeable);
export type HighlightChoice = v.InferOutput<typeof choiceSchema>;

/** A highlight before it is kept. */
export const highlightDraftSchema: v.GenericSchema<unknown, HighlightDraft> = v.object({
  ...about,
  selectors: selectorsSchema,
});
