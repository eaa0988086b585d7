/** Characters that a terminal draws two columns wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

function columns(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Lays rows out in columns, for a terminal with Chinese in it; the first row is the head. */
export function layOut(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => columns(row[i] ?? ''))),
  );
  const line = (row: string[]) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - columns(cell)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  return [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)].join('\n');
}
