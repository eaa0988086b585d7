// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHost, isOurs } from '@/lib/dom/ours';
import { type PageChange, PageWatch } from '@/lib/dom/page-watch';

let watch: PageWatch;
let changes: PageChange[];
let storms: number;

beforeEach(() => {
  document.body.innerHTML = '<p>甲</p>';
  changes = [];
  storms = 0;
  watch = new PageWatch(
    isOurs,
    (change) => changes.push(change),
    () => {
      storms++;
    },
  );
  watch.observe(document);
});
afterEach(() => watch.stop());

const told = () => vi.waitFor(() => expect(changes.length + storms).toBeGreaterThan(0));

test('what was added, changed or taken out is told of together, the outermost place once', async () => {
  const [first] = document.querySelectorAll('p');
  const section = document.body.appendChild(document.createElement('section'));
  const inner = section.appendChild(document.createElement('p'));
  inner.append('乙');
  const text = first?.firstChild as Text;
  text.data = '丙';
  await told();
  expect(changes).toEqual([
    { places: [section, first], stale: [text], elementsWent: false, framesWent: false },
  ]);
});

test('elements that went are told of though they held no text of their own', async () => {
  const host = document.body.appendChild(document.createElement('x-box'));
  await told();
  changes.length = 0;
  host.remove();
  await told();
  expect(changes[0]).toMatchObject({ stale: [], elementsWent: true, framesWent: false });
});

test('what comes and goes of ours is nobody’s business', async () => {
  const card = document.body.appendChild(createHost());
  card.append('乙');
  card.remove();
  document.body.append('丙');
  await told();
  expect(changes[0]).toMatchObject({ places: [document.body], elementsWent: false });
});

test('a change made just before a tree is let go is told of all the same', async () => {
  const host = document.body.appendChild(document.createElement('section'));
  const root = host.attachShadow({ mode: 'open' });
  watch.observe(root);
  await told();
  changes.length = 0;
  document.body.append('乙');
  watch.leave([root]);
  await told();
  expect(changes[0]?.places).toEqual([document.body]);
});

test('when it has been stopped it tells nothing', async () => {
  document.body.append('乙');
  await Promise.resolve();
  watch.stop();
  await new Promise((done) => setTimeout(done, 80));
  expect([changes, storms]).toEqual([[], 0]);
});
