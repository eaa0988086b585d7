import { pageBody } from './dom-members';
import { hasHanText } from './has-han';
import { PageWatch } from './page-watch';

/** Calls back once the page holds Chinese text: at once, or when some arrives before `signal` aborts. */
export function whenHan(
  isOurs: (node: Node) => boolean,
  onHan: () => void,
  signal: AbortSignal,
): void {
  const body = pageBody();
  if (body && hasHanText(body)) {
    onHan();
    return;
  }
  const lookIn = (nodes: Node[]) => {
    if (!nodes.some(hasHanText)) return;
    watch.stop();
    onHan();
  };
  const watch = new PageWatch(
    isOurs,
    ({ places }) => lookIn(places),
    () => lookIn([document]),
  );
  watch.observe(document);
  signal.addEventListener('abort', () => watch.stop());
}
