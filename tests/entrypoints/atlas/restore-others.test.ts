import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { restoreOthers } from '@/entrypoints/atlas/restore-others';
import { ownEntity, ownFileOf } from '@/lib/dataset/own-entries';
import { err, ok } from '@/lib/model/result';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';
import { GovGlossDb } from '@/lib/store/db';

const typed = { kind: 'concept' as const, name: '研发云', en: '', what: '', link: '', note: '' };
const INCOMING = {
  ...{
    format: 'backup' as const,
    highlights: [],
    undated: new Set<string>(),
    malformed: [],
    leftOut: [],
  },
  settings: { ...DEFAULT_SETTINGS, pinyin: false },
  ownEntries: ownFileOf({ entities: [ownEntity(typed, 'x')], forms: [] }),
};

describe('restoring what a backup holds beside highlights', () => {
  const db = new GovGlossDb('restore-others');
  beforeEach(() => fakeBrowser.reset());
  afterEach(() => vi.restoreAllMocks());

  /** A background that answers one call so, and every other well. */
  function backgroundThat(refuses: string | null) {
    return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
      const isRefused = Reflect.get(Object(message), 'govgloss') === refuses;
      return isRefused ? err({ code: 'storage-full', detail: '' }) : ok(null);
    });
  }

  test('hands settings and own entries to the background, which alone writes them', async () => {
    const asked = backgroundThat(null);
    expect(await restoreOthers(db, INCOMING)).toBe(true);
    expect(asked.mock.calls.map(([message]) => message)).toEqual([
      { govgloss: 'restoreSettings', input: { settings: INCOMING.settings } },
      { govgloss: 'saveOwnEntries', input: { file: INCOMING.ownEntries } },
    ]);
  });

  test.each(['restoreSettings', 'saveOwnEntries'])('says when %s was refused', async (call) => {
    backgroundThat(call);
    expect(await restoreOthers(db, INCOMING)).toBe(false);
  });
});
