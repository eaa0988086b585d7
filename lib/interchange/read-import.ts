import { err, ok, type Result } from '@/lib/model/result';
import { fieldsOf } from './fields';
import type { Incoming } from './incoming';
import { isBackup, readBackup } from './read-backup';
import { isHypothesis, readHypothesis } from './read-hypothesis';
import { isKindle, readKindle } from './read-kindle';
import { isObsidianClipper, readObsidianClipper } from './read-obsidian-clipper';
import { readTables } from './read-tables';
import { isWebAnnotations, readWebAnnotations } from './read-web-annotations';
import { isZoteroJson, readZoteroJson } from './read-zotero';
import { isZoteroNote, readZoteroNote } from './read-zotero-note';
import { readTable } from './table';

/**
 * Why a file could not be read at all: no text or torn JSON, none of the known kinds, or a backup of
 * a later version of this extension.
 */
export type ImportError = 'unreadable' | 'unknown' | 'too-new';

/**
 * Reads a file of any known kind, told by its content alone.
 * @param now the time given to entries whose file says none
 */
export function readImport(text: string, now: Date): Result<Incoming, ImportError> {
  const content = text.replace(/^[\ufeff\s]+/, '');
  if (content === '' || content.slice(0, 1000).includes('\0')) return err('unreadable');
  if (/^[[{]/.test(content)) return readJson(content, now);
  if (isKindle(content)) return ok(readKindle(content, now));
  if (isZoteroNote(content)) return ok(readZoteroNote(content, now));
  const table = readTable(content);
  const rows = table && readTables(table, now);
  return rows ? ok(rows) : err('unknown');
}

function readJson(content: string, now: Date): Result<Incoming, ImportError> {
  const file = parseJson(content) ?? parseLines(content);
  if (file === null) return err('unreadable');
  if (isBackup(file)) return readBackup(file);
  if (isWebAnnotations(file)) return ok(readWebAnnotations(file, now));
  if (isHypothesis(file)) return ok(readHypothesis(file, now));
  if (isObsidianClipper(file)) return ok(readObsidianClipper(file, now));
  return isZoteroJson(file) ? ok(readZoteroJson(file, now)) : err('unknown');
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

/** JSON lines, a value a line, as one list; null where a line is none. */
function parseLines(text: string): unknown[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  const values = lines.map(parseJson);
  return values.every((value) => Object.keys(fieldsOf(value)).length > 0) ? values : null;
}
