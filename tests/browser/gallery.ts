import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PageServer } from './server/page-server';

const ROOT = resolve(import.meta.dirname, '../..');
const ADDRESS = 'http://gallery.test';

/** The page of all components in all states, built anew. */
export class Gallery {
  private constructor(private readonly folder: string) {}

  static build(): Gallery {
    const folder = mkdtempSync(join(tmpdir(), 'govgloss-gallery-'));
    execFileSync(process.execPath, [join(ROOT, 'scripts/gallery.mjs')], {
      env: { ...process.env, GALLERY_OUT: folder },
    });
    return new Gallery(folder);
  }

  /** Puts the page on the server; answers its address for a query such as `view=card&theme=dark`. */
  serve(server: PageServer, query: string): string {
    const files = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile())) {
      const path = join(file.parentPath, file.name);
      const body = readFileSync(path, 'utf8');
      const address = `${ADDRESS}${path.slice(this.folder.length)}`;
      const type = file.name.endsWith('.js') ? 'text/javascript' : 'text/html';
      server.serve(address, { body, headers: { 'content-type': `${type}; charset=utf-8` } });
    }
    return `${ADDRESS}/index.html?${query}`;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
