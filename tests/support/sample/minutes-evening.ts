import type { DocumentInput } from "../../../shared/documents/input.ts";
import type { RoomNotes } from "../../../shared/documents/notes/notes-blocks.ts";
import { DEFAULT_TIME_ZONE, type DocumentOptions } from "../../../shared/documents/options.ts";
import type { RedHead } from "../../../shared/domain/documents/records.ts";
import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import type { QuestionRecord } from "../../../shared/domain/questions/records.ts";
import type { AnyRecord, RecordOf } from "../../../shared/domain/records.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";

/** 3 February 2026, 19:30 in Shanghai. */
export const STARTS_AT = Date.UTC(2026, 1, 3, 11, 30);

/** Texts of the evening no document may show, whatever its format. */
export const HIDDEN = {
  pending: "暂存待审的问题文字",
  declined: "没有采用的问题文字",
  declineReason: "与本次研讨无关的理由",
  anonymousName: "秦隐名",
  anonymousUnit: "隐名者所在局",
  remark: "会务备注不外传",
  originalText: "未经核改的原话",
  heldAnswer: "收回待核的答复文字",
} as const;

/** A person as the roster gives them; arrived unless told otherwise. */
export function person(fields: Partial<PersonRecord> & Pick<PersonRecord, "personId">): PersonRecord {
  return {
    id: `person:${fields.personId}`,
    kind: "person",
    rev: 1,
    order: 0,
    name: "",
    unit: "",
    post: null,
    side: "county",
    duties: [],
    group: null,
    seat: null,
    roomId: null,
    arrivedAt: STARTS_AT,
    removed: false,
    ...fields,
  };
}

type PublicFields = Partial<Extract<QuestionRecord, { status: "answered" }>>;

/** An answered question; `changes` may make it anything else. */
export function question(questionId: string, fields: PublicFields, changes: object = {}): QuestionRecord {
  return {
    id: `question:${questionId}`,
    kind: "question",
    rev: 2,
    questionId,
    roomId: "plenary",
    text: "",
    originalText: null,
    nature: null,
    addressedUnit: null,
    askerId: "zheng",
    anonymous: false,
    askedAt: STARTS_AT,
    support: 0,
    remark: null,
    onStage: false,
    topics: [],
    disclosure: "open",
    liftedTo: null,
    merged: null,
    settled: 0,
    unsettled: 0,
    answeredAt: STARTS_AT + 60_000,
    leadUnit: "市财政局",
    supportUnits: [],
    publicAt: STARTS_AT,
    status: "answered",
    ...fields,
    ...changes,
  } as QuestionRecord;
}

export function answer(answerId: string, fields: Partial<RecordOf<"answer">>): RecordOf<"answer"> {
  return {
    id: `answer:${answerId}`,
    kind: "answer",
    rev: 3,
    answerId,
    questionId: "bonds",
    text: "",
    manner: "written",
    unit: "市财政局",
    postedBy: "zhang",
    postedAt: STARTS_AT + 60_000,
    editedAt: null,
    part: false,
    status: "public",
    ...fields,
  };
}

export function room(roomId: string, name: string, order: number): RecordOf<"room"> {
  const roomKind = roomId === "plenary" ? "plenary" : "breakout";
  const place = { roomId, name, roomKind, order } as const;
  return {
    id: `room:${roomId}`,
    kind: "room",
    rev: 1,
    ...place,
    moderation: null,
    status: "open",
    closing: null,
  };
}

export function session(fields: Partial<RecordOf<"session">> = {}): RecordOf<"session"> {
  return {
    id: "session:this",
    kind: "session",
    rev: 1,
    sessionId: "session",
    title: "全市县域经济高质量发展专题研讨班分组研讨",
    startsAt: STARTS_AT,
    place: "市委党校三楼会议室",
    settings: { moderation: "before", anonymity: "hidden" },
    createdAt: STARTS_AT - 86_400_000,
    status: "open",
    ...fields,
  } as RecordOf<"session">;
}

