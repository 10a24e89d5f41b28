import type { FieldOf } from "../kind.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { ExportRecord } from "./records.ts";

const FIELDS = [
  "exportId",
  "file",
  "unit",
  "bytes",
  "sha256",
  "takenBy",
  "takenAt",
] as const satisfies readonly FieldOf<ExportRecord>[];

/** Who took what is for staff. */
export function exportLanes(taken: ExportRecord): Presentation {
  return [["staff", viewOf(taken, FIELDS)]];
}
