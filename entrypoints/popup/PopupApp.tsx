import { useEffect, useState } from 'preact/hooks';
import type { Notice } from '@/components/reader/Reader';
import type { Route } from '@/components/reader/route';
import { ReaderApp } from '@/lib/reader-app/ReaderApp';
import type { Started } from '@/lib/reader-app/start';
import { preparePanel } from './open-panel';

/** The toolbar popup, from which the side panel can be opened. */
export function PopupApp({
  route,
  said,
  ...started
}: Started & { route: Route; said: Notice | null }) {
  const [panel, setPanel] = useState<{ open(): void } | null>(null);
  useEffect(() => {
    void preparePanel().then((open) => setPanel(open && { open }));
  }, []);
  return <ReaderApp {...started} route={route} said={said} follows={false} onPanel={panel?.open} />;
}