const PEOPLE: readonly PersonRecord[] = [
  person({ personId: "zhou", order: 30, name: "周敏", unit: "省委党校", side: "observer" }),
  person({
    personId: "ma",
    order: 20,
    name: "马志强",
    unit: "市委党校",
    side: "staff",
    duties: ["moderator"],
  }),
  person({
    personId: "wu",
    order: 21,
    name: "吴晓芸",
    unit: "市委党校",
    side: "staff",
    duties: ["recorder"],
  }),
  person({ personId: "zhang", order: 1, name: "张志远", unit: "市财政局", side: "municipal" }),
  person({ personId: "qian", order: 2, name: "钱程", unit: "市发展改革委", side: "municipal" }),
  person({ personId: "zhao", order: 3, name: "赵敏", unit: "市商务局", side: "municipal" }),
  person({ personId: "zheng", order: 5, name: "郑文海", unit: "文峰区财政局" }),
  person({ personId: "xu", order: 6, name: "许立新", unit: "文峰区财政局" }),
  person({ personId: "liu", order: 4, name: "刘文波", unit: "滑县人民政府" }),
  person({ personId: "wang", order: 7, name: "王建国", unit: "内黄县人民政府", arrivedAt: null }),
  person({ personId: "left", order: 8, name: "冯早退", unit: "汤阴县统计局", removed: true }),
  person({
    personId: "never",
    order: 9,
    name: "陈未来",
    unit: "林州市工信局",
    arrivedAt: null,
    removed: true,
  }),
  person({
    personId: "hidden",
    order: 10,
    name: HIDDEN.anonymousName,
    unit: HIDDEN.anonymousUnit,
    arrivedAt: null,
    removed: true,
  }),
];

const QUESTIONS: readonly QuestionRecord[] = [
  question(
    "bonds",
    {
      text: "专项债券项目第二次审核由谁负责、需要多长时间？对年内发行进度有多大影响？",
      originalText: HIDDEN.originalText,
      nature: "difficulty",
      support: 12,
      remark: HIDDEN.remark,
      supportUnits: ["市发展改革委", "市商务局"],
    },
    { status: "closed", outcome: "resolved", closedAt: STARTS_AT + 600_000 },
  ),
  question("storage", {
    text: "储能电站项目落地时，其他县是怎样争取到指标的？\n能否请经验县介绍“先建后补”的做法——包括资金……和土地？",
    askedAt: STARTS_AT + 1_000,
    askerId: "hidden",
    anonymous: true,
    nature: "blockage",
    support: 3,
    leadUnit: "市发展改革委",
  }),
  question(
    "port",
    {
      text: "保税物流中心（B型）申报材料由哪个部门牵头汇总？",
      roomId: "first",
      askerId: "liu",
      nature: "pain",
      leadUnit: "市商务局",
    },
    { status: "closed", outcome: "follow-up", closedAt: STARTS_AT + 900_000 },
  ),
  question(
    "idle",
    { text: "闲置厂房盘活后，税收分成怎么算？", roomId: "first", askedAt: STARTS_AT + 5_000, askerId: "xu" },
    { status: "public", leadUnit: null },
  ),
  question("waiting", { text: HIDDEN.pending }, { status: "pending", leadUnit: null }),
  question(
    "refused",
    { text: HIDDEN.declined },
    { status: "declined", leadUnit: null, declineReason: HIDDEN.declineReason },
  ),
];

