import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gazetteer } from '@/lib/detect/gazetteer';
import { createScanner } from '@/lib/detect/scan';
import { foldTable, foldText } from '@/lib/text/fold';
import { gazetteerOf } from './scan-fixture';

const NAMES = [
  '浙江',
  '浙江省',
  '北京',
  '北京市',
  '北京通',
  '上海',
  '海南',
  '山东',
  '广东省',
  '浙里办',
  '粤省事',
  '闽政通',
  '皖事通',
  '云上贵州',
  '数字福建',
  '福建',
  '一网通办',
  '互联网+监管',
  '数字福建云计算中心',
  '国发〔2022〕14号',
  'e福州',
  '12345热线',
  '最多跑一次',
  '一窗通办、一码通行、一屏通览',
];
const gazetteer = gazetteerOf(NAMES);
const scan = createScanner(gazetteer);

/** All units that fold to what `character` folds to. */
const variants = new Map<number, string>();
for (const [unit, folded] of foldTable().entries())
  variants.set(folded, (variants.get(folded) ?? '') + String.fromCharCode(unit));
function variantsOf(character: string): string[] {
  return [...variants.get(foldText(character).charCodeAt(0))!];
}

const gap = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u200b', '\u00ad', '\ufe00', '\u{e0101}', '\u2060\ufeff'),
  },
  { weight: 1, arbitrary: fc.constantFrom(' ', '　', '\n    ', '\u00a0') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('(shù)', '（tōng）', ' [bàn] ', '(xing2)(hang2)', '(ㄕㄨˋ)'),
  },
);

/** A name as some page might write it: `written`, and what it is. */
const writtenName = fc.constantFrom(...NAMES).chain((name) =>
  fc
    .tuple(...[...name].map((character) => fc.constantFrom(...variantsOf(character))))
    .chain((characters) =>
      fc
        .array(gap, { minLength: characters.length - 1, maxLength: characters.length - 1 })
        .map((gaps) => {
          const [first, ...rest] = characters;
          return rest.reduce((written, character, i) => {
            const han = /\p{Script=Han}$/u.test(name[i]!);
            const digits = /\d\d/.test(name.slice(i, i + 2));
            const allowed =
              (/[([（]/.test(gaps[i]!) && !han) || (digits && gaps[i]!.trim() !== gaps[i])
                ? ''
                : gaps[i]!;
            return written + allowed + character;
          }, first!);
        }),
    )
    .map((written) => ({ name, written })),
);

/** What may stand around a name without touching it. */
const surrounding = fc.constantFrom('', '。', '，', '“', '（', '、', ' ', '(2020)', '：');

describe('scan', () => {
  it('finds any name in any mix of variants, gaps and glosses, with its span', () => {
    fc.assert(
      fc.property(surrounding, writtenName, surrounding, (before, { name, written }, after) => {
        const candidates = scan(before + written + after);
        expect(candidates).toContainEqual({
          start: before.length,
          end: before.length + written.length,
          form: gazetteer.forms.indexOf(name),
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('finds what a slow search finds that strips, folds and compares', () => {
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...[...NAMES.join('')]) },
      { weight: 2, arbitrary: fc.constantFrom(...NAMES) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '裏',
          '東',
          '臺',
          '閩',
          '雲',
          '貴',
          '廣',
          '互聯網',
          '的',
          '，',
          '〔',
          '(',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('\u200b', '(shù)', '(tōng)(tong)', '\u00ad', '\ufe01'),
      },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const key = ({ start, end, form }: { start: number; end: number; form: number }) =>
          `${start}-${end} ${gazetteer.forms[form]}`;
        expect(scan(text).map(key).sort()).toEqual(slowScan(text, gazetteer).map(key).sort());
      }),
      { numRuns: 5000 },
    );
  });

  it('finds nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMES, ' ', '，'), { maxLength: 20 }), (pieces) => {
        const keys = scan(pieces.join('')).map(({ start, end, form }) => `${start}-${end}-${form}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('finds in two texts what it finds in each, when a blank line parts them', () => {
    const text = fc
      .array(fc.constantFrom(...[...NAMES.join('')], ' ', '(shù)'), { maxLength: 15 })
      .map((p) => p.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const shift = a.length + 2;
        const apart = [
          ...scan(a),
          ...scan(b).map((c) => ({ ...c, start: c.start + shift, end: c.end + shift })),
        ];
        expect(scan(`${a}\n\n${b}`)).toEqual(apart);
      }),
      { numRuns: 1000 },
    );
  });
});

const NOISE = /[\u200b-\u200f\u00ad\u2060\ufeff]|[\ufe00-\ufe0f]/;
const GLOSS = /^\(\p{Script=Latin}{1,10}\)/u;

/** The obvious way: drop noise, remember where the rest stood, fold, look for each name at each place. */
function slowScan(text: string, { forms }: Gazetteer) {
  const kept: { character: string; at: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const last = kept.at(-1);
    const afterHan = last !== undefined && /\p{Script=Han}/u.test(last.character);
    const onlyGlossesSince = last !== undefined && glossesOnly(text.slice(last.at + 1, at));
    const gloss = afterHan && onlyGlossesSince ? GLOSS.exec(text.slice(at)) : null;
    if (NOISE.test(text[at]!)) at++;
    else if (gloss) at += gloss[0].length;
    else kept.push({ character: text[at]!, at: at++ });
  }
  const folded = foldText(kept.map(({ character }) => character).join(''));
  const candidates: { start: number; end: number; form: number }[] = [];
  for (const [form, name] of forms.entries()) {
    const wanted = foldText(name);
    for (let i = folded.indexOf(wanted); i >= 0; i = folded.indexOf(wanted, i + 1)) {
      const start = kept[i]!.at;
      const end = kept[i + wanted.length - 1]!.at + 1;
      if (!cutsNumberOrWord(text, start) && !cutsNumberOrWord(text, end))
        candidates.push({ start, end, form });
    }
  }
  return candidates;
}

/** At most one gloss so far, and noise: a second gloss still counts, a third does not. */
function glossesOnly(between: string): boolean {
  const visible = [...between].filter((character) => !NOISE.test(character)).join('');
  return /^(?:\(\p{Script=Latin}{1,10}\)){0,1}$/u.test(visible);
}

function cutsNumberOrWord(text: string, at: number): boolean {
  const pair = text.slice(Math.max(0, at - 1), at + 1);
  return at > 0 && /^(?:\d\d|[a-z][a-z])$/i.test(pair);
}
