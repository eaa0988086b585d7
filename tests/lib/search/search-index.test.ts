import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { describeProblem, parseDataset } from '@/lib/dataset/parse';
import type { Division, Entity } from '@/lib/model/entity';
import { buildSearchIndex, readSearchIndex, searchIndex } from '@/lib/search/search-index';
import { readDatasetFiles } from '@/scripts/check-data';
import { conceptNamed } from '../detect/scan-fixture';

function packaged(): Entity[] {
  const parsed = parseDataset(readDatasetFiles());
  if (!parsed.ok) throw new Error(parsed.error.map(describeProblem).join('\n'));
  return parsed.value.entities;
}

const entities = packaged();
const index = readSearchIndex(await buildSearchIndex(entities));
const hits = (words: string) => searchIndex(index, words).map(({ id }) => id);

describe('what a reader types finds first', () => {
  describe.each<[string, [string, string][]]>([
    [
      'a name in either script',
      [
        ['浙里办', 'CN-ZJ/zheliban'],
        ['浙裏辦', 'CN-ZJ/zheliban'],
        ['浙裡辦', 'CN-ZJ/zheliban'],
        ['數字政府', 'CN/shuzi-zhengfu'],
        ['三晉通', 'CN-SX/sanjintong'],
        ['閩政通', 'CN-FJ/minzhengtong'],
        ['领导驾驶舱', 'CN-SX/lingdao-jiashicang'],
        ['互联网+政务服务', 'CN/hulianwang-zhengwufuwu'],
        ['服務型智慧政府2.0推動計畫', 'CN-TW/policy-zhihui-zhengfu-2021'],
        ['京', 'CN-BJ'],
        ['内蒙', 'CN-NM'],
      ],
    ],
    [
      'a name that several have: whose own name it is, and the national one',
      [
        ['一网通办', 'CN/yiwangtongban'],
        ['一网统管', 'CN/yiwangtongguan'],
        ['12345', 'CN/12345'],
        ['政务外网', 'CN/dianzi-zhengwu-waiwang'],
        ['上海一网通办', 'CN-SH/yiwangtongban'],
        ['北京一网通办', 'CN-BJ/yiwangtongban'],
      ],
    ],
    [
      'a part of a name',
      [
        ['驾驶舱', 'CN-SX/lingdao-jiashicang'],
        ['钉钉', 'CN-ZJ/zhengwu-dingding'],
        ['大数据总枢纽', 'CN-HN/dashuju-zongshuniu'],
        ['万兆', 'CN-TJ/wanzhao-guwang'],
        ['长三角', 'CN/changsanjiao'],
      ],
    ],
    [
      'a name and more',
      [
        ['浙里办app', 'CN-ZJ/zheliban'],
        ['湘易办小程序', 'CN-HN/xiangyiban'],
        ['浙江 app', 'CN-ZJ/zheliban'],
        ['zhejiang zwfw', 'CN-ZJ/zhengwufuwuwang'],
        ['上海 云', 'CN-SH/dianzi-zhengwu-yun'],
      ],
    ],
    [
      'a former name or an alias',
      [
        ['随申办市民云', 'CN-SH/suishenban'],
        ['suishenbanshiminyun', 'CN-SH/suishenban'],
        ['ssbsmy', 'CN-SH/suishenban'],
        ['citizen cloud', 'CN-SH/suishenban'],
        ['dcb', 'CN-GZ/duocaibao'],
        ['shizhang rexian', 'CN/12345'],
        ['szgkdh', 'CN/12345'],
        ['Mayor’s hotline', 'CN/12345'],
        ['tianjinshi zhengwu fuwuwang', 'CN-TJ/wangshang-banshi-dating'],
        ['一件事', 'CN/gaoxiao-bancheng-yijianshi'],
        ['gdzwfw', 'CN-GD/zhengwufuwuwang'],
        ['chaoji fuwu duan', 'CN-HN/xiangyiban'],
      ],
    ],
    [
      'pinyin, with tones and without, whole and from inside',
      [
        ['zheliban', 'CN-ZJ/zheliban'],
        ['zhèlǐbàn', 'CN-ZJ/zheliban'],
        ['zhe4 li3 ban4', 'CN-ZJ/zheliban'],
        ['Yue Sheng Shi', 'CN-GD/yueshengshi'],
        ['wo de ningxia', 'CN-NX/wodeningxia'],
        ['guójiā zhèngwù fúwù píngtái', 'CN/guojia-zhengwufuwu-pingtai'],
        ['Quanguo yitihua zhengwu dashuju tixi jianshe zhinan', 'CN/policy-guobanhan-2022-102'],
        ['jiashicang', 'CN-SX/lingdao-jiashicang'],
        ['Shanxi', 'CN-SX'],
        ['Shaanxi', 'CN-SN'],
        ['Shǎnxī', 'CN-SN'],
        ['Shānxī', 'CN-SX'],
      ],
    ],
    [
      'syllables of which some are typed by their initials',
      [
        ['zlban', 'CN-ZJ/zheliban'],
        ['zhelb', 'CN-ZJ/zheliban'],
        ['yuessh', 'CN-GD/yueshengshi'],
        ['suishb', 'CN-SH/suishenban'],
        ['guangdzwfw', 'CN-GD/zhengwufuwuwang'],
        ['ywtongban', 'CN/yiwangtongban'],
      ],
    ],
    [
      'initials, from the start and from inside',
      [
        ['zlb', 'CN-ZJ/zheliban'],
        ['asd', 'CN-SD/aishandong'],
        ['msb', 'CN-NM/mengsuban'],
        ['tftb', 'CN-SC/tianfutongban'],
        ['fgf', 'CN/fangguanfu'],
        ['jsjb', 'CN/jiesujiban'],
        ['szqdyzw', 'CN-ZJ/sizhang-qingdan'],
        ['ldjsc', 'CN-SX/lingdao-jiashicang'],
        ['jsc', 'CN-SX/lingdao-jiashicang'],
        ['zsn', 'CN-HN/dashuju-zongshuniu'],
        ['cq', 'CN-CQ'],
        ['jkm', 'CN/jiankangma'],
      ],
    ],
    [
      'English, with a slip of the finger too',
      [
        ['iam smart', 'CN-HK/iamsmart'],
        ['at most one visit', 'CN/zuiduo-pao-yici'],
        ['digital china', 'CN/shuzi-zhongguo'],
        ['macao one account', 'CN-MO/oneaccount'],
        ['leader’s cockpit', 'CN-SX/lingdao-jiashicang'],
        ['state council app', 'CN/guowuyuan-kehuduan'],
        ['tibet', 'CN-XZ'],
        ['zhejang', 'CN-ZJ'],
        ['guandong', 'CN-GD'],
        ['inner mongola', 'CN-NM'],
        ['smart lokers', 'CN-MO/zhiquyi'],
        ['auspicous cloud', 'CN-JL/jilin-xiangyun'],
      ],
    ],
    [
      'a document’s number',
      [
        ['国发〔2022〕14号', 'CN/policy-guofa-2022-14'],
        ['国发[2022]14号', 'CN/policy-guofa-2022-14'],
        ['國發（2022）14號', 'CN/policy-guofa-2022-14'],
        ['国办发2020 35', 'CN/policy-guobanfa-2020-35'],
        ['guofa 2022 14', 'CN/policy-guofa-2022-14'],
        ['716号', 'CN/policy-ling-716'],
        ['粤府〔2021〕44号', 'CN-GD/policy-shuzi-zhengfu-2021'],
      ],
    ],
    [
      'what a thing is, where no name says it',
      [
        ['健康码', 'CN/jiankangma'],
        ['health code', 'CN/jiankangma'],
        ['江苏 健康码', 'CN/jiankangma'],
        ['信息化战略', 'CN-FJ/shuzi-fujian'],
        ['二维码', 'CN/jiankangma'],
        ['Tencent', 'CN-GD/guanyun-fenli'],
        ['城市大脑', 'CN/chengshi-danao'],
        ['legal persons', 'CN-ZJ/gonggong-shuju-pingtai'],
      ],
    ],
  ])('%s', (_, rows) => {
    test.each(rows)('%s → %s', (words, id) => {
      expect(hits(words)[0]).toBe(id);
    });
  });

  test('the division, before its platforms, by each of its names', () => {
    const divisions = entities.filter((one): one is Division => one.kind === 'division');
    for (const { id, names, shortNames, abbreviations } of divisions) {
      const written = [names, shortNames].flatMap((name) => [
        name.zhHans,
        name.zhHant,
        name.en,
        name.pinyin,
      ]);
      for (const words of [...written, ...abbreviations])
        expect([words, hits(words)[0]]).toEqual([words, id]);
    }
  });
});

