import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Sign } from '@/components/surface/Sign';
import type { Translate } from '@/lib/language/translate';

interface DialogProps {
  t: Translate;
  title: string;
  children: ComponentChildren;
  /** Closed by its button or by Esc. */
  onClose(): void;
}

/** A sheet over the page, which waits until it is closed. */
export function Dialog({ t, title, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      {/* After the content, so that opening leaves the focus on what the reader came for. */}
      <button
        type="button"
        class="sign dialog-close"
        aria-label={t('toolbar_close')}
        title={t('toolbar_close')}
        onClick={() => dialog.current?.close()}
      >
        <Sign name="close" />
      </button>
    </dialog>
  );
}
