import type { MunicipalUnit } from "./class-roster.ts";

/** How far a question has come when the demo begins. */
export type DemoState = "pending" | "declined" | "public" | "routed" | "answered" | "resolved" | "follow-up";

export interface DemoQuestion {
  readonly text: string;
  readonly nature: "difficulty" | "pain" | "blockage";
  readonly unit: MunicipalUnit;
  readonly support?: readonly MunicipalUnit[];
  readonly state: DemoState;
  /** Asked without the name. */
  readonly anonymous?: true;
  /** Number of breakout room from 1; the plenary when absent. */
  readonly group?: number;
  readonly supporters?: number;
  /** What the unit said; spoken when `oral`. */
  readonly answer?: string;
  readonly oral?: true;
  readonly reason?: string;
  /** The moderator's wording, where it was corrected. */
  readonly corrected?: string;
}

export const DEMO_QUESTIONS: readonly DemoQuestion[] = [
  {
    text: "专项债评审有一审和二审，二审由哪一方负责、多长时间反馈、对发行有什么影响？",
    nature: "blockage",
    unit: "市财政局",
    support: ["市发改委"],
    state: "answered",
    supporters: 21,
    answer: "二审由省级专家组负责，十个工作日内反馈，只影响当批次发行，不影响入库。",
    oral: true,
  },
  {
    text: "保税物流中心申建，市里专班何时能启动？县里需要先备齐哪些材料？",
    nature: "difficulty",
    unit: "市商务局",
    support: ["市发改委"],
    state: "routed",
    supporters: 9,
  },
  {
    text: "盘活闲置厂房时，原企业债务没有处理完，能不能先行招商？",
    nature: "pain",
    unit: "市自然资源局",
    state: "public",
    anonymous: true,
    supporters: 6,
  },
  {
    text: "重大项目用地指标怎么争取？能否由市里在各县区之间调剂？",
    nature: "difficulty",
    unit: "市自然资源局",
    state: "answered",
    supporters: 12,
    answer:
      "省里每年单列重大项目指标，请县区在三月底前报项目清单，市局统一对接；县区之间可以有偿调剂，办法已印发。",
  },
  {
    text: "储能电站的并网指标是怎么拿到的，请龙安区介绍介绍",
    nature: "difficulty",
    unit: "市发改委",
    state: "pending",
  },
  { text: "规下工业核查，个体户纳不纳入？", nature: "pain", unit: "市统计局", state: "pending" },
  {
    text: "招商引资政策能不能全市统一一个口径？",
    nature: "pain",
    unit: "市商务局",
    state: "pending",
    anonymous: true,
  },
  { text: "乡镇财政所的人员编制能不能增加？", nature: "pain", unit: "市财政局", state: "pending" },
  {
    text: "单位发的误餐补助什么时候调整？",
    nature: "pain",
    unit: "市财政局",
    state: "declined",
    reason: "不属本次交流范围，已转机关事务部门。",
  },
  {
    text: "某某企业拖欠工程款，请帮忙催要。",
    nature: "pain",
    unit: "市工信局",
    state: "declined",
    reason: "涉及具体企业纠纷，请走信访或司法途径。",
    anonymous: true,
  },
  {
    text: "专项债二审归谁管？",
    nature: "blockage",
    unit: "市财政局",
    state: "declined",
    reason: "与第一个问题相同，请在那里同问。",
  },
  {
    text: "规上企业培育，部门之间的数据怎么共享？现在企业要填五套表",
    corrected: "规上企业培育涉及统计、税务、市场监管多套报表，部门之间的数据怎么共享？",
    nature: "pain",
    unit: "市统计局",
    support: ["市工信局"],
    state: "routed",
    supporters: 8,
  },
  {
    text: "开发区“标准地”出让，环评、能评、水保能不能由市里统一做区域评估？",
    nature: "blockage",
    unit: "市行政审批局",
    support: ["市生态环境局", "市自然资源局"],
    state: "routed",
    supporters: 11,
  },
  {
    text: "用工难，县里的职教中心和市里的技工院校怎么对接？",
    nature: "difficulty",
    unit: "市人社局",
    state: "answered",
    supporters: 5,
    answer: "市技师学院今年起在各县设教学点，按订单招生，县里提供实训场地即可，学费由市级承担。",
  },
  {
    text: "中小企业贷款续贷过桥资金池，市级能不能给县里配套？",
    nature: "blockage",
    unit: "市金融工作局",
    support: ["市财政局"],
    state: "follow-up",
    supporters: 14,
    answer: "原则同意按一比一配套，额度要等市政府常务会研究，会后书面答复。",
    oral: true,
  },
  {
    text: "固投入库退库率高，主要问题出在哪里？",
    nature: "difficulty",
    unit: "市统计局",
    state: "resolved",
    supporters: 7,
    answer: "一是缺开工照片和合同，二是项目名称与备案不一致；市局已整理样本，明天发给各县区。",
  },
  {
    text: "市级产业基金投县里的项目，返投比例能不能降一降？",
    nature: "blockage",
    unit: "市金融工作局",
    state: "public",
    supporters: 10,
  },
  {
    text: "县级工业园区污水处理厂提标改造的资金从哪里来？",
    nature: "pain",
    unit: "市生态环境局",
    state: "public",
    supporters: 4,
  },
  {
    text: "外贸企业出口信保补贴什么时候能兑现？",
    nature: "pain",
    unit: "市商务局",
    state: "answered",
    supporters: 3,
    answer: "去年的已进入拨付程序，月底前到账；今年起改为按季预拨。",
  },
  {
    text: "特种设备检验排队时间太长，能否在县里设检验点？",
    nature: "pain",
    unit: "市行政审批局",
    state: "public",
  },
  {
    text: "“一企一策”技改补助的申报条件能否放宽到规下企业？",
    nature: "difficulty",
    unit: "市工信局",
    state: "routed",
    supporters: 6,
  },
  {
    text: "绿电直供试点，县里怎么申请？",
    nature: "difficulty",
    unit: "市发改委",
    state: "public",
    supporters: 5,
  },
  {
    text: "以奖代补的前期费用能不能提前预拨？",
    nature: "blockage",
    unit: "市财政局",
    support: ["市发改委"],
    state: "resolved",
    supporters: 8,
    answer: "可以，按批复概算的三成预拨，竣工后清算。",
    oral: true,
  },
  {
    text: "人才公寓县里建好了没人住，市里引进的人才能不能统筹安排？",
    nature: "pain",
    unit: "市人社局",
    state: "routed",
    group: 1,
  },
  {
    text: "电商快递进村的最后一公里怎么补贴？",
    nature: "difficulty",
    unit: "市商务局",
    state: "public",
    group: 1,
    supporters: 3,
  },
  {
    text: "闲置校舍改成康养项目，土地性质怎么变更？",
    nature: "blockage",
    unit: "市自然资源局",
    state: "answered",
    group: 2,
    answer: "先由县政府出具用途论证，公示三十天后报市局备案，不必重新招拍挂。",
  },
  {
    text: "农业产业园的设施用地，看护房面积能不能放宽？",
    nature: "pain",
    unit: "市自然资源局",
    state: "public",
    group: 2,
  },
  {
    text: "统计人员流动太快，能不能由市里统一持证培训？",
    nature: "difficulty",
    unit: "市统计局",
    state: "resolved",
    group: 3,
    answer: "每季度办一期，名额分到县，第一期下月十五日开班。",
    oral: true,
  },
  {
    text: "企业“小升规”奖励资金县级兑现不了怎么办？",
    nature: "pain",
    unit: "市工信局",
    support: ["市财政局"],
    state: "routed",
    group: 3,
    supporters: 4,
  },
  {
    text: "跨县河道治理的出资比例怎么定？",
    nature: "blockage",
    unit: "市发改委",
    support: ["市财政局"],
    state: "follow-up",
    group: 4,
    answer: "由市发改委牵头拿一个分担方案，下月底前征求各县意见。",
  },
  {
    text: "招商谈下来的项目，容积率指标能不能由县里确定？",
    nature: "difficulty",
    unit: "市自然资源局",
    state: "routed",
    group: 4,
  },
  {
    text: "老旧工业锅炉淘汰，燃气指标不够用",
    nature: "pain",
    unit: "市生态环境局",
    state: "public",
    group: 5,
  },
  {
    text: "县级融资平台转型以后，存量项目由谁接？",
    nature: "blockage",
    unit: "市金融工作局",
    state: "answered",
    group: 5,
    supporters: 6,
    anonymous: true,
    answer: "存量项目随资产划转，债权人会议同意后由新主体承接，市里有样本合同。",
  },
  {
    text: "政务服务“一网通办”，县里的自建系统怎么接？",
    nature: "difficulty",
    unit: "市行政审批局",
    state: "resolved",
    group: 6,
    answer: "接口规范已发，九月底前完成联调，市局派人到县里帮一周。",
  },
  { text: "返乡创业担保贷款的额度能不能提高？", nature: "pain", unit: "市人社局", state: "public", group: 6 },
  {
    text: "物流园区的铁路专用线谁来投？",
    nature: "blockage",
    unit: "市发改委",
    state: "routed",
    group: 7,
    supporters: 2,
  },
  {
    text: "规上服务业入统，行业代码怎么选才不吃亏？",
    nature: "difficulty",
    unit: "市统计局",
    state: "answered",
    group: 7,
    answer: "按主营业务收入占比最大的那一项选，市局逐户帮着核。",
  },
  {
    text: "能耗双控转碳排放双控以后，县里新上项目看什么指标？",
    nature: "blockage",
    unit: "市发改委",
    support: ["市生态环境局"],
    state: "routed",
    group: 8,
    supporters: 5,
  },
  {
    text: "产业工人落户后，子女入学怎么保障？",
    nature: "pain",
    unit: "市人社局",
    state: "answered",
    group: 8,
    answer: "凭社保和住所证明，同城同待遇，市里下周出细则。",
    oral: true,
  },
  {
    text: "大型设备首台套保险补偿，市里有没有配套？",
    nature: "difficulty",
    unit: "市工信局",
    state: "routed",
    group: 8,
  },
];

