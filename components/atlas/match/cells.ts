import { formatFigure } from '@/components/text/figures';
import { nameFor, textFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import { resultOf } from './MatchedTable';
import type { Matched, MatchedRow } from './matched';

/** The comparison as cells of a file; the first row names the divisions. */
export function matchedCells(
  { divisions, rows }: Matched,
  prefs: ViewPrefs,
  t: Translate,
): string[][] {
  return [
    ['', ...divisions.map(({ shortNames }) => nameFor(shortNames, prefs))],
    ...rows.map((row) => [nameOf(row, prefs, t), ...saidIn(row, prefs, t)]),
  ];
}

function nameOf(row: MatchedRow, prefs: ViewPrefs, t: Translate): string {
  switch (row.kind) {
    case 'platform':
      return t(`match_${row.of}`);
    case 'metric':
      return t(`compare_measure_${snake(row.of)}`);
    case 'policy':
      return t('match_documents', { year: row.year });
    case 'ranking':
      return `${textFor(row.ranking.title, prefs)} ${row.ranking.dataYear}`;
  }
}

function saidIn(row: MatchedRow, prefs: ViewPrefs, t: Translate): string[] {
  switch (row.kind) {
    case 'platform':
    case 'policy':
      return row.cells.map((cell) =>
        (cell ?? []).map(({ names }) => nameFor(names, prefs)).join('; '),
      );
    case 'metric':
      return row.cells.map((cell) =>
        cell ? `${formatFigure(cell.metric, prefs, t)} (${cell.metric.asOf})` : '',
      );
    case 'ranking':
      return row.cells.map((cell) => (cell ? resultOf(cell, t) : ''));
  }
}
