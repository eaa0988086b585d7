import type { HighlightColour } from '@/lib/model/highlight';

/** Colours of other tools by their names and numbers, each as the nearest of ours; any other is yellow. */
const COLOURS: Readonly<Record<string, HighlightColour>> = {
  green: 'green',
  teal: 'green',
  '#5fb236': 'green',
  blue: 'blue',
  cyan: 'blue',
  indigo: 'blue',
  '#2ea8e5': 'blue',
  pink: 'pink',
  red: 'pink',
  purple: 'pink',
  magenta: 'pink',
  '#ff6666': 'pink',
  '#a28ae5': 'pink',
  '#e56eee': 'pink',
};

/** The colour of ours that a tool's own comes nearest to. */
export function colourOf(value: unknown): HighlightColour {
  return (typeof value === 'string' && COLOURS[value.trim().toLowerCase()]) || 'yellow';
}
