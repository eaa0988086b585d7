import { spawn } from 'node:child_process';

/**
 * Runs a program to its end. With `quiet`, its output is kept back and told only when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} What it wrote, when quiet; '' otherwise.
 * @throws {Error} When it cannot be started or ends with another code than 0.
 */
export function run(program, args, { cwd, quiet = false, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // npm is a script on Windows, which only a shell starts.
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (cause) => reject(new Error(`${program} could not be started`, { cause })));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}\n${output}`));
    });
  });
}
