import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { GalleryState } from './states';

interface FrameProps {
  state: GalleryState;
  /** In px. */
  width: number;
  prefs: ViewPrefs;
  t: Translate;
}

/** One component in one state, in a shadow root of its own as it is on a page. */
export function Frame({ state, width, prefs, t }: FrameProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current || host.current.shadowRoot) return;
    const root = host.current.attachShadow({ mode: 'open' });
    const sheet = document.createElement('style');
    sheet.textContent = state.css;
    const mount = document.createElement('div');
    mount.style.cssText = state.height ? `height:${state.height}px;display:grid` : '';
    root.append(sheet, mount);
    render(state.draw(prefs, t), mount);
  }, [state, prefs, t]);
  return (
    <figure>
      <figcaption>{state.name}</figcaption>
      <div ref={host} style={{ display: 'block', width: `${width}px` }} />
    </figure>
  );
}
