// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { admit } from '@/lib/dom/listen';
import { trusted } from '@/tests/trusted';

/** Sends a click into a root of ours that admits what `isMeant`; answers whether it was ended. */
function isEnded(isMeant: () => boolean, event: Event) {
  const root = document.createElement('div').attachShadow({ mode: 'closed' });
  const end = vi.spyOn(event, 'stopImmediatePropagation');
  admit(root, ['click'], isMeant);
  try {
    root.dispatchEvent(event);
  } catch {
    // Browsers report what a listener throws and go on; happy-dom hands it to who sent the event.
  }
  return end.mock.calls.length > 0 && event.defaultPrevented;
}
const click = () => new Event('click', { bubbles: true, cancelable: true });

test('what the reader means goes on', () => {
  expect(isEnded(() => true, trusted(click()))).toBe(false);
});

test('what they do not mean, and what a script made, ends', () => {
  expect(isEnded(() => false, trusted(click()))).toBe(true);
  expect(isEnded(() => true, click())).toBe(true);
});

test('what cannot be told ends, too', () => {
  const cannotTell = () => {
    throw new TypeError('the page has given an element this name');
  };
  expect(isEnded(cannotTell, trusted(click()))).toBe(true);
});
