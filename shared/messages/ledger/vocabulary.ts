import type { FollowupRecord } from "../../domain/followups/records.ts";
import type { FileField } from "../../domain/ledger/row.ts";

/**
 * The words offices write into ledgers, in both languages: read, never shown. All are compared without spaces, in lower case,
 * with full-width characters made half-width.
 */

/** Headings of each column, the most telling first. */
export const LEDGER_HEADINGS: Readonly<Record<FileField, readonly string[]>> = {
  number: "序号 编号 台账编号 台账序号 事项编号 no. no number".split(" "),
  text: "问题 问题内容 具体问题 问题描述 事项 台账事项 问题事项 question".split(" "),
  askerUnits: "提出单位 提问单位 反映单位 来源单位 askedby askingunit".split(" "),
  askers: "提出人 提问人 反映人 asker".split(" "),
  nature: "类别 性质 问题类别 问题性质 类型 nature".split(" "),
  gist: "现场答复要点 答复要点 答复情况 现场答复 gistoftheanswer gist".split(" "),
  leadUnit: "牵头单位 主办单位 责任单位 承办单位 牵头部门 主办部门 leadunit".split(" "),
  supportUnits: "配合单位 协办单位 配合部门 协办部门 supportingunits".split(" "),
  personInCharge: "责任人 具体责任人 经办人 承办人 personincharge".split(" "),
  leaderInCharge: "分管领导 责任领导 牵头领导 包保领导 leaderincharge".split(" "),
  due: "办理时限 办结期限 完成时限 办结时限 时限 完成时间 办理期限 due duedate".split(" "),
  progress: "进展 办理进展 进展情况 工作进展 办理情况 推进情况 progress".split(" "),
  status: "状态 办理状态 办结状态 state status".split(" "),
  evidence: "佐证 佐证材料 办结依据 办结佐证 依据 evidence".split(" "),
  opinion: "提出单位评价 提问单位评价 评价 满意度评价 提出单位意见 opinion".split(" "),
  origin: ["回填标记", "origin"],
};

/** How a state is written. */
export const STATUS_WORDS: Readonly<Record<FollowupRecord["status"], readonly string[]>> = {
  new: "新增 未办理 未启动 待办 new".split(" "),
  underway: "推进中 办理中 正在办理 正在推进 进行中 underway".split(" "),
  done: "已办结 办结 已完成 完成 done".split(" "),
  cleared: "已销号 销号 cleared".split(" "),
};

/** The first cell of a row that is a sum or says how the table is filled in. */
export const LEDGER_REMARK_BEGINNINGS = /^(?:合计|总计|共计|小计|填表|注[:：]|备注|说明|审核|total|note)/iu;
