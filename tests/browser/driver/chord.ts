const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta'] as const;
export type Modifier = (typeof MODIFIERS)[number];

export interface Chord {
  modifiers: Modifier[];
  key: string;
}

/** Takes `Alt+Shift+n` apart. */
export function parseChord(text: string): Chord {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  return { modifiers: MODIFIERS.filter((name) => parts.includes(name)), key };
}
