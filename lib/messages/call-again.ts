import type { Result } from '@/lib/model/result';
import { callBackground } from './client';
import type { BackgroundCalls, CallError } from './protocol';

/** How often a question is put: the browser starts a background that died anew for the next one. */
const TRIES = 3;

type AboutHighlights =
  | 'keepPassage'
  | 'placePassages'
  | 'updateHighlight'
  | 'deleteHighlight'
  | 'beginNote'
  | 'findDraft'
  | 'draftNote'
  | 'saveNote'
  | 'restoreHighlight';

/**
 * A call to the background that is put again when it died before it answered. Whether it had done
 * its work nobody knows; all of these may be done twice.
 */
export async function callAgain<Name extends AboutHighlights>(
  name: Name,
  input: BackgroundCalls[Name]['input'],
): Promise<Result<BackgroundCalls[Name]['output'], CallError>> {
  let answer = await callBackground(name, input);
  for (let tries = 1; tries < TRIES; tries++) {
    if (answer.ok || answer.error.code !== 'disconnected') break;
    answer = await callBackground(name, input);
  }
  return answer;
}
