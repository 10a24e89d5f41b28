import { readCollectedFile } from "../../../server/collected/read-collected-file.ts";
import { planQuestions } from "../../../shared/domain/collected/plan.ts";
import type { PlannedQuestion } from "../../../shared/domain/collected/planned-question.ts";
import type { CollectedDecisions } from "../../../shared/domain/collected/row.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";
import { ROOMS } from "./sample-session.ts";

export async function listOf(file: Buffer) {
  const read = await readCollectedFile(file);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.refusal)}`);
  return read.value;
}

export async function listRefusal(file: Buffer) {
  const read = await readCollectedFile(file);
  return read.ok ? null : read.refusal;
}

/** What is read of each row: its number, unit, name, question, nature and unit meant. */
export async function readLines(file: Buffer): Promise<string[]> {
  return (await listOf(file)).rows.map(({ row, cells }) =>
    [row, cells.askerUnit, cells.askerName, cells.text, cells.nature, cells.unit]
      .map((cell) => (cell === undefined || cell === "" ? "-" : cell))
      .join(" | "),
  );
}

/** Ids by who asks and what, as long as real ones. */
export function idOf(asker: string, textKey: string): string {
  return `${asker}_${textKey}`
    .replace(/[^A-Za-z0-9_-]/gu, (one) => `${one.codePointAt(0)}`)
    .slice(-36)
    .padEnd(22, "_");
}

/** Each row as one line: what is seen of it before it is imported. */
export async function plannedLines(
  file: Buffer,
  state: SessionState,
  decisions?: CollectedDecisions,
): Promise<string[]> {
  return planQuestions((await listOf(file)).rows, state, idOf, decisions).rows.map(lineOf);
}

/** The command that imports a list. */
export async function importOf(
  file: Buffer,
  state: SessionState,
  decisions?: CollectedDecisions,
): Promise<CommandOf<"question.import">> {
  const { questions } = planQuestions((await listOf(file)).rows, state, idOf, decisions);
  return { type: "question.import", roomId: ROOMS.plenary, questions: [...questions] };
}

function lineOf(row: PlannedQuestion): string {
  if (row.status === "refused") {
    const { reason, chars, other } = row;
    return [row.row, reason, chars, other?.row].filter((one) => one !== undefined).join(" ");
  }
  if (row.status !== "new") return `${row.row} ${row.status}`;
  const { asker } = row;
  const by = asker.kind === "person" ? `${asker.name} ${asker.unit}` : asker.kind;
  const from = asker.kind === "staff" && asker.unit !== null ? [asker.unit] : [];
  return [row.row, by, ...from, row.text, row.nature ?? "-", row.unit ?? "-", ...row.notes].join(" ");
}
