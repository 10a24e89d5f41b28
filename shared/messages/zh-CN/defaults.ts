/** What the server gives where a caller gives nothing; the labels are also what a new session's form begins with. */
export const defaults = {
  plenaryName: "大会",
  organiser: "会务组",
  topics: ["专项债", "招商引资", "项目用地", "产业园区", "融资", "统计", "营商环境", "人才"],
  rehearsalMark: "（演练）",
} as const;
