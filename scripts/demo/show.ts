/** Opens a browser on the demo page and stays until its reader closes it. */
import { once } from 'node:events';
import { DEMO_PAGE, launch } from './launch';

const browser = await launch({ headless: false });
await browser.open(DEMO_PAGE);
// The driver's own tab goes with the rest, so nobody waits for its answer.
await browser.inExtension(
  (api, demo) =>
    void api.tabs.query({}).then((tabs) => {
      const others = tabs.filter(({ url }) => url !== demo);
      setTimeout(() => api.tabs.remove(others.flatMap(({ id }) => id ?? [])), 0);
    }),
  DEMO_PAGE,
);
console.log(`${browser.version} shows the demo page with GovGloss on: point at a marked name.`);
console.log('The profile is new and temporary. Close the browser, or press Ctrl+C, to end.');
await Promise.race([browser.closed, once(process, 'SIGINT')]);
await browser.close();
