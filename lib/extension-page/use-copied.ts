import { useRef, useState } from 'preact/hooks';
import type { Copying } from '@/components/text/copying';

/** 'Copied' is said for so many ms; what the reader has to do instead, longer. */
const SAID_MS = { done: 3000, refused: 12_000 };

/** Copies texts, and for a while says which was copied, or that the browser refused. */
export function useCopied() {
  const [copied, setCopied] = useState<Copying | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const say = (copying: Copying) => {
    clearTimeout(timer.current);
    setCopied(copying);
    const ms = copying.done ? SAID_MS.done : SAID_MS.refused;
    timer.current = setTimeout(() => setCopied(null), ms);
  };
  const onCopy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => say({ text, done: true }),
      () => say({ text, done: false }),
    );
  return { copied, onCopy };
}
