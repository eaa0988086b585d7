import * as v from 'valibot';
import { expect, test } from 'vitest';
import { BACKGROUND_INPUTS } from '@/lib/messages/parse';

const page = { host: 'www.zj.gov.cn', title: '题', refused: [] };
const asks = (input: unknown) => v.is(BACKGROUND_INPUTS.findNames, input);

test('names are asked for in texts, and not in more than keeps all others waiting', () => {
  const long = '长'.repeat(16_000);
  const texts = (count: number) => Array.from({ length: count }, () => long);
  expect(asks({ ...page, sections: [{ heading: '', texts: texts(4) }] })).toBe(true);
  expect(asks({ ...page, sections: [{ heading: '', texts: texts(100) }] })).toBe(false);
  expect(asks({ ...page, sections: texts(100).map((heading) => ({ heading, texts: [] })) })).toBe(
    false,
  );
  expect(asks({ ...page, sections: [{ heading: '', texts: [1] }] })).toBe(false);
  expect(asks({ ...page, title: long.repeat(10), sections: [] })).toBe(false);
});

test('only scripts of ours that come at need are put into pages', () => {
  const puts = (script: unknown) => v.is(BACKGROUND_INPUTS.loadScript, { script });
  expect(['page-session', 'page-views', 'page-names'].every(puts)).toBe(true);
  expect(['background', '../page-session', '', null].some(puts)).toBe(false);
});
