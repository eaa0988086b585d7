/** A thread has no loader of its own yet: gives it the one of annotate.mjs, then starts worker.ts. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

const FOLDER = dirname(fileURLToPath(import.meta.url));
register({ tsconfig: join(FOLDER, '../../tsconfig.json') });
await import('./worker.ts');
