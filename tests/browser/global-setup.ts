import type { TestProject } from 'vitest/node';
import { makeUsedProfile, removeProfile } from './driver/firefox-profile';

declare module 'vitest' {
  interface ProvidedContext {
    /** A profile Firefox has run with, to copy; null where it is not to be started. */
    usedFirefoxProfile: string | null;
  }
}

/** Starts Firefox once for its caches: each group's Firefox then starts in half the time. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const wanted = process.env.GOVGLOSS_BROWSER !== 'chromium';
  const folder = wanted ? await makeUsedProfile() : null;
  project.provide('usedFirefoxProfile', folder);
  return async () => {
    if (folder !== null) await removeProfile(folder);
  };
}
