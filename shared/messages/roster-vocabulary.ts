import type { RosterField } from "../domain/roster/row.ts";
import type { RosterPerson } from "../protocol/commands/people.ts";

/**
 * The words offices write into rosters, in both languages: read, never shown. All are compared without spaces, in
 * lower case, with full-width characters made half-width.
 */

/** Headings of each field, the most telling first: of two columns for one field the earlier word wins. */
export const HEADINGS: Readonly<Record<RosterField, readonly string[]>> = {
  order: "排序号 排序 次序 排名 序号 顺序号 顺序 序 编号 order no. no number #".split(" "),
  name: "姓名 名字 人员姓名 学员姓名 参会人员姓名 参会人员 与会人员 参训人员 参会人 人员 学员 name fullname".split(
    " ",
  ),
  unit: "单位 工作单位 所在单位 单位名称 所属单位 现工作单位 参会单位 部门 所在部门 unit organization organisation department".split(
    " ",
  ),
  post: "职务 现任职务 职位 工作职务 职务职级 职务/职级 职务(职级) 岗位 职称 post title position jobtitle".split(
    " ",
  ),
  side: "县区/市直 县区或市直 市直/县区 类别 人员类别 参会类别 身份 参会身份 人员类型 类型 界别 side category".split(
    " ",
  ),
  duties: "职责 会议职责 角色 会议角色 担任角色 会务分工 分工 班内职务 duties duty role roles".split(" "),
  group: "组别 分组 小组 所在小组 所在组 讨论组 研讨组 分组情况 组 group".split(" "),
  seat: "座位 座位号 座号 座签 座签号 座次 席位 席位号 席号 seat seatno seatno. seatnumber".split(" "),
};

/** What headings of a field look like that are none of the words: 推荐单位, 单位全称, 代表姓名, 现职务. */
export const HEADING_PATTERNS: Readonly<Partial<Record<RosterField, RegExp>>> = {
  name: /^\p{Script=Han}{1,6}(?:姓名|名字)$/u,
  unit: /^\p{Script=Han}{0,6}单位(?:名称|全称|简称)?$/u,
  post: /^(?:现|现任|原任|行政|党内|工作|担任|所任|专业技术)?(?:职务|职位|职级|职称|岗位)(?:名称)?$/u,
};

/** Headings that name somebody or something else than the one who takes part. */
export const OTHERS_HEADINGS =
  /联系|负责|领队|带队|司机|驾驶|陪同|随行|家属|紧急|填报|填表|制表|经办|审核|审批|主办|承办|协办|主管|上级|下级|分管|开票|付款|缴费|曾用|英文/u;

/** What parts two headings in one cell. */
export const HEADING_PARTS = /[/、,;\\|和及与或]/u;

/** Headings that say either which side a person is of or which county: their cells decide. */
export const COUNTY_HEADINGS =
  "县区 县(区) 县(市、区) 县市区 区县 市直 所在县区 所在县(区) 所在县(市、区) 所在县市区 所属县区 所属县(市、区) 县(市)区".split(
    " ",
  );

/** Headings of unit and post in one column, which cannot be taken apart safely. */
export const COMBINED_HEADINGS =
  "单位及职务 单位职务 工作单位及职务 单位和职务 单位、职务 单位/职务 所在单位及职务 现工作单位及职务 工作单位职务".split(
    " ",
  );

export const SIDE_WORDS: Readonly<Record<RosterPerson["side"], readonly string[]>> = {
  county: "县区 县 区 县(区) 县(市、区) 县市区 区县 各县区 县级 县直 区直 county".split(" "),
  municipal: "市直 市直机关 市级 市 市级机关 市直属 municipal".split(" "),
  expert:
    "专家 特邀专家 点评专家 授课专家 授课老师 授课教师 老师 教师 讲师 上级 上级部门 上级机关 省直 省直机关 省级 省级机关 expert teacher lecturer".split(
      " ",
    ),
  staff: "会务 会务组 工作 工作组 主办方 组织方 组织者 服务 staff organiser organizer".split(" "),
  observer: "列席 观察 观察员 旁听 嘉宾 特邀 特邀嘉宾 observer guest".split(" "),
};

