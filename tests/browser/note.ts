import { poll } from './driver/poll';
import type { Box, TestBrowser, TestFrame, TestTab } from './driver/test-browser';
import { centreOf } from './place';

/** A frame that is there answers within this, in ms; one that does not is asked again. */
const ANSWERS_MS = 2_000;

/** What a frame answers; null when it goes while it is asked: then no answer comes. */
function answered<T>(asked: Promise<T>): Promise<T | null> {
  const gone = new Promise<null>((done) => setTimeout(() => done(null), ANSWERS_MS));
  return Promise.race([asked.catch(() => null), gone]);
}

/** The frame in which a note is written, once it shows something; null while there is none. */
export async function findNote(browser: TestBrowser, tab: TestTab): Promise<TestFrame | null> {
  for (const frame of await tab.frames()) {
    const isNote = await answered(
      frame.evaluate(() => document.querySelector('textarea') !== null),
    );
    if (isNote && (await frame.url()).startsWith(`${browser.origin}/note.html`)) return frame;
  }
  return null;
}

/** What is shown of an entry of the reader's own, in the frame that is in its card; '' while there is none. */
export async function entryText(browser: TestBrowser, tab: TestTab): Promise<string> {
  for (const frame of await tab.frames()) {
    if (!(await frame.url()).startsWith(`${browser.origin}/note.html`)) continue;
    const text = await answered(
      frame.evaluate(() => document.querySelector<HTMLElement>('.entry')?.innerText ?? ''),
    );
    if (text) return text;
  }
  return '';
}

/** Waits for the frame in which a note is written. */
export function waitForNote(browser: TestBrowser, tab: TestTab): Promise<TestFrame> {
  return poll('the note to be open', () => findNote(browser, tab));
}

/** Waits until no note is open. */
export async function waitForNoNote(browser: TestBrowser, tab: TestTab): Promise<void> {
  await poll('the note to close', async () => ((await findNote(browser, tab)) ? null : true));
}

/** What is written in the note that is open. */
export async function noteText(browser: TestBrowser, tab: TestTab): Promise<string> {
  const note = await waitForNote(browser, tab);
  const text = await answered(note.evaluate(() => document.querySelector('textarea')?.value ?? ''));
  return text ?? '';
}

/** Where the view with the frame stands on the page, once it takes presses. */
function frameBox(tab: TestTab): Promise<Box> {
  return poll('the note to take a press', async () => {
    const boxes = await tab.inClosedRoots((root) => {
      const frame = root.querySelector('iframe');
      if (!frame || getComputedStyle(frame).pointerEvents === 'none') return null;
      const { x, y, width, height } = frame.getBoundingClientRect();
      return { x, y, width, height };
    }, null);
    return boxes.find((box) => box !== null) ?? null;
  });
}

/** Clicks, with the pointer, what is labelled so in the note; the note's own field by ‘Note’. */
export async function clickInNote(browser: TestBrowser, tab: TestTab, label: string) {
  const note = await waitForNote(browser, tab);
  const outer = await frameBox(tab);
  const box = await poll(`“${label}” in the note`, () =>
    answered(
      note.evaluate((wanted) => {
        for (const control of document.querySelectorAll('button, label')) {
          const named = control.getAttribute('aria-label') ?? control.textContent?.trim();
          const { x, y, width, height } = control.getBoundingClientRect();
          if (named === wanted && width > 0) return { x, y, width, height };
        }
        return null;
      }, label),
    ),
  );
  const { x, y } = centreOf(box);
  await tab.click({ x: outer.x + x, y: outer.y + y });
}
