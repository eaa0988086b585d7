import { expect, test } from 'vitest';
import { documentOfPage } from '@/components/reader/document-of-page';
import type { EntityBrief } from '@/lib/model/views';

function brief(id: string, zhHans: string, zhHant: string, kind: EntityBrief['kind']): EntityBrief {
  const names = { zhHans, zhHant, pinyin: '', en: zhHans };
  const division = { id: 'CN', names };
  return { id, kind, names, division, summary: { zh: '', en: '' } };
}

const BRIEFS = new Map(
  [
    brief(
      'CN/a',
      '国务院关于加强数字政府建设的指导意见',
      '國務院關於加強數字政府建設的指導意見',
      'policy',
    ),
    brief('CN/b', '政务“一网、一门”改革实施方案', '政務「一網、一門」改革實施方案', 'policy'),
    brief('CN/c', '数字政府', '數字政府', 'concept'),
    brief('CN/d', '指导意见', '指導意見', 'policy'),
  ].map((each) => [each.id, each]),
);

test.each([
  ['国务院关于加强数字政府建设的指导意见（国发〔2022〕14号）_中国政府网', 'CN/a'],
  ['國務院關於加強數字政府建設的指導意見', 'CN/a'],
  ['关于印发政务《“一网、一门” 改革实施方案》的通知', 'CN/b'],
  ['数字政府指导意见解读', null],
  ['', null],
])('the page “%s” is of %s', (title, id) => {
  expect(documentOfPage(title, BRIEFS)?.id ?? null).toBe(id);
});
