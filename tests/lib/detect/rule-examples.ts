/**
 * Sentences of our own for each rule of the judge, by its name. `decides`: without the rule each
 * comes out otherwise. `spares`: what looks alike, where the rule has to keep silent. Names to be
 * marked stand in 【】, those inside a longer name that is no division's apart.
 */
export interface Examples {
  decides: string;
  spares: string;
}

export const EXAMPLES: Readonly<Record<string, Examples>> = {
  'no-title-marks': {
    decides: '学习网信办关于在线政务服务的若干规定的精神。',
    spares: '学习《【关于在线政务服务的若干规定】》的精神。',
  },
  'no-quotes': {
    decides: '这件事很重要，一次办妥就好。',
    spares: '【河南】推出“【一次办妥】”服务。',
  },
  described: {
    decides: '登录【上海】【一网通办】查询。',
    spares: '登录【苏服办】总门户查询。',
  },
  words: {
    decides: `
锣鼓声里人们隆重庆祝丰收。
站在海拔三千米的山西麓远眺。
他为人机智方便共事。`,
    spares: `
他从【重庆】来。
下载【冀时办】App。`,
  },
  'lone-character': {
    decides: '【江西】北部有小雪。',
    spares: '客轮在海上海拔为零。',
  },
  nameless: {
    decides: `
客机向【山西】北部飞去。
合同由甲方与【上海】通汇签订。
展馆落户【上海】星海湾。
记者走访了【上海】城市设计院。`,
    spares: '在泰山西北部发现了古树。',
  },
  numberless: {
    decides: '他最爱吃【四川】菜。',
    spares: '剧团演出了十四川剧名段。',
  },
  'or-more': {
    decides: '以【上海】为例说明。',
    spares: '水面以上海浪翻涌。',
  },
  neighbour: {
    decides: '【湖北】北京山宋河镇的古桥。',
    spares: '【湖北】【北京】两地签约。',
  },
  firm: {
    decides: '双方合办【上海】航锐足球俱乐部。',
    spares: '网上海量数据公司层出不穷。',
  },
  'own-abbreviation': {
    decides: '那家【山西】晋剧院的老生。',
    spares: '东西晋升了一级。',
  },
  'sales-area': {
    decides: '品牌【上海】区总经理履新。',
    spares: '这片海区的渔获不多。',
  },
  'list-closed': {
    decides: '【海南】、【河北】、【山东】三省都来了。',
    spares: '老人忆起东三省的雪。',
  },
  'cut-end': {
    decides: '【皖事通】办理得很快。',
    spares: '打开【皖事通】办理社保。',
  },
  'cut-noun': {
    decides: '【广东】政务服务网上办理率提高。',
    spares: '【广东政务服务网】今天上线。',
  },
  road: {
    decides: `
书店在四川北路。
他住重庆南路一段。`,
    spares: '【西藏】路况良好。',
  },
  way: {
    decides: '重庆道的洋楼保存完好。',
    spares: '【重庆】道教协会成立。',
  },
  grouping: {
    decides: '上海六国元首会晤。',
    spares: '【上海】五所大学联合招生。',
  },
  building: {
    decides: '他们约在安徽大厦见面。',
    spares: '【安徽】大型企业增多。',
  },
  'peoples-place': {
    decides: '海南藏族自治州的牧场返青了。',
    spares: '【湖南】苗族妇女擅长刺绣。',
  },
  village: {
    decides: '山东庄镇的桃花开了。',
    spares: '【山东】庄户人家过大年。',
  },
  quarter: {
    decides: '河南街道开展清洁活动。',
    spares: '【河南】街道、社区齐动员。',
  },
  'local-place': {
    decides: '附城镇山西寮村通了公交。',
    spares: '全县【山西】籍学生返乡。',
  },
  'county-in-list': {
    decides: '泽库、河南两县草原返青。',
    spares: '【河北】、【河南】两省草原返青。',
  },
  place: {
    decides: '湖南镇的水库蓄满了水。',
    spares: '【湖南】县域经济发展快。',
  },
  lake: {
    decides: '候鸟飞回青海湖畔。',
    spares: '【青海】湖泊众多。',
  },
  'river-part': {
    decides: '黑龙江干流水位上涨。',
    spares: '【黑龙江】干部下乡。',
  },
  'to-river': {
    decides: '松花江汇入黑龙江。',
    spares: '资金流向【黑龙江】。',
  },
  'among-rivers': {
    decides: '鱼类分布于松花江、黑龙江。',
    spares: '鱼类分布于【浙江】、【黑龙江】。',
  },
  'river-event': {
    decides: '黑龙江即将进入开江期。',
    spares: '【黑龙江】即将进入汛期。',
  },
  ship: {
    decides: `
福建舰完成海试。
“重庆”号昨日下水。`,
    spares: '【广东】号召市民节水。',
  },
  'listed-ship': {
    decides: '辽宁、山东舰先后归港。',
    spares: '【辽宁】、【山东】先后入冬。',
  },
  person: {
    decides: '记者王山东报道。',
    spares: '国王【山东】之行结束。',
  },
  quoted: {
    decides: '他手机里装了“【爱山东】”。',
    spares: '人人都爱【山东】。',
  },
  'platform-word': {
    decides: '他手机里有【爱山东】小程序。',
    spares: '他最爱【山东】小米粥。',
  },
  'platform-verb': {
    decides: '请先下载【爱山东】。',
    spares: '大家热爱【山东】。',
  },
  'on-platform': {
    decides: '在【爱山东】上办好了。',
    spares: '孩子们爱【山东】上好的苹果。',
  },
  'own-word': {
    decides: '【北京】市场供应充足。',
    spares: '【北京市】民政局公告。',
  },
  listed: {
    decides: '【浙里办】、【爱山东】都能用。',
    spares: '他走遍浙里，爱【山东】的山。',
  },
  'overlaps-next': {
    decides: '【上海】南火车客运所的旧照。',
    spares: '他们登上【海南】岛。',
  },
  'foreign-water': {
    decides: '布里亚特山东面的营地。',
    spares: '【湖北】面向全国招才。',
  },
  'cut-bearer': {
    decides: '【香港】仔细核对每一张选票。',
    spares: '香港仔渔港的避风塘。',
  },
  'own-place': {
    decides: `
【上海】陆家嘴的写字楼亮灯了。
【湖北】庙滩镇的果农。
【新疆】【广东】西江两地的商会。`,
    spares: '上海庙镇的能源基地。',
  },
  'river-side': {
    decides: `
鳇鱼产卵于黑龙江口。
破冰船在黑龙江上作业。
大家在黑龙江边露营。`,
    spares: `
【黑龙江】口岸通关提速。
【黑龙江】上半年旅游收入增长。
【黑龙江】边境线巡逻。`,
  },
  'beyond-river': {
    decides: '黑龙江以北的村落。',
    spares: '【黑龙江】以北大仓为依托。',
  },
  'east-and-west': {
    decides: '他把账本东掖西藏。',
    spares: `
【广东】援【西藏】医疗队。
从东到【西藏】都在下雪。`,
  },
  borrowed: {
    decides: `
大妈说一口四川话。
他爱听河南坠子。`,
    spares: `
【上海】话剧团来了。
【四川】人话不多。`,
  },
  clock: {
    decides: `
北京时间八点整。
香港時間下午三時開市。
颁奖礼定在台湾时间周日晚举行。
新疆时间早上十点，工地开工。
会议于2月3日（澳门时间）结束。
各地统一按北京时间计算。
直播将在上海时间20时开始。
球赛到北京时间清晨才踢完。`,
    spares: `
在【北京】时间久了，口音就变了。
来【广东】时间不长的人也听得懂。
【浙江】时间紧、任务重。
【上海】时间表已经公布。
【上海】时间银行试点扩大。
到【香港】時間：三月五日。`,
  },
  'platform-use': {
    decides: '居民用【北京通】挂号。',
    spares: '会议室用【北京】通州的木料装修。',
  },
  'platform-deed': {
    decides: '【我的宁夏】新增缴费功能。',
    spares: '来到我的【宁夏】新增的展馆。',
  },
  alone: {
    decides: '【爱山东】',
    spares: '他爱【山东】',
  },
};
