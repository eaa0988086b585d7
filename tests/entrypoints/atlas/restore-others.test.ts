import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { restoreOthers } from '@/entrypoints/atlas/restore-others';
import { ownEntity, ownFileOf } from '@/lib/dataset/own-entries';
import { readSettings } from '@/lib/messages/settings';
import { err, ok } from '@/lib/model/result';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';
import { GovGlossDb } from '@/lib/store/db';

const typed = { kind: 'concept' as const, name: '研发云', en: '', what: '', link: '', note: '' };
const INCOMING = {
  ...{ format: 'backup' as const, highlights: [], undated: new Set<string>(), malformed: [] },
  settings: { ...DEFAULT_SETTINGS, pinyin: false },
  ownEntries: ownFileOf({ entities: [ownEntity(typed, 'x')], forms: [] }),
};

describe('restoring what a backup holds beside highlights', () => {
  const db = new GovGlossDb('restore-others');
  beforeEach(() => fakeBrowser.reset());
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['kept', ok(null), true],
    ['not kept', err({ code: 'storage-full', detail: '' }), false],
  ])('own entries that were %s are said to be so', async (_, answer, restored) => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => answer);
    expect(await restoreOthers(db, INCOMING)).toBe(restored);
    expect((await readSettings()).pinyin).toBe(false);
  });

  test('settings that find no room are said not to be restored', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const full = new Error('QUOTA_BYTES quota exceeded');
    vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValue(full);
    expect(await restoreOthers(db, INCOMING)).toBe(false);
  });
});
