/** Sentences of our own about platforms, in the notation of packaged-detector.ts. */

export const PLATFORMS = `
群众打开“【浙里办=CN-ZJ/zheliban】”APP办理
登录【随申办=CN-SH/suishenban】小程序预约
【粤省事=CN-GD/yueshengshi】用户突破一亿
下载【北京通=CN-BJ/beijingtong】App
“【北京通=CN-BJ/beijingtong】”已经升级
搜索“【京通=CN-BJ/jingtong】”小程序
通过“【爱山东=CN-SD/aishandong】”平台申领
是否接入【爱山东=CN-SD/aishandong】
用户在【爱山东=CN-SD/aishandong】上办理
“【我的宁夏=CN-NX/wodeningxia】”政务客户端
登录【我的宁夏=CN-NX/wodeningxia】APP
【皖事通=CN-AH/wanshitong】上线新功能
【闽政通=CN-FJ/minzhengtong】注册用户
【赣服通=CN-JX/ganfutong】移动端
【豫事办=CN-HA/yushiban】扫码
【鄂汇办=CN-HB/ehuiban】、【湘易办=CN-HN/xiangyiban】、【渝快办=CN-CQ/yukuaiban】
【津心办=CN-TJ/jinxinban】和【冀时办=CN-HE/jishiban】互通
【三晋通=CN-SX/sanjintong】APP
【蒙速办=CN-NM/mengsuban】App
【辽事通=CN-LN/liaoshitong】便民服务
【吉事办=CN-JL/jishiban】小程序
【苏服办=CN-JS/sufuban】移动端
【智桂通=CN-GX/zhiguitong】平台
【海易办=CN-HI/haiyiban】认证
【天府通办=CN-SC/tianfutongban】专区
【秦务员=CN-SN/qinwuyuan】APP
“【秦务员=CN-SN/qinwuyuan】”一体化政务服务平台
【甘快办=CN-GS/gankuaiban】入口
【青松办=CN-QH/qingsongban】小程序
【新服办=CN-XJ/xinfuban】APP
推广「【智方便=CN-HK/iamsmart】」应用程式
以“【一户通=CN-MO/oneaccount】”登入
“【办事通=CN-YN/banshitong】”应用接入国家平台
浙里辦不是常見寫法，【浙裏辦=CN-ZJ/zheliban】才是
【粵省事=CN-GD/yueshengshi】小程序
【隨申辦=CN-SH/suishenban】移動端
【苏服办=CN-JS/sufuban】总门户
【浙江政务服务网=CN-ZJ/zhengwufuwuwang】上线十年
在【四川政务服务网=CN-SC/zhengwufuwuwang】上展示
【皖事通=CN-AH/wanshitong】办理业务
【浙里办=CN-ZJ/zheliban】、【随申办=CN-SH/suishenban】、【北京通=CN-BJ/beijingtong】、【鄂汇办=CN-HB/ehuiban】
`.replace('浙里辦不是常見寫法，', '');

/** The characters of a platform's name in other words. */
export const LOOKALIKES = `
专家在【北京】通州调研
他在【北京】通报了情况
【北京】通电话热线
俄总统普京通电话表示
普京通过视频讲话
京通快速路拥堵
盾构机“京通号”始发
我热爱【山东】的海
他最爱【山东】煎饼
我的【宁夏】老家
办事通道全部畅通
办事通知已张贴
一户通电需要三天
公安政务服务网上可办
【浙江】政务服务网上办理
【北京】办好民生实事
【北京】智能制造示范
【山东】通过地方立法
`;

/** A name that is an idea everywhere and a platform in few places: only divisions are expected. */
export const IDEAS = `
推进政务服务“一网通办”
各地深化“一网通办”改革
长三角“一网通办”专窗
实现线上一网通办、线下只进一门
【河南】深入推进“一网通办”
【江苏】、【浙江】实现“一网通办”
社会治理“一网统管”
【河南省】“一网通办”总门户上线
`;

/** Where the text shows whose it is. */
export const SHOWN = `
登录【上海】“【一网通办=CN-SH/yiwangtongban】”平台
【上海】“【一网通办=CN-SH/yiwangtongban】”总门户
通过“【随申办=CN-SH/suishenban】”或“【一网通办=CN-SH/yiwangtongban】”平台查询
【北京市】“【一网通办=CN-BJ/yiwangtongban】”平台
“【一网通办=CN-SH/yiwangtongban】”总门户注册用户
`;
