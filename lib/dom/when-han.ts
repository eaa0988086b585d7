import { pageBody, pageRoot } from './dom-members';
import { hasHanText } from './has-han';

/** Changes are looked at together, so many ms after the first of them. */
const GATHER_MS = 50;
/** More changed nodes than this: the whole page is looked at instead. */
const MANY = 1_000;

/** Calls back once the page holds Chinese text: at once, or when some arrives before `signal` aborts. */
export function whenHan(onHan: () => void, signal: AbortSignal): void {
  const body = pageBody();
  if (body && hasHanText(body)) {
    onHan();
    return;
  }
  let changed = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const look = () => {
    timer = undefined;
    const root = changed.size > MANY ? pageRoot() : null;
    const nodes = root ? [root] : [...changed];
    changed = new Set();
    if (!nodes.some(hasHanText)) return;
    stop();
    onHan();
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (changed.size > MANY) break;
      if (type === 'characterData') changed.add(target);
      else for (const node of addedNodes) changed.add(node);
    }
    if (changed.size > 0) timer ??= setTimeout(look, GATHER_MS);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', stop);
}
