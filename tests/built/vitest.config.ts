import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');

/** Checks of the packages as `npm run build` leaves them. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: { include: ['tests/built/**/*.test.ts'], testTimeout: 60_000 },
});
