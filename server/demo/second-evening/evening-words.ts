/** What is said on the second evening beside what robots say. */
export const EVENING = {
  title: "县域经济高质量发展 · 分组研讨",
  place: "三楼会议室及各分组讨论室",
  plenary: "大会",
  rounds: ["第一轮", "第二轮"],
  excuse: { reason: "县里开防汛会", substitute: "副局长 李红梅" },
  help: "请市财政局的同志过来答疑",
  timer: "归纳意见",
  agenda: {
    briefing: { title: "布置研讨题目", minutes: 10 },
    rounds: { titles: ["第一轮分组研讨", "第二轮分组研讨"], minutes: 60 },
    report: { title: "各组汇报", minutes: 40 },
  },
} as const;

/** One county asks another, and is answered. */
export const PEER_QUESTION = {
  fromUnit: "滑县政府",
  toUnit: "龙安区政府",
  text: "你们的储能电站从立项到并网只用了八个月，专班是怎么组成的，电网公司那边怎么谈的？",
  answer:
    "区长任组长，发改、供电、自然资源抽人集中办公；先谈接入方案再报指标，八个月里开了三十一次调度会，材料都可以给你们。",
} as const;
