/** Strokes on a 16 × 16 grid, drawn at 1.5 with round ends. */
const STROKES = {
  back: 'M10 3 5 8l5 5',
  forward: 'm6 3 5 5-5 5',
  close: 'm4 4 8 8m0-8-8 8',
  pin: 'M6 2h4m-3.5 0v4.5L4.5 9h7l-2-2.5V2M8 9v5',
  move: 'M8 2v12M2 8h12M6.5 3.5 8 2l1.5 1.5m-3 9L8 14l1.5-1.5m-6-6L2 8l1.5 1.5m9-3L14 8l-1.5 1.5',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Zm-1.3 3.2L14 14',
  next: 'M8 3v10m4-4-4 4-4-4',
  note: 'M3 13v-2.5L10.5 3 13 5.5 5.5 13H3Zm6-8.5L11.5 7',
  bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13h6l.5-8.5',
  copy: 'M6 6h7v7H6zm4-3H3v7',
  done: 'm3 8.5 3.5 3.5L13 4.5',
  more: 'm4 6 4 4 4-4',
  out: 'M9 3h4v4m0-4L7.5 8.5M11 9.5V13H3V5h3.5',
} as const;

export type SignName = keyof typeof STROKES;

/** A small line drawing inside a button that carries its own name; hidden from screen readers. */
export function Sign({ name }: { name: SignName }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={STROKES[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
