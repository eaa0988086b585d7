import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import type { TestTab } from '@/tests/browser/driver/test-browser';
import { trieRegExp } from './scan-peers';

/** A library that highlights words on pages, with the call that marks all names of a pattern. */
export interface Peer {
  name: string;
  /** The file to load, from its package. */
  file: string;
  /** An expression; `pattern` is the regular expression. */
  call: string;
}

export const PEERS: Peer[] = [
  {
    name: 'mark.js 8.11.1 markRegExp',
    file: 'mark.js/dist/mark.min.js',
    call: 'new Mark(document.body).markRegExp(pattern)',
  },
  {
    name: 'advanced-mark.js 2.7.1 markRegExp',
    file: 'advanced-mark.js/dist/mark.min.js',
    call: 'new Mark(document.body).markRegExp(pattern)',
  },
  {
    name: 'findAndReplaceDOMText 0.4.6',
    file: 'findandreplacedomtext/src/findAndReplaceDOMText.js',
    call: 'void findAndReplaceDOMText(document.body, { find: pattern, wrap: "mark" })',
  },
];

const require = createRequire(import.meta.url);

type Runner = TestTab & Pick<ChromiumTab, 'run'>;

/** Loads a peer into a page, without calling it. */
export async function loadPeer(tab: TestTab, peer: Peer): Promise<void> {
  await (tab as Runner).run(`${readFileSync(require.resolve(peer.file), 'utf8')};0`);
}

/** Marks all names in the page. The pattern shares beginnings: the fastest that peers can be given. */
export async function runPeer(tab: TestTab, peer: Peer, names: readonly string[]): Promise<void> {
  const pattern = trieRegExp(names);
  await (tab as Runner).run(`{ const pattern = ${pattern}; ${peer.call}; 0 }`);
}

/** The least that reads a page: a tree walker and a bare loop over each text node. */
export function floor(): number {
  let sum = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const { data } = node as Text;
    for (let i = 0; i < data.length; i++) sum = (sum + data.charCodeAt(i)) | 0;
  }
  return sum;
}

/** The floor between the lab's marks; ms on the clock. */
export function timedFloor(): number {
  performance.mark('lab-start');
  const start = performance.now();
  let sum = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const loop = (data: string) => {
    for (let i = 0; i < data.length; i++) sum = (sum + data.charCodeAt(i)) | 0;
  };
  for (let node = walk.nextNode(); node; node = walk.nextNode()) loop((node as Text).data);
  const time = performance.now() - start;
  performance.mark('lab-end');
  document.documentElement.dataset.sum = String(sum);
  return time;
}
