import { isOurs } from '@/lib/dom/ours';
import { PageReader } from '@/lib/dom/page-reader';
import { scriptOfText } from '@/lib/dom/page-script';
import { PageText } from '@/lib/dom/page-text';
import { Paint } from '@/lib/dom/paint';
import { readSettings } from '@/lib/messages/settings';
import { Keeping } from '@/lib/passages/keeping';
import { SavedPassages } from '@/lib/passages/saved-passages';
import { askForFinder } from './finder';
import { currentPage, pageHost } from './page-address';
import { StageSource } from './stage';

/**
 * Keeps what is selected on a page that is not being marked: reads the page once, since a passage
 * is described by what surrounds it, keeps, says so, and stops reading. Paints nothing.
 */
export async function keepOnce(): Promise<void> {
  const [settings, finder] = await Promise.all([readSettings(), askForFinder(null)]);
  const reader = await readPage();
  const text = new PageText(reader.blocks.inOrder(document.body));
  const paint = new Paint();
  const passages = new SavedPassages(paint, {
    page: currentPage,
    pageText: () => text,
    entitiesIn: (_, { start, end }) => {
      const context = { host: pageHost(), title: document.title, section: '' };
      const mentions = finder?.detector.detect(text.text.slice(start, end), context) ?? [];
      return [...new Set(mentions.map(({ entity }) => entity))];
    },
    isCurrent: () => true,
  });
  const keeping = new Keeping({
    passages,
    stage: new StageSource(settings, () => scriptOfText(text.text)),
    isMarked: false,
    pageText: () => text,
    isRead: (node) => reader.blocks.of(node) !== undefined,
    shadowRoots: () => [...reader.shadowRoots],
  });
  try {
    await keeping.keepSelection();
  } finally {
    paint.clear();
    reader.stop();
  }
}

/** Reads the whole page as it is now. */
function readPage(): Promise<PageReader> {
  return new Promise((resolve) => {
    const reader = new PageReader({
      isOurs,
      onBlocks: () => {},
      onShadow: () => {},
      onFramesWent: () => {},
      onSettled: () => resolve(reader),
    });
    reader.start();
  });
}
