import type { DocumentInput } from "../../../shared/documents/input.ts";
import type { FollowupRecord, ProgressRecord } from "../../../shared/domain/followups/records.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import type { PointRecord, SpeechRecord } from "../../../shared/domain/speaking/records.ts";
import {
  answer,
  EVENING,
  EVENING_RECORDS,
  HIDDEN,
  person,
  question,
  STARTS_AT,
} from "../sample/minutes-evening.ts";

const DAY_MS = 86_400_000;

/** What no document may show, beside what the minutes may not. */
export const HIDDEN_BESIDE = {
  staffOnly: "只给会务看的问题",
  staffOnlyRow: "只给会务看的台账事项",
  unrecorded: "不作记录的问题",
  heldGist: "收回待核后仍在台账的要点",
  removedPoint: "撤掉的经验要点",
  excuseReason: "省里另有会议的请假缘由",
  rowWording: "核改以前进了台账的原话",
} as const;

/** A row of the ledger, `new` unless `changes` say otherwise. */
export function followup(
  followupId: string,
  number: number,
  fields: Partial<FollowupRecord> = {},
  changes: object = {},
): FollowupRecord {
  return {
    id: `followup:${followupId}`,
    kind: "followup",
    rev: 4,
    followupId,
    number,
    text: "",
    nature: null,
    topics: [],
    askers: [{ askerId: "zheng", anonymous: false }],
    gist: null,
    leadUnit: "市商务局",
    supportUnits: [],
    personInCharge: null,
    leaderInCharge: null,
    dueAt: null,
    evidence: null,
    openedAt: STARTS_AT + 900_000,
    status: "new",
    ...fields,
    ...changes,
  } as FollowupRecord;
}

export function progress(entryId: string, fields: Partial<ProgressRecord>): ProgressRecord {
  return {
    id: `progress:${entryId}`,
    kind: "progress",
    rev: 5,
    entryId,
    followupId: "",
    text: "",
    unit: "市商务局",
    postedBy: "zhao",
    postedAt: STARTS_AT + 3 * DAY_MS,
    ...fields,
  };
}

/** A speech that is over, unless told otherwise. */
export function speech(speechId: string, personId: string, fields: object = {}): SpeechRecord {
  return {
    id: `speech:${speechId}`,
    kind: "speech",
    rev: 1,
    speechId,
    personId,
    roomId: "plenary",
    order: 1,
    asked: false,
    gist: null,
    startedAt: STARTS_AT,
    budgetMs: null,
    spokenMs: 60_000,
    endedAt: STARTS_AT + 60_000,
    status: "over",
    ...fields,
  } as SpeechRecord;
}

export function point(pointId: string, speechId: string, fields: Partial<PointRecord>): PointRecord {
  return {
    id: `point:${pointId}`,
    kind: "point",
    rev: 1,
    pointId,
    speechId,
    personId: "liu",
    roomId: "plenary",
    order: 1,
    text: pointId,
    tag: null,
    wanters: [],
    removed: false,
    ...fields,
  };
}

const LEDGER: readonly AnyRecord[] = [
  followup(
    "port",
    1,
    {
      text: "保税物流中心（B型）申报材料由哪个部门牵头汇总？",
      gist: "由市商务局牵头，会同市发展改革委汇总上报。",
      supportUnits: ["市发展改革委"],
      personInCharge: "赵敏",
      leaderInCharge: "孙副局长",
      dueAt: STARTS_AT + 20 * DAY_MS,
    },
    { status: "underway", reopenReason: null },
  ),
  progress("late", {
    followupId: "port",
    text: "已与郑州海关对接。",
    postedAt: STARTS_AT + 5 * DAY_MS,
  }),
  progress("early", { followupId: "port", text: "申报材料清单已发各县。" }),
  question(
    "toll",
    {
      text: "高速出入口连接线的养护由谁出资？",
      originalText: HIDDEN_BESIDE.rowWording,
      leadUnit: "市交通局",
    },
    { status: "closed", outcome: "follow-up", closedAt: STARTS_AT + 950_000, settled: 1, unsettled: 2 },
  ),
  answer("toll", { questionId: "toll", unit: "市交通局", text: "连接线属县道，养护资金由市县分担。" }),
  answer("tollHeld", { questionId: "toll", text: HIDDEN_BESIDE.heldGist, status: "held" }),
  followup("toll", 3, {
    text: HIDDEN_BESIDE.rowWording,
    gist: HIDDEN_BESIDE.heldGist,
    leadUnit: null,
    askers: [{ askerId: "hidden", anonymous: true }],
  }),
  followup(
    "storage",
    2,
    {
      text: "储能电站项目落地时，其他县是怎样争取到指标的？",
      leadUnit: "市发展改革委",
      supportUnits: ["市财政局"],
      askers: [{ askerId: "hidden", anonymous: true }],
    },
    { status: "done", doneAt: STARTS_AT + 9 * DAY_MS },
  ),
  question(
    "coal",
    { text: "煤改电补贴何时拨付到县？", askedAt: STARTS_AT + 9_000, askerId: "liu" },
    { status: "accepted", acceptedAt: STARTS_AT, promisedBy: STARTS_AT + 7 * DAY_MS, handOn: null },
  ),
  question("secret", { text: HIDDEN_BESIDE.staffOnly, disclosure: "staff" }),
  followup("secret", 4, { text: HIDDEN_BESIDE.staffOnlyRow }),
  question("off", { text: HIDDEN_BESIDE.unrecorded, disclosure: "unrecorded" }),
];

const SPOKEN: readonly AnyRecord[] = [
  speech("rooms", "liu", {
    gist: "标准厂房先建后招。\n一年招了五家。",
    startedAt: STARTS_AT + 5_000,
    roomId: "first",
  }),
  speech("grid", "xu", { gist: "储能项目怎样落地。" }),
  speech("queued", "zheng", { status: "waiting", roomId: "first" }),
  point("second", "rooms", { order: 2, text: "收储闲置厂房", tag: "policy", roomId: "first" }),
  point("one", "rooms", {
    order: 1,
    text: "先建后招，厂房建到七成就开始招商",
    tag: "replicable",
    wanters: ["wang", "zheng"],
    roomId: "first",
  }),
  point("gone", "rooms", { order: 3, text: HIDDEN_BESIDE.removedPoint, removed: true, roomId: "first" }),
  point("grid", "grid", { text: "先落实接入条件，再报规模", personId: "xu", tag: "replicable" }),
  point("loose", "grid", { text: "每周调度一次", personId: "xu", order: 2 }),
];

const ALSO_THERE: readonly AnyRecord[] = [
  person({
    personId: "leader",
    order: 6,
    name: "孟庆华",
    unit: "文峰区财政局",
    post: "副局长",
    duties: ["leader"],
    roomId: "first",
    leftAt: STARTS_AT + 3_600_000,
  }),
  person({
    personId: "away",
    order: 40,
    name: "何建军",
    unit: "殷都区人民政府",
    arrivedAt: null,
    excused: true,
    excuseReason: HIDDEN_BESIDE.excuseReason,
    substitute: "副区长 白雪",
  }),
];

/** The evening of the minutes, with a ledger, speeches and their experience, and more that must stay hidden. */
export const WHOLE_EVENING: DocumentInput = {
  ...EVENING,
  records: [...EVENING_RECORDS, ...LEDGER, ...SPOKEN, ...ALSO_THERE],
};

/** Everything that no document may show. */
export const HIDDEN_ANYWHERE: readonly string[] = [...Object.values(HIDDEN), ...Object.values(HIDDEN_BESIDE)];
