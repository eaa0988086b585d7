/**
 * Writes public/dataset/schema.json (JSON Schema 2020-12) from the parser's schemas, for editors
 * that help while a dataset file is edited by hand. Run after every change of lib/dataset/schema.ts:
 * `npx tsx scripts/dataset-schema.ts`.
 */
import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import {
  definitions,
  divisionFile,
  indexFile,
  nationFile,
  sourcesFile,
} from '@/lib/dataset/schema';

/** One schema for every file of the dataset: each file is exactly one of the four shapes. */
export function datasetJsonSchema(): object {
  const { $schema, ...rest } = toJsonSchema(
    v.union([indexFile, nationFile, divisionFile, sourcesFile]),
    { target: 'draft-2020-12', definitions },
  );
  return { $schema, title: 'GovGloss dataset file', ...rest };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const target = new URL('../public/dataset/schema.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(datasetJsonSchema(), null, 2)}\n`);
}
