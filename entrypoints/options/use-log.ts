import { useCopied } from '@/lib/extension-page/use-copied';
import { useFresh } from '@/lib/extension-page/use-fresh';
import { clearLog, readLog } from '@/lib/messages/error-log';

/** The local log, to be copied or emptied. */
export function useLog() {
  const [log, again] = useFresh(readLog);
  const { copied, onCopy } = useCopied();
  const lines = log ?? [];
  return {
    log: lines,
    copied,
    copy() {
      onCopy(lines.map(({ at, where, message }) => `${at} ${where}\n${message}`).join('\n\n'));
    },
    async clear() {
      await clearLog();
      again();
    },
  };
}
