import { VOCABULARY } from '@/lib/detect/judge/vocabulary-lists';

const FEW = [
  '保安',
  '撒拉',
  '柯尔克孜',
  '锡伯',
  '达斡尔',
  '鄂温克',
  '鄂伦春',
  '塔吉克',
  '裕固',
  '毛南',
  '仫佬',
  '普米',
  '怒',
  '独龙',
  '拉祜',
  '布朗',
  '各',
];
const PEOPLES = [...VOCABULARY.peoples, ...FEW].join('|');
const HEAD = new RegExp(
  `(?:(?:(?:${PEOPLES})族)*(?:${PEOPLES})?自治[州县旗]|(?:(?:${PEOPLES})族)*(?:(?:${PEOPLES})+民族)?(?:街道|地区|林区|新区|[市县区旗盟镇乡]))$`,
);

/** 南陵县 is also called 南陵, 道真仡佬族苗族自治县 道真. */
export function withoutHead(name: string): string {
  return name.replace(HEAD, '');
}
