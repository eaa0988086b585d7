import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Firefox starts in 3 s as a rule; a machine busy with other work takes far longer. */
export const START_MS = 60_000;

/** Firefox as a process, and the address at which it takes WebDriver BiDi. */
export interface FirefoxProcess {
  child: ChildProcess;
  address: string;
}

/** @throws {Error} When Firefox does not offer BiDi in time; with what it wrote. */
export async function startFirefox(
  program: string,
  profile: string,
  headless: boolean,
): Promise<FirefoxProcess> {
  const child = spawn(
    program,
    [
      ...(headless ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      // Lets the profile say where remote settings come from: nowhere.
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    },
  );
  return { child, address: await addressFrom(child) };
}

/** Reads the address from what Firefox writes at its start. */
function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let written = '';
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.off('exit', ended);
      child.stderr?.off('data', read);
      child.stderr?.resume();
      act();
    };
    const fail = (why: string) =>
      settle(() => {
        child.kill('SIGKILL');
        reject(new Error(`Firefox ${why}.\n${written}`));
      });
    const ended = (code: number | null) => fail(`ended with ${code} at its start`);
    const read = (chunk: Buffer) => {
      written += chunk;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(written)?.[1];
      if (found) settle(() => resolve(found));
    };
    const timer = setTimeout(() => fail('did not start in time'), START_MS);
    child.once('exit', ended);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.stderr?.on('data', read);
  });
}

/** Waits for the process to end; ends it when it has not by itself in so many ms. */
export async function endOf(child: ChildProcess, patienceMs = 5000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await once(child, 'exit');
  clearTimeout(timer);
}
