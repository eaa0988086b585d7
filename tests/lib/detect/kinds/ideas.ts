/**
 * Words of reform that are used all over the country, the hotline 12345, and what is no evidence. In
 * the notation of page.ts.
 */

export const REFORM_WORDS = `
《www.jinan.gov.cn》符合条件的企业无需申请，直接享受“【免申即享=CN/mianshen-jixiang】”政策。
《www.henan.gov.cn》惠企政策实行【免申即享=CN/mianshen-jixiang】、直达快享。
第十八条 对企业的奖励补贴，推行免予申报、直接兑付的【免申即享=CN/mianshen-jixiang】机制。
人社部门将通过大数据比对，以“【免申即享=CN/mianshen-jixiang】”方式发放稳岗返还资金。
【河北】雄安新区扩大“【免申即享=CN/mianshen-jixiang】”政策清单。
【广东】、【山东】等地的条例都写明了【免申即享=CN/mianshen-jixiang】。
【上海市】“【免申即享=CN-SH/mianshen-jixiang】”政策已增至两百项。
《www.shanghai.gov.cn》年内再推出五十项“【免申即享=CN-SH/mianshen-jixiang】”政策。
《www.fuzhou.gov.cn》推动高频事项“【指尖办=CN/zhijianban】”、就近办。
更多社保业务实现“【指尖办=CN/zhijianban】”，老人不出门就能认证。
【广东】公布了【指尖办=CN/zhijianban】清单。
【湖南】医保业务“掌上查”“【指尖办=CN/zhijianban】”。
【河北】在全省推行“【指尖办=CN-HE/zhijianban】”。
打造【智慧政府=CN/zhihui-zhengfu】，建设数字社会。
【香港】的智慧城市蓝图里，“【智慧政府=CN/zhihui-zhengfu】”是六大范畴之一。
【臺灣】行政院核定【智慧政府=CN/zhihui-zhengfu】發展藍圖。
专家认为，【智慧政府=CN/zhihui-zhengfu】不是把柜台搬上网。
【上海】提出要加快建设【智慧政府=CN-SH/zhihui-zhengfu】。
自贸试验区推行【不见面审批（服务）=CN/bujianmian-shenpi】，企业开办一日办结。
《www.shandong.gov.cn》审批事项实行“【不见面审批=CN/bujianmian-shenpi】”。
疫情期间，各地以“【不见面审批=CN/bujianmian-shenpi】”助企业复工。
【江苏】在全省推行“【不见面审批=CN-JS/bujianmian-shenpi】”改革。
《www.jiangsu.gov.cn》今年【不见面审批=CN-JS/bujianmian-shenpi】事项占九成。
营造依规【办事不求人=CN/banshi-buqiuren】的环境。
全国评估把“【办事不求人=CN/banshi-buqiuren】”列为重点。
【陕西】汉阴县的口号是“【办事不求人=CN/banshi-buqiuren】、审批不见面”。
【黑龙江】开展“【办事不求人=CN-HL/banshi-buqiuren】”专项行动。
坚持“【接诉即办=CN/jiesujiban】、未诉先办”，把工作做在群众开口前。
《www.wuhan.gov.cn》街道建立【接诉即办=CN/jiesujiban】工作专班。
【安徽】合肥的社区学起了【接诉即办=CN/jiesujiban】。
【北京市】深化【接诉即办=CN-BJ/jiesujiban】改革三年。
《www.beijing.gov.cn》深化“【接诉即办=CN-BJ/jiesujiban】”改革，推进每月一题。
完善“双随机、一公开”监管，推广“【互联网+监管=CN/hulianwang-jianguan】”模式。
《www.dezhou.gov.cn》依托“【互联网+监管=CN/hulianwang-jianguan】”系统归集监管数据。
市场监管总局要求加强【互联网+监管=CN/hulianwang-jianguan】。
【浙江“互联网+监管”系统=CN-ZJ/hulianwang-jianguan】接入部门四十二个。
国务院办公厅开通“【互联网+督查=CN/hulianwang-ducha】”平台，征集问题线索。
欢迎通过“【互联网+督查=CN/hulianwang-ducha】”小程序反映情况。
【浙江省】“【互联网+督查=CN-ZJ/hulianwang-ducha】”实现闭环管理。
`;

export const HOTLINE = `
拨打【“12345”市民服务热线=CN/12345】反映问题。
请拨打【“12345”政务服务便民热线=CN/12345】咨询。
《www.jinan.gov.cn》群众可拨打【12345政务服务热线=CN/12345】投诉。
遇到欠薪可拨打【12345市民热线=CN/12345】。
各地【12345热线=CN/12345】要实行首接负责制。
【12345政务服务便民热线=CN/12345】实行“一线应答”。
记者拨打【12345】，接线员很快回应。
致电【12345市民服务热线=CN/12345】，工作人员登记了诉求。
【上海】【12345市民服务热线=CN/12345】今年受理量下降。
【上海】【“12345”市民服务热线=CN/12345】设立了企业专席。
【北京】【12345市民服务热线=CN-BJ/12345】二十四小时值守。
【北京市】【12345热线=CN-BJ/12345】年受理两千万件。
《www.beijing.gov.cn》市民可拨打【12345市民服务热线=CN-BJ/12345】。
《www.beijing.gov.cn》【“12345”热线=CN-BJ/12345】今年开通了英语服务。
【北京】【“12345”市民服务热线=CN-BJ/12345】接到来电。
【福建省】【12345便民服务平台=CN-FJ/12345】升级上线。
【福建】【12345热线=CN-FJ/12345】整合了二十条专线。
【广西】【12345热线=CN-GX/12345】推出壮语服务。
【广西】【“12345”政务服务便民热线=CN-GX/12345】接通率达九成八。
【贵州】【12345政务服务便民热线=CN-GZ/12345】工单办结率上升。
【吉林省】【12345政务服务便民热线=CN-JL/12345】设在省政务服务和数字化建设管理局。
《www.gxzf.gov.cn》可拨打【12345=CN-GX/12345】反映。
广州【12345政务服务便民热线=CN/12345】开设青年专席。
密码不能设成12345。
他数到12345就停了。
构建“12345”工作体系，一张网管到底。
该编号为2012345678。
`;

export const NO_EVIDENCE = `
持续推进“【互联网+监管=CN/hulianwang-jianguan】”，完善国家“【互联网+监管=CN/hulianwang-jianguan】”系统。
推行“【免申即享=CN/mianshen-jixiang】”和“【指尖办=CN/zhijianban】”，政策“【免申即享=CN/mianshen-jixiang】”直达企业。
“【接诉即办=CN/jiesujiban】”，“未诉先办”，全市的【接诉即办=CN/jiesujiban】机制更完善。
以“【不见面审批=CN/bujianmian-shenpi】”为常态，【不见面审批=CN/bujianmian-shenpi】率达到九成。
先看“【智慧政府=CN/zhihui-zhengfu】”，再看智慧社会；【智慧政府=CN/zhihui-zhengfu】要开放数据。
公共数据平台与公共数据平台之间要打通。
政务外网和电子政务外网已经覆盖乡镇。
各部门的领导驾驶舱与政务外网要互联，领导驾驶舱不另建。
【浙江】的【公共数据平台】和【公共数据平台】的目录都已公开。
【浙里办】里可以查“【互联网+监管=CN/hulianwang-jianguan】”结果。
`;
