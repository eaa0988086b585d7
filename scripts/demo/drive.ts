/** Drives the demo page unseen: prints what GovGloss finds on it, saves pictures of what it shows. */
import { join } from 'node:path';
import type { CardData } from '@/lib/model/views';
import { waitForCard } from '@/tests/browser/card';
import { poll } from '@/tests/browser/driver/poll';
import type { TestBrowser, TestTab } from '@/tests/browser/driver/test-browser';
import { callPage } from '@/tests/browser/page-call';
import { pointAt } from '@/tests/browser/place';
import { waitForRegistry } from '@/tests/browser/registry';
import { DEMO_PAGE, launch } from './launch';
import { layOut } from './table';

const SHOTS = join(import.meta.dirname, '../../shots');
const POINTED_AT = '浙里办';

interface Row {
  card: CardData;
  count: number;
}

/** Asks the page what it names, as the popup does, and the background what each of it is. */
async function namedOnPage(browser: TestBrowser, tab: TestTab): Promise<Row[]> {
  const { entities } = await callPage(browser, tab, 'getReport', null);
  const cards = await browser.inExtension(
    (api, wanted) =>
      Promise.all(
        wanted.map(async ({ id, rivals }) => {
          const message = { govgloss: 'getCard', input: { id, rivals, script: 'zh-Hans' } };
          return (await api.runtime.sendMessage(message)).value as CardData;
        }),
      ),
    entities,
  );
  return cards.map((card, i) => ({ card, count: entities[i]?.count ?? 0 }));
}

function print(rows: Row[]): void {
  const cells = rows.map(({ card: { entity, division }, count }) => [
    entity.names.zhHans,
    entity.kind,
    division.names.zhHans,
    String(count),
  ]);
  const mentions = rows.reduce((sum, { count }) => sum + count, 0);
  console.log(`\n${layOut([['entity', 'kind', 'division', 'count'], ...cells])}\n`);
  console.log(`${rows.length} entities, ${mentions} mentions on ${DEMO_PAGE}`);
}

/** A page of ours has drawn itself. */
async function waitForText(page: TestTab): Promise<void> {
  await poll('the page to draw itself', () =>
    page.evaluate(() => (document.querySelector('h1') !== null ? true : null)),
  );
}

async function takePictures(browser: TestBrowser, tab: TestTab): Promise<string[]> {
  const page = await tab.screenshot(join(SHOTS, 'page.png'));
  await pointAt(tab, POINTED_AT);
  await waitForCard(tab, POINTED_AT);
  const card = await tab.screenshot(join(SHOTS, 'card.png'));
  const view = await browser.openPopup();
  await view.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  const popup = await view.screenshot(join(SHOTS, 'popup.png'));
  await view.close();
  const first = await browser.openExtensionPage('welcome.html');
  await first.setViewport(1280, 1000);
  await waitForText(first);
  const welcome = await first.screenshot(join(SHOTS, 'welcome.png'));
  return [welcome, page, card, popup];
}

const browser = await launch({ headless: true });
try {
  console.log(`${browser.version}, headless`);
  const tab = await browser.open(DEMO_PAGE);
  await tab.setViewport(1280, 1000);
  await waitForRegistry(tab);
  print(await namedOnPage(browser, tab));
  for (const path of await takePictures(browser, tab)) console.log(path);
} finally {
  await browser.close();
}
