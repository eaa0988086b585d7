import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDetector } from '@/lib/detect/detect';
import { FORM_KINDS } from '@/lib/detect/form-traits';
import { type GazetteerError, readGazetteer } from '@/lib/detect/gazetteer';
import { VOCABULARY_KINDS } from '@/lib/detect/judge/vocabulary';
import { formatOf, type GazetteerWire, WIRE_DESCRIPTION } from '@/lib/detect/wire';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { readDataset } from '../../../scripts/words/dataset';

const data = compileForPages(await readDataset());
const wire: GazetteerWire = JSON.parse(data);

/** Sentences that lead through every part of a gazetteer. */
const TEXT =
  '浙江省推出“浙里办”，上海“一网通办”总门户、随申办、北京通；在四川北路12号，何湖南同志说黑龙江解冻，' +
  '山西庄镇、海南藏族自治州、爱吃四川菜，政务服务网上办理，国发〔2022〕14号。';

/** What becomes of a gazetteer: the reason it is refused, or the number of names it finds. */
function outcome(text: unknown): GazetteerError | number {
  const read = readGazetteer(text);
  if (!read.ok) return read.error;
  const detector = createDetector(read.value);
  const page = { host: 'www.zj.gov.cn', title: TEXT, section: TEXT };
  detector.explain(TEXT, page);
  return detector.detect(TEXT, page).length;
}

const changed = (fields: Record<string, unknown>) => JSON.stringify({ ...wire, ...fields });

/** The value with the first of its items replaced. */
const firstAs = (items: readonly unknown[], item: unknown) => [item, ...items.slice(1)];

describe('readGazetteer', () => {
  it('reads what this version wrote', () => {
    expect(outcome(data)).toBeGreaterThan(5);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an object', {}],
    ['no JSON', '{'],
    ['other JSON', '{"form":1}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['half of it', data.slice(0, data.length / 2)],
    ['a form too many', changed({ forms: `多\n${wire.forms}` })],
    ['a form too few', changed({ forms: wire.forms.slice(wire.forms.indexOf('\n') + 1) })],
    ['an empty form', changed({ forms: wire.forms.replace(/^.*/, '') })],
    ['an anchor beyond its form', changed({ anchors: firstAs(wire.anchors, 90) })],
    ['a form without a meaning', changed({ severalSenses: firstAs(wire.severalSenses, [0, 0]) })],
    ['senses of no form', changed({ severalSenses: firstAs(wire.severalSenses, [9999, 2]) })],
    ['numbers of senses that are none', changed({ severalSenses: [5] })],
    ['an entity that is not there', changed({ senseEntities: firstAs(wire.senseEntities, 9999) })],
    ['a sense too many', changed({ senseFlags: [...wire.senseFlags, 0] })],
    ['an entity of no kind', changed({ entities: firstAs(wire.entities, ['CN', 9]) })],
    ['an entity that is none', changed({ entities: firstAs(wire.entities, null) })],
    ['divisions that are no list', changed({ entities: firstAs(wire.entities, ['CN', 0, 5]) })],
    ['hosts that are no text', changed({ hosts: { 'CN-SH': 3 } })],
    ['titles that are none', changed({ titles: [5] })],
    ['words that are not base64', changed({ words: '!' })],
    ['no words', changed({ words: undefined })],
    ['words that are cut', changed({ words: wire.words.slice(0, 4000) })],
    ['no vocabulary', changed({ vocabulary: undefined })],
  ])('refuses %s', (_, text) => {
    expect(outcome(text)).toBe('malformed');
  });

  it.each(VOCABULARY_KINDS)('refuses one without the words of the kind %s', (kind) => {
    const { [kind]: _, ...rest } = wire.vocabulary;
    expect(outcome(changed({ vocabulary: rest }))).toBe('malformed');
    expect(outcome(changed({ vocabulary: { ...rest, [kind]: '' } }))).toBe('malformed');
  });

  it('says that another version wrote it, whatever else is new in it', () => {
    expect(outcome(changed({ format: wire.format + 1 }))).toBe('other-format');
    expect(outcome(JSON.stringify({ format: 3, forms: 5 }))).toBe('other-format');
  });

  it('never throws, whatever a text was torn or changed to', () => {
    const cut = fc.nat(data.length).map((at) => data.slice(0, at));
    const hole = fc
      .tuple(fc.nat(data.length), fc.integer({ min: 1, max: 3000 }))
      .map(([at, length]) => data.slice(0, at) + data.slice(at + length));
    const flipped = fc
      .tuple(fc.nat(data.length - 1), fc.constantFrom(...'0159,"[]{}:A/海 \\\n'))
      .map(([at, unit]) => data.slice(0, at) + unit + data.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(cut, hole, flipped), (text) => {
        expect(['malformed', 'other-format', 'number']).toContain(kindOf(outcome(text)));
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, whatever values stand in place of others', () => {
    const names = Object.keys(wire) as (keyof GazetteerWire)[];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.oneof(fc.jsonValue(), fc.integer({ min: -2, max: 70_000 })),
        fc.boolean(),
        (name, at, value, whole) => {
          const text = changed({ [name]: whole ? value : withOneChanged(wire[name], at, value) });
          expect(['malformed', 'other-format', 'number']).toContain(kindOf(outcome(text)));
        },
      ),
      { numRuns: 250 },
    );
  });

  it('refuses a form of a kind that there is not, whichever form it is', () => {
    for (const at of [0, 1, Math.floor(wire.formTraits.length / 2), wire.formTraits.length - 1])
      for (const kind of [FORM_KINDS.length, 7, -1, 255]) {
        const text = changed({ formTraits: withOneChanged(wire.formTraits, at, kind) });
        expect(kindOf(outcome(text))).toBe('malformed');
      }
  });

  it('never throws, whatever bytes the table of words has', () => {
    const bytes = Buffer.from(wire.words, 'base64');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (changes, early) => {
          const torn = Buffer.from(bytes);
          for (const [at, byte] of changes) torn[early ? at % 64 : at] = byte;
          const text = changed({ words: torn.toString('base64') });
          expect(['malformed', 'number']).toContain(kindOf(outcome(text)));
        },
      ),
      { numRuns: 150 },
    );
  });
});

