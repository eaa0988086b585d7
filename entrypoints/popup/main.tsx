import type { Route } from '@/components/reader/route';
import { takeOpening } from '@/lib/messages/opening';
import '@/components/reader/reader.css';
import './popup.css';
import { type Started, start } from '@/entrypoints/reader-app/start';
import { PopupApp } from './PopupApp';

/** What the view opens with: a profile left for it, one named in its address, words, or the page. */
async function firstRoute(): Promise<Route> {
  const address = new URLSearchParams(location.search);
  const id = address.get('id') ?? (await takeOpening());
  if (id) return { view: 'profile', id };
  const query = address.get('q');
  return query ? { view: 'search', query } : { view: 'page' };
}

// With an address of its own the view is a tab, as wide as it likes.
document.documentElement.classList.toggle('in-tab', location.search !== '');
void start(
  'the popup',
  firstRoute().then((route) => (started: Started) => <PopupApp {...started} route={route} />),
);
