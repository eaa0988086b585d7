/**
 * Kinds of words that tell what a name stands for, in simplified script. They are classes of the
 * language (what roads, rivers, ships are called), not lists of names. They travel with the
 * gazetteer, so that the script in pages stays small; scripts/build-words.ts makes sure that their
 * characters fold.
 */

import type { Vocabulary } from './vocabulary';

function list(words: string): readonly string[] {
  return words.split(' ');
}

function characters(all: string): readonly string[] {
  return [...all];
}

/** What compileForPages() sends along. */
export const VOCABULARY: Vocabulary = {
  /** Heads of road names, with what may stand before them: 四川[北路], 重庆[南路], 西藏[中路]. */
  roadHeads: list('路 街 巷 弄 大道 大街 大路 马路 大马路 胡同 支路'),
  roadParts: characters('东西南北中一二三四五六七八九十前后内外'),
  /** With these 路 is a road only before a number or a mark: 江西[一路]领跑. */
  weakRoadParts: characters('一前后'),
  /** Words that begin with such a head and still speak of the road: 河南[路口]. */
  roadWords: list('路口 路街道 路站 路店 街口 巷口'),
  /** 香港街站[附近] is a station of the street 香港街; elsewhere 街站 is a stall of campaigners. */
  nearStation: list('附近 旁 出口 入口 口 a b c d e'),

  /** Levels of administration: standing in a row they are no place's name (云南州市县). */
  levels: characters('省市州县区旗镇乡村盟'),
  /** What follows a division's name in names of other, smaller places. */
  placeHeads: characters('州县镇乡村驿庙郡'),
  /** The same where nothing else is joined on: 旗 and 屯 begin other words too. */
  rarePlaceHeads: characters('旗盟屯庄'),
  /** What, between a division's name and 镇, 乡, 村, shows that the whole is a village's name: 山东[庄]镇. */
  villageParts: characters('庄寨屯店疃沟营台口坡驿庙岸堡铺园头集塘湾街坝岭冲里苑坪地'),
  villageHeads: list('镇 乡 村 街道 社区 居委会 回族乡 满族乡'),
  /**
   * Autonomous places are named after peoples: 海南[藏族自治州], 河南[蒙古族自治县]. Those of few places are
   * left out.
   */
  peoples: list(
    '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 水 东乡 纳西 土 羌 仡佬',
  ),
  /**
   * What lies in a county or a town and may be called after a division (江山镇[山西]自然村). A
   * division is never named after the head of a smaller place, so there the whole is one name.
   */
  localHeads: list(
    '村 自然村 行政村 新村 社区 小区 居委会 组 屯 圩 桥 坝 水库 林场 农场 菜场 菜市场',
  ),
  smallerPlaces: list('区 县 旗 镇 乡 街道 苏木 村'),
  autonomousHeads: list('自治州 自治县 自治旗 乡 镇'),
  /** A company's 区 is its market, not a district: 河南区总经理. */
  salesWords: list('总经理 经理 总监 总代理 代理 销售 负责人 冠军 赛'),

  /** Words of one character, or the ends of others, that no river or mountain is called by. */
  wordsBefore: characters('与和及在从到向由以的是为将把被据自至于经赴用间了'),
  /** What one does to a place; after these nothing is “on” something: 落户|上海. */
  placeVerbs: list(
    '落户 来到 走进 走出 抵达 到达 前往 加盟 亮相 登陆 入驻 进驻 奔赴 返回 离开 定居 移居 迁居 转战 作客 做客 空降 移师 途经 入职 效力 位居 毗邻 收复 攻下 攻占',
  ),
  /** Ends of the names of firms and clubs. */
  firmHeads: list('有限 公司 集团 俱乐部 银行'),
  /** Of divisions' names: what they call their own (山西|晋剧, 湖南|湘绣). */
  abbreviations: characters('晋冀鲁豫湘鄂粤赣皖浙沪闽滇黔渝'),
  /** What names from other languages are written with: 安大略湖, 休伦湖. */
  foreignSounds: characters(
    '阿埃艾奥巴贝比伯博布达德蒂丁恩尔法菲弗戈格哈赫基吉加卡凯坎克科库拉莱劳勒雷里利伦隆鲁罗洛略洛马曼梅米莫姆纳尼诺帕佩皮普奇乔萨塞斯索塔坦特托瓦维沃乌西谢亚伊尤泽扎根丹登瓦堪普布曼顿森纽约汉翰逊堡休',
  ),
  /** Before places. */
  placePrepositions: characters('在从到于'),
  /** Between the members of a list. */
  listMarks: characters('、和与及'),

  /** 海南、辽宁、山东[三省]: the number belongs to the list. */
  listCloses: ['两', '三', '四', '五', '六', '七', '八', '九', '十', '等'].flatMap((number) =>
    ['省', '市', '地', '区', '省市', '省区'].map((head) => number + head),
  ),

  /** 泽库、河南[两县]: nor does a division stand among counties. */
  countyCloses: ['两', '三', '四', '五', '六', '七', '等'].flatMap((number) =>
    ['县', '区', '县区', '州', '旗', '镇', '乡', '村', '街道'].map((head) => number + head),
  ),

  /** 湖 with these is lakes at large or another name; with anything else the lake that bears the name. */
  afterLake: list('湖泊 湖州 湖广 湖人 湖长 湖口 湖羊 湖鲜'),
  /** 青海湖[北岸] is the lake's; before anything else 湖北 and 湖南 are divisions in a row. */
  lakeOrDivision: characters('南北'),
  sidesOfLake: characters('岸侧部山端坡线'),
  /** What rivers have and provinces do not. */
  riverParts: list(
    '干流 支流 流域 水系 沿岸 两岸 江段 江面 江畔 江水 江心 江边 航道 主航道 河道 水道 河段 上游 中游 下游 右岸 左岸 ' +
      '入海口 源头 对岸 水位 发源 全长 流经 交汇 畔 封江 开江 封冻 解冻 流冰 顺流 冰面 冰层 凌汛 国境河流 大桥 公路大桥 公路桥 铁路桥 铁路大桥 水域 主干流 ' +
      '南岸 北岸 东岸 西岸 南段 北段 东段 西段 水温 水情 水流 主流 河口 航段 禁渔',
  ),
  /** The same where no word begins with them: 黑龙江[口]的渔民, 黑龙江[上]航行; not 黑龙江口岸, 黑龙江上市公司. */
  riverSides: characters('口边上里岸'),
  /** The same, said of a river a few characters on: 黑龙江即将进入[开江]期. */
  riverEvents: list(
    '开江 封江 封冻 解冻 流冰 冰排 江面 江水 凌汛 冰封 界河 界江 相望 的支流 级支流 大支流',
  ),
  /** Before 江面, 江水 where they are the river's own: 黑龙江[的]江面. */
  beforeOwnRiver: characters('的里丈满段期宽此内在'),
  /** Beyond one of these another place is spoken of: 黑龙江萝北[县]开江. */
  placeEnds: characters('县市区镇乡旗省'),
  /** What leads to a river: 汇入黑龙江, 界江黑龙江. */
  beforeRiver: list(
    '汇入 注入 流入 汇合成 汇成 跨越 沿着 紧邻 紧靠 隔 界江 界河 横渡 横跨 江水 支流 大河 游过 游到',
  ),

  /** Rivers' names that in a list are divisions' like as not. */
  riverDivisions: list('浙江 黑龙江'),

  /** Ships and trains: [福建]舰, “[福建]号”下水. */
  shipHeads: characters('舰号艇轮'),
  /** What ships in a list are together: 辽宁、山东[双舰]编队. */
  shipGroups: list('双舰 两舰 三舰 四舰 双航母'),
  buildingHeads: list('大厦'),
  /** What only borrows a division's name: speech, opera, a newspaper; see docs/detection.md. */
  borrowers: list('话 方言 烤鸭 梆子 坠子 快书 琴书 清音 证券报'),
  /** What a clock's time is given by: 台湾时间[凌晨], 北京时间[8]日. */
  clockWords: list(
    '上午 下午 中午 正午 午夜 午后 午前 清晨 黎明 黄昏 早 晚 凌晨 深夜 半夜 夜间 今 昨 明天 明日 明晚 当天 当日 同日 周 星期 零时 零点 一月 一日 一时 一点 ' +
      '二 三 四 五 六 七 八 九 十 0 1 2 3 4 5 6 7 8 9',
  ),
  /** 上海时间[表], 时间[银]行: not a clock's. */
  timeTails: characters('表线段节点银差窗'),
  /** Before a place where time is spent. */
  stays: characters('来离留待驻住赴'),

  /** Groups of states are called after the place where they were founded: 上海[合作组织], 上海[五国]. */
  groupingHeads: list('合作组织 五国 六国 七国'),

  /** Surnames that are hardly ever a word by themselves, most frequent first. */
  surnames: characters(
    '王李张刘陈杨赵吴徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭肖董袁潘蒋蔡余杜魏吕姚卢姜崔谭陆汪范廖贾邹孟熊秦邱尹薛闫侯陶黎贺顾郝龚邵严覃戴莫孔汤',
  ),
  /** Surnames that are words or parts of words besides: only after a title, or before what follows persons. */
  commonSurnames: characters(
    '马高周何林黄方白石金田江夏苏钟史文武康万段雷易常牛温程丁沈任叶傅曾余',
  ),
  /** What a person is: 记者[王]山东, 院士[何]湖南. */
  personTitles: list(
    '支书 掌柜 店主 业主 司令 政委 参谋 将军 总监 馆长 园长 社长 主编 总编 法人 股东 创始人 董事 监事 站长 记者 编辑 摄影 通讯员 作者 画家 作家 诗人 教授 院士 博士 医生 护士 教师 老师 校长 主任 书记 局长 厅长 处长 科长 省长 市长 区长 县长 镇长 乡长 村长 部长 行长 台长 委员 常委 代表 ' +
      '队长 团长 组长 所长 院长 会长 主席 经理 总裁 董事长 选手 队员 球员 教练 教练员 裁判 裁判员 运动员 演员 导演 歌手 主持人 村民 居民 农民 ' +
      '职工 工人 学生 民警 法官 检察官 律师 被告人 被告 嫌疑人 原告 主犯 从犯 同案犯 证人 患者 劳模 模范 烈士 老兵 战士 候选人 获得者 农户 牧民 渔民 村医 司机 船长 机长 班长 工匠 传承人 技师 工程师 专家',
  ),
  /** Before a person's name: conjunctions, verbs of calling, the end of a title. */
  beforePerson: characters(
    '有和与及由请叫名是为同给对悬着见问的人员授士任者生家记长理师官手星兵户工民友匠警',
  ),
  /** After a person's name. */
  afterPerson: list(
    '题书 题 书 同志 先生 女士 教授 院士 博士 老师 书记 律师 师傅 等同志 摄 编著 主编 译',
  ),

  /**
   * 市 as market, 省 as saving or leaving out: these never belong to a division's name. With each the
   * characters after which the word is another one (市面 is the market's face, but 市|面积), or after !
   * those before which alone it is the word: 市民通, but 市|民.
   */
  ownWordsOfTails: list(
    '市场馆所地次 市集中团合装约资体群成邮结散训思聚锦美 市井 市售后楼票 市值班守勤得此夜 市价格 市况 市面积向临貌对粉条 市盈利 市净化土增流 市占地用比有全 市话剧题语筒 ' +
      '市域 市容积缺量纳许 市政府协法务治策研情权局党 市民!通卡云 ' +
      '省钱 省时任间期代隔常政值年 省力!的了又省型化机工 省心理血脏 省事业项故件务 省电力信子视网影商台化动 省油田菜气料画价茶脂 省略高低有微胜逊大小多少显长短快慢早晚强弱超降升 省却 省得 省吃 省去年冬春夏秋世 ' +
      '省亲自临历水子情友切和民属 省下!了的来一两三四五六七八九十百千大 省道路教德 省际 省界 省域 省运!会',
  ),

  /** What follows the name of a platform. Latin in lower case, as the window folds it. */
  platformTails: list(
    'app 小程序 平台 客户端 移动端 公众号 总门户 门户 网站 系统 应用 终端 一体机 自助机 热线 用户 账号 账户 专区 ' +
      '入口 首页 扫码 刷码 亮码 亮证 掌上办 注册 登录 上线 打卡 政务 移动 微信 支付宝 页面 界面 h5 软件 程序 手机 网页 电子 办事 手机端 ' +
      '一体化 版 服务端',
  ),
  /** The stricter set that makes a platform of a name that is also an idea: “一网通办”平台. */
  platformHeads: list(
    'app 小程序 平台 客户端 移动端 总门户 门户 网站 系统 统一门户 公众号 统一平台 政务平台 热线',
  ),
  /** What one does to a platform, right before its name. */
  platformVerbs: list(
    '登录 登陆 登入 打开 下载 安装 关注 搜索 使用 通过 进入 接入 嵌入 依托 注册 点击 访问 上线 对接 扫码 开通 推出 微信 支付宝 ' +
      '用户 简称 名为 app 运用 利用 推广 应用',
  ),

  /** 用[爱山东]查公积金, 經[一戶通]申領: what one does by way of a platform, and what for. */
  useVerbs: list('用 使用 通过 经 透过 在 从 登入 学会用 借助'),
  serviceVerbs: list(
    '查 缴 办 挂号 预约 申领 申请 申报 报税 报名 签 开视频 开具 开证明 扫 亮 刷 认证 领 交 打印 下载 购 订 提交 反映 登记 里查 里办 签批 审批',
  ),
  /** What a platform does or is, at the beginning of a clause: [我的宁夏]新增适老模式. */
  platformDeeds: list(
    '已有 新增 升级 上线 推出 接入 更新 覆盖 里有 上有 已接入 已上线 累计 注册 使用人数 用户 日均 支持 可办 可查 能办 能查',
  ),

  /** Verbs after which a name is a platform's, even one that is an idea elsewhere: 登录“一网通办”. */
  accessVerbs: list('登录 登陆 登入 打开 下载 访问 拨打 致电 拨通 来电'),
  /** What makes an idea of a name that is a platform's too: “一网通办”改革. */
  ideaHeads: list('改革 建设 工作 理念 模式 水平 能力 事项 全覆盖'),

  /** As what a name is spoken of that an app, a cloud and the firm that runs them share. */
  firmTails: list(
    '公司 集团 有限 大数据公司 大数据产业 大数据有限 大数据( 大数据集团 股份 董事长 总经理 副总 合作 签约 签署 员工 注册资本 牵头成立 中标',
  ),
  runBy: list('运营 负责 承建 提供 管理 建设 运维'),
  appTails: list(
    'app 小程序 客户端 公众号 移动 扫码 刷码 亮码 缴费 h5 手机 用户 上线了app 上办 里办 上缴 里缴 上查 里查',
  ),
  appVerbs: list('下载 打开 登录 登陆 登入 安装 关注 使用 用 微信 支付宝 手机 进入 点开 注册 搜索'),
  cloudTails: list(
    '政务云 系统平台 云平台 云 平台 一朵云 架构 数据 存储 汇聚 机房 服务器 体系 工程 上的系统 上的数据',
  ),
  cloudVerbs: list(
    '上 上了 存放在 部署在 部署到 汇聚到 汇聚于 汇入 迁入 迁到 迁移到 迁至 接入 存在 放在 集中到 统一到 依托',
  ),
};
