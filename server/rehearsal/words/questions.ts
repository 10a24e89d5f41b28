/** Something a county might ask; the unit it is for has `about` in its name. */
export interface AskedText {
  readonly about: string;
  readonly text: string;
}

/** What counties ask about, by the word in the name of the unit that answers, with what they ask first. */
const SUBJECTS: readonly (readonly [about: string, subject: string, first: string])[] = [
  ["财政", "专项债项目的二审", "专项债项目二审要走多少个工作日，会不会影响今年第三批发行？"],
  ["财政", "乡镇财政体制的下划基数", "乡镇财政体制下划基数还是五年前的，能不能重新核一次？"],
  ["财政", "闲置国有资产的盘活收益", "闲置校舍、粮站盘活以后，收益能不能全部留给县里？"],
  ["财政", "政府投资项目的前期费用", "政府投资项目前期费用县里垫不动了，市里能否建一个周转金？"],
  ["发改", "增量配电网试点的申报", "增量配电网试点县里想报，市里今年还有没有名额？"],
  ["发改", "重点项目的用能指标", "两个重点项目卡在用能指标上，能不能从市里的盘子里先借？"],
  ["发改", "县城补短板项目的入库", "县城补短板项目入库退了三次，退回的理由能不能一次说清？"],
  ["发改", "社会投资项目的备案核查", "社会投资项目备案以后半年不开工的，谁来清理？"],
  ["统计", "规上企业的月度入库", "符合条件的企业年内能否月度入库，不等到年底一起报？"],
  ["统计", "固定资产投资的退库复核", "固投项目被退库的，县里申诉多长时间有结果？"],
  ["统计", "服务业企业的纳统辅导", "服务业企业不会填表，市里能不能派人下来辅导一轮？"],
  ["工信", "技改补助的兑现", "前年的技改补助还没有兑现，企业天天来问，怎么答复？"],
  ["工信", "专精特新企业的培育", "专精特新企业每县只有三个名额，好企业多的县能不能增加？"],
  ["工信", "开发区主导产业的配套", "开发区主导产业雷同，市里能不能统筹，别让县里互相抢？"],
  ["商务", "保税物流中心的验收", "保税物流中心的海关验收卡在卡口系统，市里能不能出面协调？"],
  ["商务", "外贸综合服务平台的进驻", "外贸综合服务平台什么时候到县里设点，小企业出口离不开它。"],
  ["商务", "县域商业体系的补助", "县域商业体系补助要求先建后补，企业垫不起怎么办？"],
  ["自然资源", "工业用地的弹性出让", "工业用地弹性出让年限短，银行不认抵押，能不能统一口径？"],
  ["自然资源", "批而未供土地的处置", "批而未供的老地块规划已经变了，调规能不能走简易程序？"],
  ["自然资源", "占补平衡指标的调剂", "占补平衡指标县里有余的卖不出去，缺的买不到，能否由市里撮合？"],
  ["生态环境", "园区规划环评的修编", "园区规划环评修编要两年，项目等不起，能不能边修边批？"],
  ["生态环境", "排污权指标的交易", "排污权指标只能在县内交易，能不能放到全市？"],
  ["人社", "园区企业的季节性用工", "秋季用工缺口两千多人，市里的劳务协作站能不能帮一把？"],
  ["人社", "返乡创业贷款的贴息", "返乡创业贷款贴息要公职人员担保，年轻人找不到担保人。"],
  ["审批", "施工许可的分阶段办理", "施工许可能不能分阶段办，先让企业把基坑挖起来？"],
  ["审批", "多个园区的区域评估", "区域评估做一次有效期三年，过期项目要不要重做？"],
  ["金融", "链主企业的应收账款融资", "链主企业不肯确权，上下游的应收账款融资就办不了，怎么破？"],
  ["金融", "过桥资金池的市级配套", "过桥资金池县里只有两千万，一轮就用完，市级配套何时到位？"],
];

const FORMS: readonly ((subject: string) => string)[] = [
  (subject) => `${subject}由哪个科室负责，正常多长时间能办完？`,
  (subject) => `${subject}能不能由市里出一个统一的材料清单？`,
  (subject) => `${subject}县里推了半年没有进展，主要卡在哪一步？`,
  (subject) => `${subject}能否下放到县区，市里只做备案？`,
  (subject) => `${subject}哪个县区做得好，能不能组织去看一看？`,
];

const FIRST: readonly AskedText[] = SUBJECTS.map(([about, , text]) => ({ about, text }));
const LATER: readonly AskedText[] = FORMS.flatMap((form) =>
  SUBJECTS.map(([about, subject]) => ({ about, text: form(subject) })),
);

/** What the class can still think of, where `taken` was asked already. */
export function questionsLeft(taken: ReadonlySet<string>): readonly AskedText[] {
  const isLeft = ({ text }: AskedText) => !taken.has(text);
  const first = FIRST.filter(isLeft);
  return first.length > 0 ? first : LATER.filter(isLeft);
}

/** What an asker still wants to know after an answer. */
export const DOUBTS = [
  "时限还是没有说清楚，能不能给一个最长期限？",
  "县里对接的联系人是哪一位？",
  "去年已经上报的项目按新办法还是旧办法？",
  "需要县里出多少配套，请再明确。",
] as const;
