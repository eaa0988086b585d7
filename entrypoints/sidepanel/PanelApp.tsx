import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { logError } from '@/lib/messages/error-log';
import { ReaderApp } from '@/lib/reader-app/ReaderApp';
import type { Started } from '@/lib/reader-app/start';
import { pointedHere } from './pointed-here';

/** Where the background leaves what is under the pointer (entrypoints/background/calls.ts). */
const POINTER = 'pointer';

/** The popup's views, following the tab in front and, if the reader wishes, the pointer. */
export function PanelApp(started: Started) {
  const [asked, setAsked] = useState<{ id: string } | null>(null);
  useEffect(() => {
    const onChanged = async (changes: Record<string, { newValue?: unknown }>) => {
      const id = await pointedHere(changes[POINTER]?.newValue);
      if (id) setAsked({ id });
    };
    const listener = (changes: Record<string, { newValue?: unknown }>) =>
      void onChanged(changes).catch((error) => logError(error, 'following the pointer'));
    browser.storage.session.onChanged.addListener(listener);
    return () => browser.storage.session.onChanged.removeListener(listener);
  }, []);
  return <ReaderApp {...started} route={{ view: 'page' }} follows asked={asked} />;
}