/** What each group has written down so far: headings, points and tasks, in the order of the groups. */
export const DEMO_NOTES: readonly {
  readonly title: string;
  readonly points: readonly string[];
  readonly tasks: readonly string[];
}[] = [
  {
    title: "盘活闲置资产",
    points: ["建立“一企一策”清单，先易后难", "债务没有处理完的，先租后转"],
    tasks: ["县区报闲置厂房台账", "市自然资源局出样本合同"],
  },
  {
    title: "保税物流中心",
    points: ["专班专人推进，三季度前完成", "与铁路专用线同步规划"],
    tasks: ["市商务局列材料清单"],
  },
  {
    title: "统计入库",
    points: ["规上企业培育名单由县统计局牵头", "月度会商，提前三个月辅导"],
    tasks: ["统一五套报表的口径"],
  },
  {
    title: "招商口径",
    points: ["市里出一份负面清单", "县区之间不比补贴、比服务"],
    tasks: ["清理县级优惠政策"],
  },
  { title: "储能项目", points: ["复用龙安区并网流程", "消纳条件要先谈"], tasks: ["请龙安区写一份经验材料"] },
  {
    title: "专项债",
    points: ["前期费用由县级平台先行垫付", "二审意见当天转县里"],
    tasks: ["建立项目储备库", "市财政局每季培训一次"],
  },
  { title: "用地指标", points: ["跨县区调剂需要市级协调", "存量用地优先"], tasks: ["摸清批而未供的底数"] },
  {
    title: "人才与用工",
    points: ["人才公寓与企业用工信息共享", "职教订单班进园区"],
    tasks: ["市人社局牵头建平台"],
  },
];
