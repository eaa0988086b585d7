import type { Notice } from '@/components/reader/Reader';
import type { Route } from '@/components/reader/route';
import { openingNotice, takeOpening } from '@/lib/messages/opening';
import '@/components/reader/reader.css';
import './popup.css';
import { type Started, start } from '@/lib/reader-app/start';
import { PopupApp } from './PopupApp';

/** What the view opens with, left for it or in its address: a profile, words, a notice, the page. */
async function firstView(): Promise<{ route: Route; said: Notice | null }> {
  const address = new URLSearchParams(location.search);
  const left = location.search === '' ? await takeOpening() : null;
  const id = address.get('id') ?? (left && 'id' in left ? left.id : null);
  const query = address.get('q');
  const said = left && 'notice' in left ? left.notice : address.get('notice');
  if (id) return { route: { view: 'profile', id }, said: null };
  if (query) return { route: { view: 'search', query }, said: null };
  return { route: { view: 'page' }, said: openingNotice(said) };
}

// With an address of its own the view is a tab, as wide as it likes.
document.documentElement.classList.toggle('in-tab', location.search !== '');
void start(
  'the popup',
  firstView().then((first) => (started: Started) => <PopupApp {...started} {...first} />),
);
