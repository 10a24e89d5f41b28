/** Something a county might ask; the unit it is for has `about` in its name. */
export interface AskedText {
  readonly about: string;
  readonly text: string;
}

/** What counties ask about, by the word in the name of the unit that answers. */
const SUBJECTS: readonly (readonly [about: string, subject: string])[] = [
  ["财政", "专项债项目的二审"],
  ["财政", "乡镇财政体制的下划基数"],
  ["财政", "闲置国有资产的盘活收益"],
  ["财政", "政府投资项目的前期费用"],
  ["发改", "增量配电网试点的申报"],
  ["发改", "重点项目的用能指标"],
  ["发改", "县城补短板项目的入库"],
  ["发改", "社会投资项目的备案核查"],
  ["统计", "规上企业的月度入库"],
  ["统计", "固定资产投资的退库复核"],
  ["统计", "服务业企业的纳统辅导"],
  ["工信", "技改补助的兑现"],
  ["工信", "专精特新企业的培育"],
  ["工信", "开发区主导产业的配套"],
  ["商务", "保税物流中心的验收"],
  ["商务", "外贸综合服务平台的进驻"],
  ["商务", "县域商业体系的补助"],
  ["自然资源", "工业用地的弹性出让"],
  ["自然资源", "批而未供土地的处置"],
  ["自然资源", "占补平衡指标的调剂"],
  ["生态环境", "园区规划环评的修编"],
  ["生态环境", "排污权指标的交易"],
  ["人社", "园区企业的季节性用工"],
  ["人社", "返乡创业贷款的贴息"],
  ["审批", "施工许可的分阶段办理"],
  ["审批", "多个园区的区域评估"],
  ["金融", "链主企业的应收账款融资"],
  ["金融", "过桥资金池的市级配套"],
];

const FORMS: readonly ((subject: string) => string)[] = [
  (subject) => `${subject}由哪个科室负责，正常多长时间能办完？`,
  (subject) => `${subject}能不能由市里出一个统一的材料清单？`,
  (subject) => `${subject}县里推了半年没有进展，主要卡在哪一步？`,
  (subject) => `${subject}能否下放到县区，市里只做备案？`,
  (subject) => `${subject}哪个县区做得好，能不能组织去看一看？`,
];

const TEXTS: readonly AskedText[] = FORMS.flatMap((form) =>
  SUBJECTS.map(([about, subject]) => ({ about, text: form(subject) })),
);

/** Every question the class can think of, each of them once. */
export function questionTexts(): readonly AskedText[] {
  return TEXTS;
}

/** What an asker still wants to know after an answer. */
export const DOUBTS = [
  "时限还是没有说清楚，能不能给一个最长期限？",
  "县里对接的联系人是哪一位？",
  "去年已经上报的项目按新办法还是旧办法？",
  "需要县里出多少配套，请再明确。",
] as const;
