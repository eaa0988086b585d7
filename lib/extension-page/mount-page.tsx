import { type ComponentType, render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '@/lib/language/translate';
import { logError } from '@/lib/messages/error-log';
import { readView, useView, type View } from './use-view';
import './page.css';

interface PageProps {
  first: View;
  /** The key of the page's title in the catalogue. */
  titleKey: MessageKey;
  Body: ComponentType<View>;
}

function Page({ first, titleKey, Body }: PageProps) {
  const view = useView(first);
  useEffect(() => {
    document.title = `${view.t(titleKey)} · ${view.t('extensionName')}`;
  }, [view, titleKey]);
  return <Body {...view} />;
}

/** Draws a full page of ours into its empty document; what fails there unforeseen is logged. */
export function mountPage(titleKey: MessageKey, Body: ComponentType<View>): void {
  addEventListener('error', ({ error }) => logError(error, titleKey));
  addEventListener('unhandledrejection', ({ reason }) => logError(reason, titleKey));
  void readView().then((first) => {
    render(<Page first={first} titleKey={titleKey} Body={Body} />, document.body);
  });
}