/** What may follow a side without changing it: 县区干部, 市直部门, 会务人员. Begun only where the run of them begins, as a long one would be tried from each. */
export const SIDE_ENDINGS =
  /(?<!干部|人员|领导|代表|学员|单位|部门|成员|同志)(?:干部|人员|领导|代表|学员|单位|部门|成员|同志)+$/u;

/** Words under 身份 that say that somebody takes part and nothing of the side. */
export const NEUTRAL_SIDES =
  "学员 参训学员 参会人员 参训人员 参会 参训 代表 正式 正式代表 成员 participant".split(" ");

export const DUTY_WORDS: Readonly<Record<RosterPerson["duties"][number], readonly string[]>> = {
  moderator: "主持人 主持 会议主持 会议主持人 moderator host facilitator".split(" "),
  recorder: "记录员 记录 记录人 会议记录 会议记录员 速记 速记员 书记员 recorder notetaker scribe".split(" "),
  leader: "组长 小组长 召集人 小组召集人 leader groupleader convenor convener".split(" "),
  exporter: "导出人 导出 导出员 材料导出 文件导出 exporter".split(" "),
};

/** Whose duty it is may stand before the duty: 第一组组长, 3组记录员, 大会主持人. */
export const DUTY_BEGINNINGS = /^(?:第?[\d一二三四五六七八九十]+(?:小)?组|大会|分组|小组|全体会议)/u;

/** What parts one duty from the next. */
export const DUTY_SEPARATORS = /[、,;/\\|+&\n]|兼任|兼/u;

/** What stands in brackets behind a name and is no part of it: 女, 回族, 女、满族, 中共党员. */
export const NAME_REMARKS =
  /^(?:男|女|汉|回|满|蒙|藏|壮|苗|维|\p{Script=Han}{1,5}族|(?:中共)?(?:预备)?党员|群众|无党派(?:人士)?|民革|民盟|民建|民进|农工党|致公党|九三|台盟|少数民族|兼|代|主持工作)$/u;

/** Surnames of two characters, which a space or a line break may part from the name. */
export const COMPOUND_SURNAMES =
  "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 轩辕 南宫 长孙 宇文 西门 独孤 呼延 完颜 耶律 拓跋 公羊 澹台 闻人 濮阳 淳于 单于 申屠 太史 钟离 仲孙 宗政 赫连 鲜于 闾丘 司空 百里 东郭 南门 羊舌 微生 左丘 第五".split(
    " ",
  );

/** How offices write that there is nothing to write. */
export const BLANK_WORDS = "无 没有 暂无 空 - -- — —— ─ / \\ n/a none".split(" ");

/** Cells that repeat the cell above. */
export const DITTO_WORDS = '同上 〃 " ″ ditto'.split(" ");

/** A unit whose name begins so belongs to the city, or to the province; any other is taken for a county's. */
export const MUNICIPAL_UNIT_BEGINNING = "市";
export const PROVINCIAL_UNIT_BEGINNING = "省";

/** The first cell of a row that is a remark or a sum and nobody's. */
export const REMARK_BEGINNINGS =
  /^(?:[(（]?(?:备注|注|说明|填表说明|附|附注|填表人|填报人|填报单位|制表人?|制表单位|审核人?|审批人?|经办人|负责人|联系人|联系电话|电话|日期|填表日期|填报日期|填报时间|时间|地点)\s*[:：]|[*※★]|备注|说明|合计|总计|共计|小计|总人数|(?:共|计)\s*\d+\s*[人名]|notes?\s*:|total(?:[:\d]|$)|remarks?\s*:)/iu;

/** Numbering and a head count around the name of a section: 一、县区（36人）. */
export const SECTION_DRESS =
  /^(?:[(（]?[一二三四五六七八九十\d]+[)）]?[、.．]?)|[(（:：]?\s*(?:共)?\s*\d+\s*[人名]\s*[)）]?$/gu;
