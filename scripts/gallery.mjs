// Builds the page of all components in all states into .output/gallery, for design review.
// Serve that folder with any static server; `?view=card&language=en&theme=dark` narrows it,
// `?width=320` sets the width of every view.
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  root: `${root}scripts/gallery`,
  base: './',
  configFile: false,
  logLevel: 'warn',
  plugins: [preact()],
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  build: {
    outDir: process.env.GALLERY_OUT ?? `${root}.output/gallery`,
    emptyOutDir: true,
    target: 'es2022',
  },
});
