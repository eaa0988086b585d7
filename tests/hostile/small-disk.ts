import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PAGE = Buffer.alloc(4096, 1);

/** A file system of its own, small enough to be filled. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Mounts one of `megabytes`; answers why that cannot be done where it cannot. */
  static async mount(megabytes: number): Promise<SmallDisk | string> {
    const folder = await mkdtemp(join(tmpdir(), 'govgloss-disk-'));
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
      return new SmallDisk(folder);
    } catch (error) {
      await rm(folder, { recursive: true });
      return `No file system can be mounted here: ${String(error).split('\n')[0]}`;
    }
  }

  /** Fills it, to the last page; once more, with what was freed meanwhile. */
  async fill(): Promise<void> {
    const file = await open(join(this.folder, 'fill'), 'a');
    try {
      for (;;) await file.write(PAGE);
    } catch {
      await file.close(); // it is full
    }
  }

  async makeRoom(): Promise<void> {
    await rm(join(this.folder, 'fill'));
  }

  async free(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }

  async unmount(): Promise<void> {
    // Whoever died in the middle may still hold it.
    await run('umount', ['-l', this.folder]);
    await rm(this.folder, { recursive: true });
  }
}
