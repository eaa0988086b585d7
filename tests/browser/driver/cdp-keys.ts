import type { Modifier } from './chord';

/** Bits of `Input.dispatchKeyEvent` in the DevTools protocol. */
export const MODIFIER_BITS: Record<Modifier, number> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/** Windows virtual key codes, by which Chromium decides what a key does. */
const NAMED: Record<string, { keyCode: number; text?: string }> = {
  Alt: { keyCode: 18 },
  ArrowDown: { keyCode: 40 },
  ArrowLeft: { keyCode: 37 },
  ArrowRight: { keyCode: 39 },
  ArrowUp: { keyCode: 38 },
  Backspace: { keyCode: 8 },
  Control: { keyCode: 17 },
  Delete: { keyCode: 46 },
  End: { keyCode: 35 },
  Enter: { keyCode: 13, text: '\r' },
  Escape: { keyCode: 27 },
  Home: { keyCode: 36 },
  Meta: { keyCode: 91 },
  PageDown: { keyCode: 34 },
  PageUp: { keyCode: 33 },
  Shift: { keyCode: 16 },
  Tab: { keyCode: 9 },
  ' ': { keyCode: 32, text: ' ' },
};

/** What the DevTools protocol wants to be told of a key. */
export interface KeyDescription {
  key: string;
  code: string;
  windowsVirtualKeyCode: number;
  text?: string;
}

/** Describes a key by its `KeyboardEvent.key`: a named one, or one character. */
export function describeKey(key: string): KeyDescription {
  const named = NAMED[key];
  if (named) {
    const { keyCode, ...text } = named;
    return { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode: keyCode, ...text };
  }
  const upper = key.toUpperCase();
  const code = /^[A-Z]$/.test(upper) ? `Key${upper}` : /^\d$/.test(key) ? `Digit${key}` : '';
  return { key, code, windowsVirtualKeyCode: code ? upper.charCodeAt(0) : 0, text: key };
}
