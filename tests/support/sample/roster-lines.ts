import { readRosterFile } from "../../../server/roster/read-roster-file.ts";
import { planRoster } from "../../../shared/domain/roster/plan.ts";
import type { PlannedRow } from "../../../shared/domain/roster/planned-row.ts";

export async function tableOf(file: Buffer) {
  const read = await readRosterFile(file);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.refusal)}`);
  return read.value;
}

export async function refusalOf(file: Buffer) {
  const read = await readRosterFile(file);
  return read.ok ? null : read.refusal;
}

/** Each row as one line: what an organiser would see of it. */
export async function planned(file: Buffer): Promise<string[]> {
  let ids = 0;
  const table = await tableOf(file);
  return planRoster(table.rows, [], [], () => `person${ids++}`.padEnd(22, "_")).rows.map(lineOf);
}

function lineOf(row: PlannedRow): string {
  if (row.status === "refused") return `${row.row} ${row.reason} ${row.name}`.trim();
  const { order, name, unit, post, side, duties, group, seat } = row.person;
  return [order, name, unit, post ?? "-", side, duties.join("+") || "-", group ?? "-", seat ?? "-"].join(" ");
}

/** A text file of these lines. */
export const csv = (...lines: string[]) => Buffer.from(lines.join("\r\n"));
