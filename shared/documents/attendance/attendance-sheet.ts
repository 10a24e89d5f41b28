import type { DocumentInput } from "../input.ts";
import type { SheetColumn, SheetModel } from "../sheets/sheet-model.ts";
import { attendanceCounts, peopleOnSheet, remarkOn, timeText } from "./draft-attendance.ts";

const WIDTHS = {
  position: 6,
  unit: 24,
  name: 12,
  post: 20,
  arrived: 12,
  left: 12,
  remark: 20,
  signature: 16,
};

/** 签到表 as a sheet, by 排序号: who came and when, who asked for leave, and a column to sign in. Why is nobody's business. */
export function buildAttendanceSheet(
  input: DocumentInput,
  { page, choices }: { readonly page: string; readonly choices: string },
): SheetModel {
  const { records, options, messages } = input;
  const words = messages.documents.attendance;
  const people = peopleOnSheet(records);
  const { title = messages.minutes.placeholder } = records.find((record) => record.kind === "session") ?? {};
  const column = (name: keyof typeof WIDTHS): SheetColumn => ({
    heading: words.columns[name],
    kind: name === "position" ? "number" : "text",
    width: WIDTHS[name],
    ...(name === "signature" && { isByHand: true }),
  });
  return {
    title: words.title(title),
    note: people.length === 0 ? words.none : attendanceCounts(people, words),
    sheetName: words.sheet,
    columns: (Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map(column),
    rows: people.map((person, index) => [
      String(index + 1),
      person.unit,
      person.name,
      person.post ?? "",
      timeText(person.arrivedAt, input),
      timeText(person.leftAt ?? null, input),
      remarkOn(person, words),
      "",
    ]),
    heldColumns: 3,
    lamp: null,
    choicesName: choices,
    pageLine: page,
    ...(options.watermark !== undefined && { watermark: options.watermark }),
  };
}
