import * as v from 'valibot';
import { PAGE_COMMANDS, type PageCalls } from './protocol';
import type { InputSchemas } from './server';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const nothing = v.null();

/**
 * What a page accepts, call by call. Apart from what the background accepts, so that pages do not
 * carry the parsers of highlights.
 */
export const PAGE_INPUTS: InputSchemas<PageCalls> = {
  getReport: nothing,
  askAgain: nothing,
  goToMention: v.object({ id, nth: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  goToHighlight: v.object({ id }),
  command: v.object({ name: v.picklist(PAGE_COMMANDS) }),
  keepSelection: nothing,
  highlightsChanged: nothing,
  datasetChanged: nothing,
  settingsChanged: nothing,
  accessTaken: nothing,
  acceptCandidate: v.object({ id }),
  stepPlace: v.object({ id, by: v.picklist([1, -1]) }),
};
