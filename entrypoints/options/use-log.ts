import { useState } from 'preact/hooks';
import { useFresh } from '@/entrypoints/extension-page/use-fresh';
import { clearLog, readLog } from '@/lib/messages/error-log';

/** 'Copied' is said for so many ms. */
const SAID_MS = 3000;

/** The local log, to be copied or emptied. */
export function useLog() {
  const [log, again] = useFresh(readLog);
  const [copied, setCopied] = useState(false);
  const lines = log ?? [];
  return {
    log: lines,
    copied,
    async copy() {
      const text = lines.map(({ at, where, message }) => `${at} ${where}\n${message}`).join('\n\n');
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), SAID_MS);
    },
    async clear() {
      await clearLog();
      again();
    },
  };
}
