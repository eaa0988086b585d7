import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from '@/lib/dom/clipboard';

/** A page whose copy command is heard like one of the browser's. */
function pageWith(navigator: object): string[] {
  const copied: string[] = [];
  const heard: ((event: object) => void)[] = [];
  const page = {
    addEventListener: (_: 'copy', hear: (event: object) => void) => heard.push(hear),
  };
  vi.stubGlobal('navigator', navigator);
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', {
    execCommand() {
      const setData = (_: string, text: string) => copied.push(text);
      const rest = { preventDefault() {}, stopImmediatePropagation() {} };
      const event = { isTrusted: true, clipboardData: { setData }, ...rest };
      for (const hear of heard) hear(event);
    },
  });
  return copied;
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['has no clipboard', {}],
  [
    'is refused the clipboard',
    { clipboard: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) } },
  ],
])('a text is copied on a page that %s', async (_, navigator) => {
  const copied = pageWith(navigator);
  await copyText('浙里办');
  expect(copied).toEqual(['浙里办']);
});

test('where there is a clipboard the text goes there, and is copied once', async () => {
  const written: string[] = [];
  const copied = pageWith({ clipboard: { writeText: async (text: string) => written.push(text) } });
  await copyText('浙里办');
  expect([written, copied]).toEqual([['浙里办'], []]);
});
