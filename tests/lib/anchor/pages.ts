/** Texts of pages as lib/dom reads them, blocks joined by line ends: written for these tests. */

const SIMPLIFIED = [
  '首页 > 要闻动态',
  '各地数字政府建设一览',
  '浙江省',
  '浙江省推出“浙里办”，把查询、预约和办理放进一个应用，2019年底有二千七百万人注册。',
  '01 平台建设',
  '“浙政钉”供公务人员沟通，覆盖从省到村的六级机构，后来为其他省份所用。',
  '广东省',
  '广东省推出“粤省事”，把查询、预约和办理放进一个小程序，2018年5月上线。',
  '01 平台建设',
  '省、市两级部门的系统由数字政府建设运营中心统一建设和维护。',
  '更多信息请登录政务服务网查询办理。',
  '更多信息请登录政务服务网查询办理。',
  '【打印本页】 【关闭窗口】',
].join('\n');

const TRADITIONAL = [
  '各地數字政府建設一覽',
  '浙江省推出「浙裏辦」，把查詢、預約和辦理放進一個應用，2019年底有二千七百萬人註冊。',
  '「浙政釘」供公務人員溝通，覆蓋從省到村的六級機構，後來爲其他省份所用。',
].join('\n');

const GLOSSED = [
  '各地數(shù)字政府建設(shè)一覽(lǎn)',
  '浙江省推出「浙裏(lǐ)辦(bàn)」，把查詢(xún)、預(yù)約(yuē)和辦(bàn)理放進(jìn)一個(gè)應(yīng)用。',
  '浙裏(lǐ)辦（APP）每天有(yǒu)三百萬(wàn)人訪(fǎng)問。',
].join('\n');

const LATIN = [
  'Zhejiang offers one app for all services, called Zheliban.',
  'Guangdong offers one app for all services, called Yueshengshi.',
  'Both are built on a shared data platform; both began in 2018.',
].join('\n');

const RARE = ['𠮷林省的👨‍👩‍👧办事𠀋大厅🏛️今日启用。', '𠮷林省的办事𠀋大厅🏛️明日关闭。'].join('\n');

const TABLE = ['北京', '上海', '天津', '重庆']
  .flatMap((name, row) => [`${row + 1}`, name, '政务服务平台', '已完成'])
  .join('\n');

const REPEATED = Array.from({ length: 12 }, () => '请使用主流浏览器访问本站。').join('\n');

/** Every text, by what is particular about it. */
export const PAGES = {
  simplified: SIMPLIFIED,
  traditional: TRADITIONAL,
  glossed: GLOSSED,
  latin: LATIN,
  rare: RARE,
  table: TABLE,
  repeated: REPEATED,
} as const;
