/** Whether dates exist in the calendar, lie in the past and stand in order; whether links are safe. */

import type { Dataset } from '@/lib/model/dataset';
import type { Entity, PartialDate } from '@/lib/model/entity';
import { factsOf } from './check-references';
import { type DatasetProblem, fileOf } from './parse';

/** True for `2024`, `2024-02`, `2024-02-29`; false for `2023-02-29`. */
export function isCalendarDate(date: PartialDate): boolean {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const at = new Date(Date.UTC(year!, month - 1, day));
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/** True when all of `date` lies after `today` (`2026` is not after `2026-11-23`). */
function isAfter(date: PartialDate, today: string): boolean {
  return date > today.slice(0, date.length);
}

/** Every date of the dataset with the place it stands at. */
function datesOf(entity: Entity): [string, PartialDate | null | undefined][] {
  return [
    ...factsOf(entity).map(({ path, fact }): [string, string] => [`${path}.asOf`, fact.asOf]),
    ...entity.metrics.map((m, i): [string, string] => [`metrics.${i}.asOf`, m.asOf]),
    ...entity.formerNames.flatMap((name, i): [string, string | undefined][] => [
      [`formerNames.${i}.from`, name.from],
      [`formerNames.${i}.until`, name.until],
    ]),
    ...(entity.kind === 'platform'
      ? [['launched', entity.launched] as [string, string | null]]
      : []),
    ...(entity.kind === 'policy'
      ? (['date', 'published', 'inForce'] as const).map(
          (path): [string, PartialDate | null | undefined] => [path, entity[path]],
        )
      : []),
  ];
}

/** `today` is YYYY-MM-DD. */
export function checkDates(dataset: Dataset, today: string): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  const check = (file: string, entity: string, path: string, date?: PartialDate | null) => {
    if (date === null || date === undefined) return;
    if (!isCalendarDate(date))
      problems.push({ file, entity, path, message: `${date} is not in the calendar; correct it` });
    else if (isAfter(date, today))
      problems.push({ file, entity, path, message: `${date} lies in the future; correct it` });
  };
  for (const entity of dataset.entities) {
    const file = fileOf(entity.id);
    for (const [path, date] of datesOf(entity)) check(file, entity.id, path, date);
    for (const [index, { from, until }] of entity.formerNames.entries())
      if (from !== undefined && until !== undefined && from > until)
        problems.push({
          file,
          entity: entity.id,
          path: `formerNames.${index}`,
          message: `used from ${from} until ${until}: the two are the wrong way round`,
        });
  }
  for (const ranking of dataset.rankings)
    check('CN.json', ranking.id, 'published', ranking.published);
  for (const source of dataset.sources) check('sources.json', source.id, 'date', source.date);
  return problems;
}

/** Every address is https, or carries `insecure: true` because only http was found. */
export function checkLinks(dataset: Dataset): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  const check = (
    file: string,
    entity: string,
    path: string,
    link: { url: string | null; insecure?: true },
  ) => {
    const http = link.url?.startsWith('http:') ?? false;
    if (http && link.insecure !== true)
      problems.push({
        file,
        entity,
        path,
        message: 'the address is http; use https, or set "insecure": true if only http answers',
      });
    if (!http && link.insecure === true)
      problems.push({ file, entity, path, message: 'the address is not http; remove "insecure"' });
  };
  for (const entity of dataset.entities) {
    const file = fileOf(entity.id);
    if (entity.kind === 'division' && entity.portal !== null)
      check(file, entity.id, 'portal', entity.portal);
    if (entity.kind === 'platform' || entity.kind === 'policy')
      check(file, entity.id, 'url', entity);
  }
  for (const source of dataset.sources) check('sources.json', source.id, 'url', source);
  return problems;
}
