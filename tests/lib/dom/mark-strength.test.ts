import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MarkStrength } from '@/lib/dom/mark-strength';

class Sheet {
  replaceSync() {}
}
class Root {
  adoptedStyleSheets: Sheet[] = [];
}

beforeEach(() => {
  vi.stubGlobal('CSSStyleSheet', Sheet);
  vi.stubGlobal('ShadowRoot', Root);
  vi.stubGlobal('document', { adoptedStyleSheets: [] });
});
afterEach(() => vi.unstubAllGlobals());

const reached = () => {
  const root = new Root();
  const strength = new MarkStrength('clear', '::highlight(govgloss-division) {}');
  strength.reach(root as unknown as ShadowRoot);
  return { root, strength };
};

test('sheets that a page took out of a shadow root are put back', () => {
  const { root, strength } = reached();
  const before = root.adoptedStyleSheets;
  expect(before).toHaveLength(2);
  root.adoptedStyleSheets = [];
  strength.restore();
  expect(root.adoptedStyleSheets).toEqual(before);
});

test('a shadow root that left the page is let go as it was', () => {
  const { root, strength } = reached();
  strength.leave(root as unknown as ShadowRoot);
  strength.restore();
  expect(root.adoptedStyleSheets).toEqual([]);
});

test('nothing of ours stays in the document when marking ends', () => {
  const { root, strength } = reached();
  strength.clear();
  expect([document.adoptedStyleSheets, root.adoptedStyleSheets]).toEqual([[], []]);
});
