/**
 * Words that point at a division, and document numbers: 〔word=division〕 where it is settled which,
 * `=?` where the rest of the page may tell. The host or title of the page before it in 《》.
 */

export const SETTLED = `
《www.zj.gov.cn》〔我省=CN-ZJ〕今年财政收入增长。
《www.zj.gov.cn》〔省委=CN-ZJ〕常委会召开会议，研究〔全省=CN-ZJ〕防汛。
《www.zj.gov.cn》经〔省政府=CN-ZJ〕同意，现印发给你们。
《www.zj.gov.cn》〔省委=CN-ZJ〕、〔省政府=CN-ZJ〕高度重视。
《www.shandong.gov.cn》凡〔本省=CN-SD〕户籍居民均可申请。
《www.beijing.gov.cn》〔本市=CN-BJ〕发布高温预警。
《www.beijing.gov.cn》〔市委=CN-BJ〕书记到基层调研。
《fgw.sh.gov.cn》〔全市=CN-SH〕中小学九月一日开学。
《www.cq.gov.cn》〔市政府=CN-CQ〕第三十次常务会议。
《www.gxzf.gov.cn》〔全区=CN-GX〕各族群众欢度节日。
《www.nx.gov.cn》〔自治区党委=CN-NX〕召开专题会议。
《www.xinjiang.gov.cn》〔自治区人民政府=CN-XJ〕公布名单。
《www.gov.hk》〔特區政府=CN-HK〕公布新措施，〔全港=CN-HK〕市民受惠。
《www.gov.mo》〔本澳=CN-MO〕居民人數上升。
《浙江推进数字化改革》〔全省=CN-ZJ〕已归集数据千亿条。
《湖南：让数据多跑路》〔省政府=CN-HN〕新闻办举行发布会。
《上海发布新政》〔本市=CN-SH〕企业可以申请。
《北京市气象台》〔全市=CN-BJ〕大部分地区有雨。
江苏去年外贸增长，〔全省=CN-JS〕进出口突破五万亿元。
广东省委、〔省政府=CN-GD〕联合发文。
安徽〔全省=CN-AH〕开展普查。
四川的这项改革走在前列。近日，〔我省=CN-SC〕又出新招。
《www.zj.gov.cn》考察团赴江苏学习，江苏〔全省=CN-JS〕经验值得借鉴。
《www.zj.gov.cn》湖南开展试点，〔全省=CN-HN〕已有十个县参加。
《www.gov.cn》云南省发布公报，〔全省=CN-YN〕森林覆盖率提高。
福建省福州市推出举措，〔我省=CN-FJ〕首创。
内蒙古〔全区=CN-NM〕牲畜存栏量增长。
《www.gov.cn》四川的做法走在前列。近日，〔我省=CN-SC〕又出新招。
《www.zj.gov.cn》江苏经验值得学习。〔全省=CN-ZJ〕各地要结合实际。
《www.zj.gov.cn》对标江苏，〔我省=CN-ZJ〕补上短板。
`;

export const OPEN = `
〔全省=?〕上下掀起热潮。
〔省委=?〕常委会召开会议。
据了解，〔我省=?〕将出台细则。
《www.people.com.cn》〔全省=?〕只有两个城市入选。
台灣的學者說，現在的〔省委=?〕書記換人了，〔全省=?〕都知道。
《这是一条新闻》〔省政府=?〕办公厅印发通知。
`;

export const UNSETTLED = `
市委书记到基层调研。
全市中小学开学。
本市发布高温预警。
《www.jinan.gov.cn》本市户籍居民可以申请。
《www.hangzhou.gov.cn》市委、市政府召开大会。
《www.zj.gov.cn》市委常委会召开会议。
《www.zj.gov.cn》全市经济平稳运行。
《www.beijing.gov.cn》省委书记来京考察。
《www.some-city.gov.cn》上海客商来访，条件优越。会后，市委书记会见了他们。
《上海与杭州市签约》全市有百家企业参加。
《www.beijing.gov.cn》与保定市委座谈。
浙江、江苏两省发布通知，我省不在其列。
《浙江江苏共建走廊》我省企业参加。
广东和湖南互派干部，全省推开。
内蒙古来的客商考察后说，条件很好。随后，全区召开大会。
全区渔船回港避风。
`;

export const NO_POINTING = `
《www.zj.gov.cn》这一招让我省了三百块。
《www.zj.gov.cn》大家都说安全省心。
《www.zj.gov.cn》引号内完全省略。
《www.zj.gov.cn》成本省下一半。
《www.zj.gov.cn》各省委派代表参加。
《www.zj.gov.cn》安大略省政府代表团来访。
《www.zj.gov.cn》两省政府签署协议。
《www.zj.gov.cn》热河省政府旧址。
《www.zj.gov.cn》省委托第三方评估。
《www.beijing.gov.cn》资本市场平稳。
《www.beijing.gov.cn》日本市民到访。
《www.beijing.gov.cn》全市场注册制改革。
《www.beijing.gov.cn》根本市值管理。
《www.beijing.gov.cn》安全市场准入。
《www.beijing.gov.cn》保定市委书记来访。
《www.gxzf.gov.cn》把本区别开来。
《www.gxzf.gov.cn》自我区分的意识。
《www.gov.hk》全港元计价债券。
香港亞洲電視本港台重播，全港島居民收看。
《www.beijing.gov.cn》北京市委全会召开。
《www.zj.gov.cn》浙江省委书记出席。
`;

export const NUMBERED = `
根据〔浙政发〔2018〕5号=CN-ZJ〕要求，抓好落实。
依照〔国办发〔2015〕99号=CN〕精神。
《关于推进工作的通知》（〔粤府函〔2019〕88号=CN-GD〕）已废止。
〔沪府发［2020］7号=CN-SH〕同时作废。
〔渝府办发(2021)3号=CN-CQ〕停止执行。
〔黔府发〔2016〕第12号=CN-GZ〕另有规定的除外。
〔滬府發〔2013〕20號=CN-SH〕仍然有效。
〔豫政〔2022〕1号=CN-HA〕明确了目标。
〔藏政办发〔2020〕11号=CN-XZ〕自印发之日起施行。
《www.nx.gov.cn》〔宁政发〔2019〕2号=CN-NX〕印发实施。
宁夏回族自治区印发〔宁政发〔2019〕2号=CN-NX〕。
〔国函〔2017〕21号=CN〕批复同意。
`;

export const NOT_NUMBERED = `
宁政发〔2018〕66号由市政府废止。
青政发〔2018〕66号印发各区市。
根据咸政办发〔2015〕21号规定。
按照教基〔2018〕4号执行。
案号为（2018）浙01民终5号。
台政发〔2015〕21号印发。
浙政发2018年第5号。
渝北府发〔2018〕9号。
`;
