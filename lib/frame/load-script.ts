import { ownGlobal } from '@/lib/dom/own-global';
import { callBackground } from '@/lib/messages/client';
import type { LateScript } from '@/lib/messages/protocol';
import type {} from './page-names';

/**
 * What a script that comes at need leaves on the global: there already, or once the background has
 * put the script here; null when it could not.
 */
export async function loadScript<Name extends 'govglossViews' | 'govglossNames'>(
  script: LateScript,
  name: Name,
): Promise<NonNullable<(typeof globalThis)[Name]> | null> {
  const loaded = ownGlobal(name);
  if (loaded) return loaded;
  await callBackground('loadScript', { script });
  return ownGlobal(name) ?? null;
}
