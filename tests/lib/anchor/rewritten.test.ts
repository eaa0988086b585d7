import { expect, describe as group, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';

/** What is marked of a passage of `page` after it was edited. */
function marked(page: string, passage: string, edited: string): string {
  const start = page.indexOf(passage);
  const anchoring = anchor(edited, describe(page, { start, end: start + passage.length }));
  if (anchoring.state !== 'found') return anchoring.state;
  return edited.slice(anchoring.span.start, anchoring.span.end);
}

/** A list of prices of our own: rows that say the same but for their numbers. */
const SIZES = [5, 10, 15, 20, 50, 100, 150, 200];
const priceList = (row: (size: number) => string) =>
  ['数据接口收费标准', ...SIZES.map(row), '以上价格不含税费，自公布之日起执行。'].join('\n');
const oldRow = (size: number) =>
  `套餐${size}：每日可以调用${size}次接口，每月可以下载${size * 10}份目录；按年签订合同，到期自行终止`;
const newRow = (size: number) =>
  [
    `套餐${size}：每日可以调用${size}次接口，每月可以下载${size * 10}份目录（按年签订合同`,
    '到期自动续订）；',
    '付款方式一：通过银行转账按月支付，或者委托本单位代扣，首月免收服务费用；',
    '付款方式二：一次付清全年费用，开具增值税发票，中途退订的不退还余款。',
  ].join('\n');

const OTHERS = [
  '仲裁机构推选的专家组成评议小组，每季度抽查一批卷宗，评分低于六十的责令整改。',
  '采集设备须通过计量检定，校准证书随机携带，更换传感器后重新标定并留存曲线图。',
  '食堂、宿舍与车队的开支另立科目，凭发票报销，超出预算部分由使用者自行承担。',
].join('\n');

group('what was rewritten all around', () => {
  test('is found in a list whose rows were all edited alike', () => {
    const row = oldRow(50);
    const found = marked(priceList(oldRow), row, priceList(newRow));
    expect(found).toContain('套餐50：每日可以调用50次接口，每月可以下载500份目录');
    expect(found).not.toContain('套餐20：');
    expect(found).not.toContain('套餐100：');
  });

  test('is found by its own words where nothing else of its paragraph was left', () => {
    const sentence =
      '行政机关应当在收到更正申请之日起十五个工作日内核实有关记录，确有错误的予以更正并告知申请人';
    const around = (before: string, middle: string, after: string) =>
      `某市公共信用信息条例\n为了规范信用信息的归集和使用，制定本条例。\n${before}\n${middle}\n${after}\n本条例自二〇二四年三月一日起施行。`;
    const page = around(
      '自然人认为记录与事实不符的，可以向窗口提交书面材料。',
      `${sentence}。`,
      '告知可以采用电话、短信或者邮寄的方式。',
    );
    const amended = sentence.replace('十五个工作日内', '七日内').replace('有关记录', '记录');
    const edited = around(
      `企业对评级结果持有异议，委托律师办理并附授权文书的，窗口当场出具回执。\n${OTHERS}`,
      `经初审符合条件，${amended}，同时抄送归集单位。`,
      `${OTHERS}\n逾期未答复者，视为同意。`,
    );
    expect(marked(page, sentence, edited)).toBe(amended);
  });

  test('is offered, not marked, where the sentence it ran through says something else in its words', () => {
    const before = '各部门应当公布数据目录。单位提交指标归集到的平台每半年核对一次数量。';
    const after =
      '各部门应当公布数据目录来编制。单位名下会提交到指标所归集平台每半年核对一次数量。';
    const page = `${OTHERS}\n${before}\n${OTHERS.slice(3)}`;
    const quote = '录。单位提交指标归集到的';
    const start = page.indexOf(quote);
    const described = describe(page, { start, end: start + quote.length });
    const edited = page.replace(before, after);
    const anchoring = anchor(edited, described);
    expect(anchoring.state).toBe('missing');
    const candidate = anchoring.state === 'missing' ? anchoring.candidate : null;
    expect(candidate && edited.slice(candidate.span.start, candidate.span.end)).toBe(
      '录来编制。单位名下会提交到指标所归集',
    );
  });

  test('is found whole where something stands between its last word and the rest of it', () => {
    const page = `${OTHERS}\n政务数据应当按照目录归集，\n甲类\n乙类数据不予共享，由归集单位说明理由。\n${OTHERS.slice(3)}`;
    const quote = '应当按照目录归集，\n甲类';
    const edited = page.replace('归集，\n', '归集，\n分享到微信\n');
    expect(marked(page, quote, edited)).toBe('应当按照目录归集，\n分享到微信\n甲类');
  });

  test.each([
    ['one cell before the end', '\n乙格'],
    ['at the very end', ''],
  ])(
    'is found whole on a short page where something stands before its last cell, %s',
    (_, rest) => {
      const page = `某县今年编成数据目录。另有两县试点。\n第二段说邻县的做法。\n甲格${rest}`;
      const edited = page.replace('说邻', '说[1]邻').replace('\n甲', '\n分享到微信\n甲');
      const quote = '试点。\n第二段说邻县的做法。\n甲格';
      expect(marked(page, quote, edited)).toBe('试点。\n第二段说[1]邻县的做法。\n分享到微信\n甲格');
    },
  );

  test('is found whole at the very start of a short page, something behind its first cell', () => {
    const page = '甲格\n乙格一二\n第二段说邻县的做法。\n某县今年编成数据目录，另有两县试点。';
    const edited = page.replace('甲格', '甲格\n分享到微信');
    expect(marked(page, '甲格\n乙格一二\n第二段说', edited)).toBe(
      '甲格\n分享到微信\n乙格一二\n第二段说',
    );
  });
});