// Four searches for each entity: a busy machine takes its time.
const PATIENT = { timeout: 120_000 };

test('each entity by its whole name in either script, in pinyin and in English', PATIENT, () => {
  for (const { id, names } of entities)
    for (const words of Object.values(names)) expect(hits(words), words).toContain(id);
});

test('the reader of zwfw is shown the government-service networks', () => {
  const networks = searchIndex(index, 'zwfw').filter(({ name }) => name?.includes('政务服务'));
  expect(networks.length).toBeGreaterThan(60);
});

test('each entity by its aliases and former names, in pinyin and by initials', () => {
  for (const { id, aliases, formerNames } of entities)
    for (const name of [...aliases, ...formerNames.map((former) => former.name)]) {
      const spelled = pinyin(name, { toneType: 'none', v: true, nonZh: 'consecutive' });
      expect(hits(spelled), `${name} is read “${spelled}”: see lib/text/readings.ts`).toContain(id);
      const first = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' });
      if (/^\p{Script=Han}+$/u.test(name)) expect(hits(first.join('')), name).toContain(id);
    }
});

describe('the name in which the words stand is told', () => {
  test.each([
    ['ssbsmy', '随申办市民云'],
    ['市民雲', '市民云'],
    ['国办发2020 35', '国办发〔2020〕35号'],
    ['citizen cloud', '市民云'],
    ['health code', undefined],
  ])('%s: %s', (words, name) => {
    expect(searchIndex(index, words)[0]?.name).toBe(name);
  });
});

describe('a small dataset', () => {
  const named = (id: string, name: string, en: string, aliases: string[] = []): Entity => ({
    ...conceptNamed(name),
    id: `CN/${id}`,
    names: { zhHans: name, zhHant: name, pinyin: '', en },
    aliases,
  });

  test('gives an entity’s own name before the same alias of another', async () => {
    const small = [named('a', '乙台', 'B', ['甲台']), named('b', '甲台', 'A')];
    const index = readSearchIndex(await buildSearchIndex(small));
    expect(searchIndex(index, '甲台').map(({ id }) => id)).toEqual(['CN/b', 'CN/a']);
  });

  test('takes no short word for another', async () => {
    const small = [named('a', '甲台', 'Gov Map'), named('b', '乙台', 'Registry Portal')];
    const index = readSearchIndex(await buildSearchIndex(small));
    expect(searchIndex(index, 'mop')).toEqual([]);
    expect(searchIndex(index, 'registri').map(({ id }) => id)).toEqual(['CN/b']);
  });
});

test.each(['', '  ', '〔〕', '#', 'qqqqqq', '甲骨文书法'])('“%s” finds nothing', (words) => {
  expect(searchIndex(index, words)).toEqual([]);
});
