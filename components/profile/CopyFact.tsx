import { Sign } from '@/components/surface/Sign';
import type { Translate } from '@/lib/model/prefs';

interface CopyFactProps {
  /** What is copied. */
  text: string;
  copied: boolean;
  t: Translate;
  onCopy(text: string): void;
}

/** Copies a statement with its date and sources; it shows where the pointer or the focus is. */
export function CopyFact({ text, copied, t, onCopy }: CopyFactProps) {
  return (
    <button
      type="button"
      class="sign fact-copy"
      aria-label={t('fact_copy')}
      title={t('fact_copy')}
      onClick={() => onCopy(text)}
    >
      <Sign name={copied ? 'done' : 'copy'} />
    </button>
  );
}
