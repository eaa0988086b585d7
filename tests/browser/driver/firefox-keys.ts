import type { Chord } from './chord';

/** WebDriver's code points for keys that are not characters (W3C WebDriver, 'Keyboard actions'). */
const KEYS: Record<string, string> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Tab: '\uE004',
};

/** The key actions that press a chord: modifiers down, key down and up, modifiers up. */
export function keyActions({ modifiers, key }: Chord): object[] {
  const held = modifiers.map((name) => KEYS[name]);
  const value = KEYS[key] ?? key;
  return [
    ...held.map((code) => ({ type: 'keyDown', value: code })),
    { type: 'keyDown', value },
    { type: 'keyUp', value },
    ...held.reverse().map((code) => ({ type: 'keyUp', value: code })),
  ];
}

/** The key actions that type a text, one character at a time. */
export function typingActions(text: string): object[] {
  return [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
}
