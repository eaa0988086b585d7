import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Locked {
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'),
);

/** The folders in which Node looks for a package from another one, nearest first. */
function places(path: string, name: string): string[] {
  const parents = path.split('/node_modules/').map((_, i, parts) => parts.slice(0, i + 1));
  return [...parents.reverse().map((parts) => parts.join('/')), ''].map(
    (parent) => `${parent}${parent && '/'}node_modules/${name}`,
  );
}

test('the lock file serves every system: npm leaves out what the one it ran on had no use for', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !places(path, name).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file leaves to npm where a package comes from: any registry serves it', () => {
  const bound = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(bound.map(([path]) => path)).toEqual([]);
});
