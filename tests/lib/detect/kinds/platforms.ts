/** Platforms by form; words that point at a division; groups, numbers, borrowed names. In the notation of page.ts. */

export const IN_TABLES = `
【爱山东】
【北京通】
【我的宁夏】
【一户通】
【浙里办】
【京通】
【云上贵州】
【豫事办】	【河南】	2020
【爱山东】	【山东】	2019
省份	平台名称	上线时间
【北京】	【北京通】	2019年
【宁夏】	【我的宁夏】	2018年
【澳门】	【一户通】	2020年
【山东】	【爱山东】
`;

export const UNQUOTED = `
我在【爱山东】上查了公积金。
手机打开【爱山东】就能办。
他用【我的宁夏】缴了医保。
【我的宁夏】新增适老模式。
【北京通】已有两千万用户。
老人学会了用【北京通】挂号。
居民可經【一戶通】申領津貼。
市民登入【一戶通】即可報稅。
【澳门】【一户通】使用人数突破六十万。
下载【爱山东】APP办理企业登记。
下载【爱山东】APP办理。
【爱山东】上有四千多项服务。
【京通】小程序上线。
打开【京通】，刷脸就能查社保。
通过【云上贵州多彩宝】缴费。
注册【山东通】账号。
公务员用【山东通】开视频会。
干部通过【京办】签批公文。
【浙里办】挺好用的。
外地人也能用【随申办】。
在【苏服办】查学籍。
【粤省事】和【粤商通】都能查。
【闽政通】的预约挂号很方便。
【皖事通】可以开无犯罪证明。
【豫事办】今日更新。
【渝快办】让群众少跑腿。
【辽事通】扫码乘车。
【蒙速办】接入公积金业务。
【秦务员】平台。
【新服办】注册用户一千万。
【甘快办】上新了。
【青松办】办事指南。
【龙易办】【吉事办】都在升级。
`;

export const NOT_PLATFORMS = `
他很爱【山东】的煎饼。
我爱【山东】，我爱家乡。
大家都爱【山东】人的实在。
这是我的【宁夏】之行。
我的【宁夏】同学来了。
【北京】通州区的运河。
【北京】通报了三起案例。
【北京】通往【天津】的城际。
他精通普通话。
南京通过了规划。
东京办公楼空置。
一户通水，全村通水。
每一户通了天然气。
户户通工程覆盖山村。
【山东】通车里程全国第一。
【山东】通过立法保护。
向全省事业单位招考。
南京智能制造展。
`;

export const ENGLISH = `
The “【Aishandong】” app covers 16 cities.
Residents use the 【Zheliban】 app to pay fees.
【Suishenban】 has 80 million users.
Log in to 【Yueshengshi】 with WeChat.
【Beijing Tong】 was released in 2019.
【Yukuaiban】, the city's mobile portal, was upgraded.
The 【Minzhengtong】 App integrates services of Fujian.
【Wanshitong】 app of Anhui offers 9,000 items.
【Sufuban】 is Jiangsu's entry point.
The 【Ganfutong】 platform opened to firms.
【Ehuiban】 and 【Jinxinban】 are provincial apps.
【Haiyiban】 serves Hainan residents.
【iAM Smart】 users exceed three million.
Use 【Macao One Account】 to file taxes.
【Mengsuban】 speaks Mongolian.
【Tianfu Tongban】 is the app of Sichuan.
The app is called "【Jishiban】".
【Liaoshitong】 offers transport codes.
【Xinfuban】 went online in 2023.
【Qinwuyuan】 was named after the people of Qin.
【Longyiban】 replaced an older app.
【Gankuaiban】 has 1,200 services.
【YUESHENGSHI】 mini-program.
He lives in Shandong and loves it.
Show your 【Suishen Code】 or 【suishenma】 at the door.
【Jixiang Code】 was Jilin's health code, called 【Jixiangma】.
The 【Jiangsu Government Service Network】 opened in 2014.
`;

/** With every entity, and rivals behind `|`. */
export const ONE_NAME = `
【云上贵州公司=CN-GZ/yunshangguizhou-gongsi】董事长致辞。
苹果与【云上贵州=CN-GZ/yunshangguizhou-gongsi】签约。
这项服务由【云上贵州=CN-GZ/yunshangguizhou-gongsi】运营。
【云上贵州大数据集团=CN-GZ/yunshangguizhou-gongsi】有限公司成立。
打开【云上贵州=CN-GZ/yunshangguizhou-app】App缴费。
手机下载“【云上贵州=CN-GZ/yunshangguizhou-app】”。
通过【云上贵州=CN-GZ/yunshangguizhou-app】小程序查社保。
各部门系统迁移上【云上贵州=CN-GZ/yunshangguizhou】。
【云上贵州=CN-GZ/yunshangguizhou】平台存储量达到一千TB。
数据汇聚到“【云上贵州=CN-GZ/yunshangguizhou】”。
【云上贵州多彩宝=CN-GZ/duocaibao】用户破千万。
`;

export const FORMER_AND_ALIKE = `
【新湘事成】更名为【湘易办】。
【爱广西】App已并入【智桂通】。
【云上贵州大数据公司】注册资本增加。
【云上贵州】APP上线。
【云上贵州】系统平台存储量增长。
数据迁上【云上贵州政务云】。
【北京市】大数据平台汇聚了数据。
【北京市】【目录链】登记数据职责。
建设【全国一体化政务大数据体系=CN/zhengwu-dashuju-tixi】。
`;

export const POINTING = `
《www.zj.gov.cn》我省今年财政收入增长。
《www.beijing.gov.cn》本市发布高温预警。
本省户籍人口不受限制。
全省上下掀起热潮。
省委常委会召开会议。
省政府办公厅印发通知。
市委书记到基层调研。
全市中小学开学。
`;

export const GROUPS = `
【京津冀=CN/jingjinji】协同发展十周年。
【长三角=CN/changsanjiao】一体化示范区。
【粤港澳大湾区=CN/yuegangao-dawanqu】的青年。
【川渝=CN/chuanyu】两地医保互认。
【成渝=CN/chengyu】两地共建公积金互认。
【成渝地区双城经济圈=CN/chengyu】建设提速。
【东北三省=CN/dongbei-sansheng】旅游联盟。
【沪苏浙皖=CN/changsanjiao】检察机关会签意见。
`;

export const BORROWED = `
北京时间今晚八点。
一只北京烤鸭卖到了海外。
上海证券报记者采访了董事长。
他说一口四川话。
来一碗【重庆】小面。
河北梆子进校园。
川菜和京剧都是国粹。
【四川】人话不多。
【上海】话剧艺术中心上新。
【北京】烤出来的红薯也甜。
留给【湖北】时间不多了。
`;