const ANSWERS: readonly RecordOf<"answer">[] = [
  answer("support", {
    unit: "市发展改革委",
    manner: "written",
    text: "第二次审核由省发展改革委、省财政厅联合组织。\n我委每月5日前集中报送一次，请各县提前10个工作日备齐材料。",
  }),
  answer("lead", {
    postedAt: STARTS_AT + 120_000,
    manner: "oral",
    text: "二审由市财政局预审后报省厅，一般15个工作日；材料齐全的，不影响年内发行。",
  }),
  answer("held", { text: HIDDEN.heldAnswer, status: "held" }),
  answer("early", { questionId: "waiting", text: `${HIDDEN.pending}的答复` }),
  answer("storage", {
    questionId: "storage",
    unit: "市发展改革委",
    manner: "oral",
    text: "指标由省里统一竞争性配置，滑县的做法是先落实接入条件、再报规模。",
  }),
];

const NOTES: readonly RoomNotes[] = [
  {
    roomId: "first",
    blocks: [
      { kind: "heading", level: 1, runs: [{ text: "盘活闲置资产的三条路子" }] },
      {
        kind: "paragraph",
        runs: [
          { text: "刘文波介绍：" },
          { text: "先摸清底数", bold: true },
          { text: "，再分类处置，" },
          { text: "不搞一刀切", underline: true },
          { text: "。" },
        ],
      },
      {
        kind: "list",
        ordered: true,
        start: 1,
        items: [
          {
            blocks: [
              {
                kind: "paragraph",
                runs: [{ text: "国有厂房由平台公司统一收储，统一招租，租金收入专户管理，按季公示。" }],
              },
              {
                kind: "list",
                ordered: false,
                start: 1,
                items: [{ blocks: [{ kind: "paragraph", runs: [{ text: "试点：文峰区两处老厂" }] }] }],
              },
            ],
          },
          { blocks: [{ kind: "paragraph", runs: [{ text: "民营厂房协议回购。" }] }] },
        ],
      },
      {
        kind: "tasks",
        items: [
          { done: true, blocks: [{ kind: "paragraph", runs: [{ text: "收集各县闲置厂房清单" }] }] },
          { done: false, blocks: [{ kind: "paragraph", runs: [{ text: "月底前报市商务局汇总" }] }] },
        ],
      },
      {
        kind: "table",
        rows: [
          {
            cells: ["县区", "闲置面积（万平方米）", "牵头人"].map((text) => ({
              header: true,
              columnSpan: 1,
              rowSpan: 1,
              blocks: [{ kind: "paragraph" as const, runs: [{ text }] }],
            })),
          },
          {
            cells: ["文峰区", "3.2", "许立新"].map((text, index) => ({
              header: false,
              columnSpan: 1,
              rowSpan: index === 0 ? 2 : 1,
              blocks: [{ kind: "paragraph" as const, runs: [{ text }] }],
            })),
          },
          {
            cells: [
              {
                header: false,
                columnSpan: 2,
                rowSpan: 1,
                blocks: [{ kind: "paragraph", runs: [{ text: "另有两处正在评估" }] }],
              },
            ],
          },
        ],
      },
      { kind: "quote", blocks: [{ kind: "paragraph", runs: [{ text: "能用的不拆，能改的不建。" }] }] },
    ],
  },
];

export const RED_HEAD: RedHead = {
  sign: "市委组织部专题会议纪要",
  serial: "第3期",
  issuer: "中共××市委组织部",
  issuedOn: STARTS_AT,
  copyTo: ["市委办公室", "市政府办公室", "各县（区）委组织部"],
};

export const OPTIONS: DocumentOptions = {
  timeZone: DEFAULT_TIME_ZONE,
  head: { seq: 128, hash: "3f".repeat(32) },
};

export const EVENING_RECORDS: readonly AnyRecord[] = [
  session(),
  room("second", "第二组", 2),
  room("first", "第一组", 1),
  room("plenary", "大会", 0),
  ...PEOPLE,
  ...QUESTIONS,
  ...ANSWERS,
];

/** One evening with something of every kind in it. */
export const EVENING: DocumentInput = {
  records: EVENING_RECORDS,
  notes: NOTES,
  options: OPTIONS,
  messages: zhCN,
};
