// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

describe('a line that changes in each frame', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** How often it is told of in so many frames. */
  async function told(frames: number, meanwhile = () => {}): Promise<number> {
    const before = changes.length;
    for (let frame = 0; frame < frames; frame++) {
      document.body.firstElementChild?.replaceChildren(String(frame));
      meanwhile();
      await vi.advanceTimersByTimeAsync(16);
    }
    return changes.length - before;
  }

  test('is told of a few times a second where that makes no difference', async () => {
    expect(watch.isRestless).toBe(false);
    await told(60);
    expect(watch.isRestless).toBe(true);
    expect(await told(120)).toBeLessThanOrEqual(6);
    await vi.advanceTimersByTimeAsync(2000);
    expect(watch.isRestless).toBe(false);
  });

  test('is told of at once as long as it makes one', async () => {
    const each = await told(60, () => watch.hurry());
    expect(each).toBeGreaterThan(12);
    expect(watch.isRestless).toBe(false);
    expect(await told(60, () => watch.hurry())).toBeGreaterThan(12);
  });

  test('is told of at once after a rest, and however long it changes it is told of', async () => {
    await told(60);
    await vi.advanceTimersByTimeAsync(2000);
    const before = changes.length;
    await told(1);
    await vi.advanceTimersByTimeAsync(50);
    expect(changes.length).toBe(before + 1);
    await told(60);
    expect(await told(60)).toBeGreaterThanOrEqual(2);
  });
});

test('when it has been stopped it tells nothing', async () => {
  document.body.append('乙');
  await Promise.resolve();
  watch.stop();
  await new Promise((done) => setTimeout(done, 80));
  expect([changes, storms]).toEqual([[], 0]);
});
