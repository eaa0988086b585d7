/** An event as the browser makes it: those of scripts are not heard (lib/dom/listen.ts). */
export function trusted<E extends Event>(event: E): E {
  return Object.defineProperty(event, 'isTrusted', { value: true });
}
