/** Opens a browser on the welcome page, the demo page beside it, and stays until its reader closes it. */
import { once } from 'node:events';
import { DEMO_PAGE, launch } from './launch';

const browser = await launch({ headless: false });
await browser.open(DEMO_PAGE);
await browser.openExtensionPage('welcome.html');
// The driver's own tab goes with the rest, so nobody waits for its answer.
await browser.inExtension(
  (api, demo) =>
    void api.tabs.query({}).then((tabs) => {
      const shown = [demo, api.runtime.getURL('/welcome.html')];
      const others = tabs.filter(({ url = '' }) => !shown.includes(url));
      setTimeout(() => api.tabs.remove(others.flatMap(({ id }) => id ?? [])), 0);
    }),
  DEMO_PAGE,
);
console.log(
  `${browser.version} shows the welcome page, and beside it the demo page with GovGloss on.`,
);
console.log('Point at a marked name; press the red button on the toolbar for the popup.');
console.log('The profile is new and temporary. Close the browser, or press Ctrl+C, to end.');
await Promise.race([browser.closed, once(process, 'SIGINT')]);
await browser.close();
