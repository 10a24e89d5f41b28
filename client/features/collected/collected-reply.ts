import type { PlannedQuestion } from "../../../shared/domain/collected/planned-question.ts";
import type { RowPlace } from "../../../shared/domain/roster/planned-row.ts";
import type { SheetReport } from "../importing/sheet-remarks.tsx";

interface CollectedSheet extends SheetReport {
  readonly questions?: number;
}

/** The answer to `PUT …/questions`: what an import did, or on a dry run would do. */
export interface CollectedReply {
  readonly questions: readonly (RowPlace & { readonly questionId: string })[];
  readonly rejected: readonly (RowPlace & { readonly reason: string })[];
  /** Every row in the order of the source. */
  readonly rows: readonly PlannedQuestion[];
  readonly sheets: readonly CollectedSheet[];
}

export type PlannedStatus = PlannedQuestion["status"];

/** Ids of the questions an import made, or would make. */
export function newIds({ rows }: CollectedReply): string[] {
  return rows.flatMap((row) => (row.status === "new" ? [row.questionId] : []));
}
