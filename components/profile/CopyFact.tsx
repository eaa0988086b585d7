import { Sign } from '@/components/surface/Sign';
import type { Copying } from '@/components/text/copying';
import type { Translate } from '@/lib/language/translate';

interface CopyFactProps {
  /** What is copied. */
  text: string;
  copied: Copying | null;
  t: Translate;
  onCopy(text: string): void;
}

/** Copies a statement with its date and sources; it shows where the pointer or the focus is. */
export function CopyFact({ text, copied, t, onCopy }: CopyFactProps) {
  const mine = copied?.text === text ? copied : null;
  return (
    <>
      <button
        type="button"
        class="sign fact-copy"
        aria-label={t('fact_copy')}
        title={t('fact_copy')}
        onClick={() => onCopy(text)}
      >
        <Sign name={mine?.done ? 'done' : 'copy'} />
      </button>
      {mine && !mine.done && <p class="fact-refused">{t('copy_refused')}</p>}
    </>
  );
}
