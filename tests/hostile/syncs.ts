import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

/** Calls by which a process has the system write a file to the disk. */
const SYNC = /\b(?:fdatasync|fsync|sync_file_range)\(/g;

export interface Syncs {
  /** So many calls until now. */
  count(): Promise<number>;
  stop(): void;
}

/**
 * Counts how often processes write to the disk from now on; answers why that cannot be told where it
 * cannot.
 * @param file to be written by the way
 */
export async function countSyncs(pids: readonly number[], file: string): Promise<Syncs | string> {
  const which = pids.flatMap((pid) => ['-p', String(pid)]);
  const calls = 'trace=fdatasync,fsync,sync_file_range';
  const tracer = spawn('strace', ['-f', '-e', calls, '-o', file, ...which], { stdio: 'pipe' });
  const attached = await isAttached(tracer, pids.length);
  if (attached !== true) return `No system calls can be told here: ${attached}`;
  return {
    count: async () => (await readFile(file, 'utf8')).match(SYNC)?.length ?? 0,
    stop: () => tracer.kill(),
  };
}

/** True once it has hold of as many processes; else what it said. */
async function isAttached(tracer: ChildProcess, wanted: number): Promise<true | string> {
  const failed = once(tracer, 'error').then(([error]) => String(error));
  const ended = once(tracer, 'exit').then(([code]) => `strace ended with ${code}`);
  const attached = new Promise<true>((done) => {
    let said = '';
    tracer.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
      if ((said.match(/ attached/g)?.length ?? 0) >= wanted) done(true);
    });
  });
  return Promise.race([attached, failed, ended]);
}
