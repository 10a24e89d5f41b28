import { followupRecordId } from "../../../shared/domain/followups/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { given, type Move } from "../sample/question-moves.ts";
import { namedId, ROOMS } from "../sample/sample-session.ts";

export const [ONE, TWO, THREE] = ["one", "two", "three"].map(namedId) as [string, string, string];
export const QUESTIONS = ["二审由哪一方负责？", "=1+1 的产权怎样登记？", "用地预审能否统一对接？"] as const;
/** 31 December 2026, end of the day in Beijing. */
export const DUE_AT = Date.UTC(2026, 11, 31, 15, 59);

const opened = (questionId: string, text: string, leadUnit: string): Move[] => [
  ["asker", { type: "question.ask", questionId, roomId: ROOMS.plenary, text, nature: "difficulty" }],
  ["moderator", { type: "question.approve", questionId }],
  ["moderator", { type: "question.route", questionId, leadUnit, supportUnits: ["市商务局"] }],
  ["moderator", { type: "question.close", questionId, outcome: "follow-up" }],
];

/** Rows 1 and 2 led by 市财政局 and 3 by 市发改委, all with 市商务局 in support; the first is under way and has a date. */
export function ledgerSession(...more: readonly Move[]): SessionState {
  return given(
    ...opened(ONE, QUESTIONS[0], "市财政局"),
    ...opened(TWO, QUESTIONS[1], "市财政局"),
    ...opened(THREE, QUESTIONS[2], "市发改委"),
    ["recorder", { type: "followup.update", followupId: ONE, dueAt: DUE_AT, gist: "当场答复\n会后书面" }],
    ["finance", { type: "followup.progress", followupId: ONE, entryId: namedId("entry"), text: "已报省厅" }],
    ...more,
  );
}

export function rowIn(state: SessionState, followupId: string) {
  const row = state.find("followup", followupRecordId(followupId));
  if (row === undefined) throw new Error("there is no such row");
  return row;
}

/** What has been done about a row, in order. */
export function progressIn(state: SessionState, followupId: string): string[] {
  return [...state.children(followupRecordId(followupId))]
    .flatMap((record) => (record.kind === "progress" ? [record] : []))
    .sort((one, other) => one.postedAt - other.postedAt)
    .map(({ text }) => text);
}
