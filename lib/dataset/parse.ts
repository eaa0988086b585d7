/** Reads the dataset's files as they come, from the package, a feed or a checkout. */
import * as v from 'valibot';
import type { Dataset } from '@/lib/model/dataset';
import { type Entity, OWNED_KINDS } from '@/lib/model/entity';
import { err, ok, type Result } from '@/lib/model/result';
import { advice } from './advice';
import {
  divisionFile,
  type EntityLists,
  indexFile,
  LIST_OF,
  nationFile,
  sourcesFile,
} from './schema';

/** What is wrong, where, and what to do; fit to be printed by `check:data` as it is. */
export interface DatasetProblem {
  /** `CN-ZJ.json`. */
  file: string;
  /** The entity, ranking or source concerned; null when the file as a whole is. */
  entity: string | null;
  /** Where in the file, `platforms.3.facts.0.asOf`; empty for the file itself. */
  path: string;
  /** What is wrong and what to do, in one sentence. */
  message: string;
}

/** File name to parsed JSON; `index.json` says which of the others belong to the dataset. */
export type DatasetFiles = Readonly<Record<string, unknown>>;

type FileContent = v.InferOutput<typeof divisionFile> & {
  rankings?: Dataset['rankings'];
};

/** Says one problem in a line: `CN-ZJ.json · CN-ZJ/zheliban · platforms.0.url: …`. */
export function describeProblem(problem: DatasetProblem): string {
  const place = [problem.file, problem.entity, problem.path].filter(Boolean).join(' · ');
  return `${place}: ${problem.message}`;
}

/**
 * Parses all files of a dataset. Every problem of every file is returned, not the first only.
 * It guarantees shape, that no file is missing, and that no id is used twice; whether references
 * resolve is `checkReferences` (check-references.ts).
 */
export function parseDataset(files: DatasetFiles): Result<Dataset, DatasetProblem[]> {
  const problems: DatasetProblem[] = [];
  const index = readFile('index.json', indexFile, files, problems);
  if (index === null) return err(problems);
  const named = new Set(['index.json', ...index.files]);
  for (const file of Object.keys(files).filter((name) => !named.has(name)))
    problems.push({
      file,
      entity: null,
      path: '',
      message: 'index.json does not name the file; add it there or delete the file',
    });

  const entities: Entity[] = [];
  const rankings: Dataset['rankings'] = [];
  const sources: Dataset['sources'] = [];
  for (const name of new Set(index.files)) {
    if (name === 'sources.json') {
      sources.push(...(readFile(name, sourcesFile, files, problems)?.sources ?? []));
      continue;
    }
    const content: FileContent | null =
      name === 'CN.json'
        ? readFile(name, nationFile, files, problems)
        : readFile(name, divisionFile, files, problems);
    if (content === null) continue;
    const own = [content.division, ...ownedIn(content)];
    problems.push(...strangers(name, own));
    entities.push(...own);
    rankings.push(...(content.rankings ?? []));
  }
  problems.push(
    ...repeated(entities, (entity) => fileOf(entity.id)),
    ...repeated(rankings, () => 'CN.json'),
    ...repeated(sources, () => 'sources.json'),
  );
  if (problems.length > 0) return err(problems);
  return ok({ version: index.version, entities, rankings, sources });
}

/** What stands in the lists of a file, kind after kind. */
export function ownedIn(lists: EntityLists): Entity[] {
  return OWNED_KINDS.flatMap<Entity>((kind) => lists[LIST_OF[kind]]);
}

/** The file an entity lives in: that of the division its id begins with. */
export function fileOf(id: string): string {
  return `${id.split('/')[0]}.json`;
}

function readFile<S extends v.GenericSchema>(
  name: string,
  schema: S,
  files: DatasetFiles,
  problems: DatasetProblem[],
): v.InferOutput<S> | null {
  const content = files[name];
  if (content === undefined) {
    problems.push({
      file: name,
      entity: null,
      path: '',
      message: 'the file is missing; add it or take its name out of index.json',
    });
    return null;
  }
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = v.getDotPath(issue) ?? '';
    problems.push({ file: name, entity: ownerOf(content, path), path, message: advice(issue) });
  }
  return null;
}

/** The nearest id above `path`, so that an error can name the entity a person looks for. */
function ownerOf(content: unknown, path: string): string | null {
  let node: unknown = content;
  let owner: string | null = null;
  for (const key of path.split('.')) {
    if (typeof node !== 'object' || node === null) break;
    const child: unknown = Reflect.get(node, key);
    if (typeof child === 'object' && child !== null) {
      const id: unknown = Reflect.get(child, 'id');
      if (typeof id === 'string') owner = id;
    }
    node = child;
  }
  return owner;
}

function strangers(file: string, entities: Entity[]): DatasetProblem[] {
  return entities
    .filter((entity) => fileOf(entity.id) !== file)
    .map((entity) => ({
      file,
      entity: entity.id,
      path: 'id',
      message: `an id in this file begins with ${file.replace('.json', '')}; move the entry to ${fileOf(entity.id)} or change its id`,
    }));
}

function repeated<T extends { id: string }>(
  entries: T[],
  file: (entry: T) => string,
): DatasetProblem[] {
  const seen = new Set<string>();
  const problems: DatasetProblem[] = [];
  for (const entry of entries) {
    if (seen.has(entry.id))
      problems.push({
        file: file(entry),
        entity: entry.id,
        path: 'id',
        message: 'this id is used twice; give one of the two another id or merge them',
      });
    seen.add(entry.id);
  }
  return problems;
}
