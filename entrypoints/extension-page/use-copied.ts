import { useState } from 'preact/hooks';
import { logError } from '@/lib/messages/error-log';

/** 'Copied' is said for so many ms. */
const SAID_MS = 3000;

/** Copies texts, and for a while says which was copied. */
export function useCopied() {
  const [copied, setCopied] = useState<string | null>(null);
  const onCopy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(text);
        setTimeout(() => setCopied((now) => (now === text ? null : now)), SAID_MS);
      },
      (error) => logError(error, 'copying a statement'),
    );
  };
  return { copied, onCopy };
}
