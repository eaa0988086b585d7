/** Spellings that are right although the conversion libraries disagree, each with its reason. */

/** Simplified name to the traditional one in use. */
export const TRADITIONAL_AS_USED: ReadonlyMap<string, string> = new Map([
  // 里 is kept: the name plays on 这里, but is written so by Hong Kong and Taiwan media
  ['浙里办', '浙里辦'],
  // 签 is to sign (簽), not a slip of bamboo (籤)
  ['粤信签', '粵信簽'],
  ['粤企签', '粵企簽'],
  // 計畫 is how Taiwan writes it
  ['服务型智慧政府2.0推动计划', '服務型智慧政府2.0推動計畫'],
]);

/** Simplified name to its pinyin as spoken. */
export const PINYIN_AS_SPOKEN: ReadonlyMap<string, string> = new Map([
  // 蒙 for 内蒙古 is read měng, as in the region's name
  ['蒙速办', 'měng sù bàn'],
  ['蒙政通', 'měng zhèng tōng'],
  // 只 is 'only' (zhǐ), not a measure word (zhī)
  ['只提交一次材料', 'zhǐ tí jiāo yí cì cái liào'],
  // 以…为 is wéi, 'to take as'
  [
    '关于坚持以人民为中心推进一体化网上政府建设的工作方案',
    'guān yú jiān chí yǐ rén mín wéi zhōng xīn tuī jìn yì tǐ huà wǎng shàng zhèng fǔ jiàn shè de gōng zuò fāng àn',
  ],
  // 一 before the first tone of 张 is yì; the library keeps yī after 单
  ['四张清单一张网', 'sì zhāng qīng dān yì zhāng wǎng'],
  // the library reads 重 as 'heavy' before 庆市新
  [
    '重庆市新型智慧城市建设方案（2019—2022年）',
    'chóng qìng shì xīn xíng zhì huì chéng shì jiàn shè fāng àn 2019—2022 nián',
  ],
]);
