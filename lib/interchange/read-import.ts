import { err, ok, type Result } from '@/lib/model/result';
import type { Incoming } from './incoming';
import { isBackup, readBackup } from './read-backup';
import { isHypothesis, readHypothesis } from './read-hypothesis';
import { isObsidianClipper, readObsidianClipper } from './read-obsidian-clipper';
import { isWebAnnotations, readWebAnnotations } from './read-web-annotations';

/**
 * Why a file could not be read at all: no JSON or a torn backup, none of the known kinds, or a
 * backup of a later version of this extension.
 */
export type ImportError = 'unreadable' | 'unknown' | 'too-new';

/**
 * Reads a file of any known kind, told by its content alone.
 * @param now the time given to entries whose file says none
 */
export function readImport(text: string, now: Date): Result<Incoming, ImportError> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const file = json.value;
  if (isBackup(file)) return readBackup(file);
  if (isWebAnnotations(file)) return ok(readWebAnnotations(file, now));
  if (isHypothesis(file)) return ok(readHypothesis(file, now));
  if (isObsidianClipper(file)) return ok(readObsidianClipper(file, now));
  return err('unknown');
}

function parseJson(text: string): Result<unknown, 'unreadable'> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return ok(value);
  } catch {
    return err('unreadable');
  }
}
