/**
 * `npm run bench`: measures what the product costs beside bare loops and peers, and writes
 * docs/performance.md. `-- --only page-cost,memory` measures some parts and writes nothing;
 * `-- --quick` only sees that everything runs. `-- --against FOLDER` measures this build and another,
 * the folder that holds its `chrome-mv3`, in turn, and writes nothing. Builds first, unless GOVGLOSS_BUILD names a build.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, setUp } from './setup.mjs';

await setUp({ browsers: true });
// Imported only now: before the set-up there may be no tsx.
const { register } = await import('tsx/esm/api');
register({ tsconfig: join(ROOT, 'tsconfig.json') });
const { main } = await import(pathToFileURL(join(ROOT, 'tests', 'bench', 'main.ts')).href);
await main(process.argv.slice(2));
