import type { CollectedField } from "../domain/collected/row.ts";
import type { CommandOf } from "../protocol/commands/command.ts";

/**
 * The words offices write into lists of questions collected beforehand, in both languages: read, never shown. All are
 * compared without spaces, in lower case, with full-width characters made half-width.
 */

/** Headings of each field, the most telling first: of two columns for one field the earlier word wins. */
export const LIST_HEADINGS: Readonly<Record<CollectedField, readonly string[]>> = {
  order: "序号 编号 次序 顺序 排序 序 no. no number #".split(" "),
  text: "问题 问题内容 具体问题 问题描述 提问内容 提问 问题事项 征集问题 困难问题 困难和问题 问题及建议 问题和建议 问题建议 问题诉求 诉求 诉求内容 具体内容 主要内容 内容 题目 事项 question questions text content".split(
    " ",
  ),
  askerUnit:
    "提问单位 提出单位 提问人单位 提出人单位 反映单位 报送单位 填报单位 征集单位 来源单位 问题来源 所在单位 工作单位 单位 单位名称 县区 县(区) 县(市、区) 县市区 区县 来源 askingunit unit organisation organization".split(
      " ",
    ),
  askerName:
    "提问人 提问者 提出人 提问人姓名 反映人 姓名 联系人 填报人 报送人 提问人员 人员 asker askedby name contact".split(
      " ",
    ),
  nature:
    "性质 问题性质 问题类别 问题类型 类别 类型 分类 难点/堵点/痛点 难点堵点痛点 难堵痛 nature category kind type".split(
      " ",
    ),
  unit: "希望答复单位 答复单位 希望答复部门 答复部门 责任单位 责任部门 对口部门 对口单位 承办单位 承办部门 主办单位 牵头单位 牵头部门 涉及单位 涉及部门 市直单位 市直部门 对口市直部门 主管部门 部门 askedof unitmeant answeringunit department".split(
    " ",
  ),
};

/** What headings of a field look like that are none of the words, the narrower first. */
export const LIST_HEADING_PATTERNS: readonly (readonly [CollectedField, RegExp])[] = [
  ["nature", /^\p{Script=Han}{0,6}(?:性质|类别|类型|分类)$/u],
  [
    "unit",
    /^\p{Script=Han}{0,8}(?:答复|回复|解答|承办|主办|牵头|责任|对口|涉及|协调|解决|办理|提问对象)\p{Script=Han}{0,4}(?:单位|部门)(?:名称)?$/u,
  ],
  [
    "askerUnit",
    /^\p{Script=Han}{0,6}(?:提问|提出|反映|报送|填报|征集|来源|所在|所属)\p{Script=Han}{0,3}(?:单位|县区|部门)(?:名称)?$/u,
  ],
  ["askerName", /^\p{Script=Han}{0,6}(?:提问|提出|反映|填报|报送)(?:人|者)(?:员)?(?:姓名)?$/u],
  ["text", /^\p{Script=Han}{0,8}(?:问题|诉求)(?:内容|描述|表述|概述|详情|事项|简述)?$/u],
];

/** How a nature is written; without 类, 型, 问题 and brackets behind it. */
export const NATURE_WORDS: Readonly<
  Record<NonNullable<CommandOf<"question.ask">["nature"]>, readonly string[]>
> = {
  difficulty: "难点 难题 困难 疑难 难 difficulty difficult".split(" "),
  pain: "痛点 痛 pain painpoint".split(" "),
  blockage: "堵点 堵 卡点 梗阻 blockage obstacle".split(" "),
};
/** Each ending is read in one way only and begun only where the run of them begins, or a long run would take for ever. */
export const NATURE_ENDINGS = /(?<!类|型|问题|性)(?:类|型|问题|性)+$/u;

/** What parts one unit from the next in a cell. */
export const UNIT_SEPARATORS = /[、,，;；/\n\r]|以及|及|和/u;

/** The first cell of a row that is a sum; what else is said in a row of one cell is a remark or the name of a section. */
export const SUM_BEGINNINGS = /^(?:合计|总计|共计|小计|总数|total)/iu;
