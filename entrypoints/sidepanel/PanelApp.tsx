import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ReaderApp } from '@/entrypoints/reader-app/ReaderApp';
import type { Started } from '@/entrypoints/reader-app/start';
import { readSettings } from '@/lib/messages/settings';

/** Where the background leaves what is under the pointer (entrypoints/background/calls.ts). */
const POINTER = 'pointer';

/** The id in what was left, or null when it is nothing we know. */
function pointerId(value: unknown): string | null {
  const id: unknown = typeof value === 'object' && value && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}

/** The popup's views, following the tab in front and, if the reader wishes, the pointer. */
export function PanelApp(started: Started) {
  const [asked, setAsked] = useState<{ id: string } | null>(null);
  useEffect(() => {
    const onChanged = async (changes: Record<string, { newValue?: unknown }>) => {
      const id = pointerId(changes[POINTER]?.newValue);
      if (id && (await readSettings()).panelFollows) setAsked({ id });
    };
    const listener = (changes: Record<string, { newValue?: unknown }>) => void onChanged(changes);
    browser.storage.session.onChanged.addListener(listener);
    return () => browser.storage.session.onChanged.removeListener(listener);
  }, []);
  return <ReaderApp {...started} route={{ view: 'page' }} follows asked={asked} />;
}
