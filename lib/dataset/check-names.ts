/** Whether names can be told apart: shared forms have a rule, rules and aliases make sense. */

import type { Dataset } from '@/lib/model/dataset';
import type { Entity, SurfaceRule } from '@/lib/model/entity';
import { type DatasetProblem, fileOf } from './parse';

/** All surface forms of an entity, the full name first; abbreviations (粤) are not matched. */
export function formsOf(entity: Entity): string[] {
  const short = entity.kind === 'division' ? [entity.shortNames.zhHans] : [];
  return [
    entity.names.zhHans,
    ...short,
    ...entity.aliases,
    ...entity.formerNames.map((former) => former.name),
  ];
}

/** What two forms must differ in to be different: quotation marks, spaces and case do not count. */
export function formKey(form: string): string {
  return form.replace(/[“”‘’「」『』"'《》\s]/g, '').toLowerCase();
}

/** Forms that several entities bear, with the entities, in the order of the dataset. */
function sharedForms(dataset: Dataset): Map<string, Entity[]> {
  const bearers = new Map<string, Entity[]>();
  for (const entity of dataset.entities)
    for (const key of new Set(formsOf(entity).map(formKey)))
      bearers.set(key, [...(bearers.get(key) ?? []), entity]);
  return new Map([...bearers].filter(([, entities]) => entities.length > 1));
}

function hasRule(entity: Entity, key: string): boolean {
  return (entity.surfaceRules ?? []).some((rule) => formKey(rule.form) === key);
}

/** A longer form that never is the entity (上海合作组织 for 上海). */
function bearsName({ form, needs }: SurfaceRule, keys: readonly string[]): boolean {
  return needs === 'never' && keys.some((key) => formKey(form).includes(key));
}

export function checkNames(dataset: Dataset): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  for (const [key, entities] of sharedForms(dataset))
    for (const entity of entities.filter((one) => !hasRule(one, key)))
      problems.push({
        file: fileOf(entity.id),
        entity: entity.id,
        path: 'surfaceRules',
        message: `“${key}” also means ${entities
          .filter((other) => other !== entity)
          .map((other) => other.id)
          .join(', ')}; add a surfaceRule for it here, or give the entity another name`,
      });
  for (const entity of dataset.entities) problems.push(...checkForms(entity));
  return problems;
}

function checkForms(entity: Entity): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  const say = (path: string, message: string) =>
    problems.push({ file: fileOf(entity.id), entity: entity.id, path, message });
  const forms = formsOf(entity);
  const keys = forms.map(formKey);
  for (const [index, form] of forms.entries()) {
    if ([...form].length < 2) say('aliases', `“${form}” is a single character; take it out`);
    if (keys.indexOf(keys[index]!) < index)
      say('aliases', `“${form}” stands twice among the names; keep one`);
  }
  for (const [index, rule] of (entity.surfaceRules ?? []).entries())
    if (!keys.includes(formKey(rule.form)) && !bearsName(rule, keys))
      say(`surfaceRules.${index}`, `“${rule.form}” is no name of this entity; correct the form`);
  return problems;
}
