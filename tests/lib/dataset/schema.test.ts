import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { readDatasetFiles } from '@/scripts/check-data';
import { datasetJsonSchema } from '@/scripts/dataset-schema';

const validate = new Ajv2020({ strict: false }).compile(datasetJsonSchema());
const files = readDatasetFiles();

function copyOf(name: string): Record<string, unknown> {
  return structuredClone(files[name]) as Record<string, unknown>;
}

describe('schema.json', () => {
  it('is what the parser says, so that an editor and the extension accept the same files', () => {
    const committed = readFileSync(
      new URL('../../../public/dataset/schema.json', import.meta.url),
      'utf8',
    );
    expect(JSON.parse(committed)).toEqual(datasetJsonSchema());
  });

  it.each(Object.keys(files))('accepts %s', (name) => {
    expect(validate(files[name]), JSON.stringify(validate.errors)).toBe(true);
  });

  it('refuses a misspelt key', () => {
    const file = copyOf('CN-ZJ.json');
    (file.division as Record<string, unknown>).summery = { zh: '一。', en: 'One.' };
    expect(validate(file)).toBe(false);
  });

  it('refuses a fact without a source', () => {
    const file = copyOf('CN-ZJ.json');
    const platforms = file.platforms as { facts: { sources: string[] }[] }[];
    platforms[0]!.facts[0]!.sources = [];
    expect(validate(file)).toBe(false);
  });
});

describe('files of the dataset', () => {
  it('are indented by two spaces and end with a line end, so that changes read well', () => {
    for (const name of Object.keys(files)) {
      const text = readFileSync(
        new URL(`../../../public/dataset/${name}`, import.meta.url),
        'utf8',
      );
      expect(text, name).toBe(`${JSON.stringify(files[name], null, 2)}\n`);
    }
  });
});