function kindOf(result: GazetteerError | number): string {
  return typeof result === 'number' ? 'number' : result;
}

/** A part of the wire with one item, property or unit in it replaced. */
function withOneChanged(part: unknown, at: number, value: unknown): unknown {
  if (Array.isArray(part)) {
    const index = at % part.length;
    return part.map((item, i) => (i === index ? value : item));
  }
  if (typeof part === 'string') {
    const index = at % part.length;
    return part.slice(0, index) + String(value) + part.slice(index + 1);
  }
  if (typeof part !== 'object' || part === null) return value;
  const keys = Object.keys(part);
  return { ...part, [keys[at % keys.length]!]: value };
}

describe('the format of the wire', () => {
  it('is another one as soon as either side knows a name that the other does not', () => {
    const formats = [
      WIRE_DESCRIPTION,
      { ...WIRE_DESCRIPTION, vocabulary: [...VOCABULARY_KINDS, 'bridges'] },
      { ...WIRE_DESCRIPTION, vocabulary: VOCABULARY_KINDS.slice(1) },
      { ...WIRE_DESCRIPTION, fields: WIRE_DESCRIPTION.fields.slice(1) },
      { ...WIRE_DESCRIPTION, senses: { ...WIRE_DESCRIPTION.senses, former: 128 } },
      { ...WIRE_DESCRIPTION, traits: { ...WIRE_DESCRIPTION.traits, lake: 128 } },
      { ...WIRE_DESCRIPTION, words: WIRE_DESCRIPTION.words + 1 },
    ].map(formatOf);
    expect(new Set(formats).size).toBe(formats.length);
    expect(formats[0]).toBe(wire.format);
  });

  it('describes every field that travels', () => {
    expect(new Set(WIRE_DESCRIPTION.fields)).toEqual(new Set(Object.keys(wire)));
  });
});
