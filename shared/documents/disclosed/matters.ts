import type { FollowupRecord, ProgressRecord } from "../../domain/followups/records.ts";
import { isOwned } from "../../domain/questions/records.ts";
import type { AnyRecord } from "../../domain/records.ts";
import { ofKind } from "../of-kind.ts";
import { type AnsweredQuestion, answeredQuestions, type Disclosed } from "./questions.ts";

/** A question a document may have, with what the ledger says of it. */
export interface Matter {
  readonly asked: AnsweredQuestion;
  /** Null while the ledger has no row of it. */
  readonly row: FollowupRecord | null;
  /** In the order it was reported. */
  readonly progress: readonly ProgressRecord[];
  readonly text: string;
  /** What was said, in short, each line a paragraph; empty: nothing yet. */
  readonly gist: readonly MatterGist[];
  readonly leadUnit: string | null;
  readonly supportUnits: readonly string[];
  readonly dueAt: number | null;
}

/** `unit` where it is an answer's own wording. */
interface MatterGist {
  readonly unit: string | null;
  readonly text: string;
}

/** Every question a document may have, in the order of asking; a row of the ledger follows its question into the documents. */
export function matters(records: readonly AnyRecord[], disclosed: Disclosed): Matter[] {
  const rows = new Map(ofKind(records, "followup").map((row) => [row.followupId, row]));
  const reported = ofKind(records, "progress").sort(
    (one, other) => one.postedAt - other.postedAt || (one.entryId < other.entryId ? -1 : 1),
  );
  const held = ofKind(records, "answer").filter(({ status }) => status === "held");
  return answeredQuestions(records, disclosed).map((asked) => {
    const { question, answers } = asked;
    const row = rows.get(question.questionId) ?? null;
    const heldTexts = held.flatMap((one) => (one.questionId === question.questionId ? [one.text] : []));
    const ownGist = row === null || row.gist === null || heldTexts.includes(row.gist) ? null : row.gist;
    const { leadUnit, supportUnits } = row ?? question;
    return {
      asked,
      row,
      progress: reported.filter(({ followupId }) => followupId === row?.followupId),
      // The ledger took over the wording of its day, which may have been corrected since.
      text: row === null || row.text === question.originalText ? question.text : row.text,
      gist:
        ownGist === null
          ? answers.map(({ answer }) => ({ unit: answer.unit, text: answer.text }))
          : [{ unit: null, text: ownGist }],
      leadUnit,
      supportUnits,
      dueAt: row === null ? (question.status === "accepted" ? question.promisedBy : null) : row.dueAt,
    };
  });
}

/** The matters a unit has or had to work on: those of the ledger by their number, then those that are to be answered. */
export function tasks(all: readonly Matter[]): Matter[] {
  const placeOf = ({ row }: Matter) => row?.number ?? Number.MAX_SAFE_INTEGER;
  return all
    .filter(({ row, asked }) => row !== null || isOwned(asked.question))
    .sort((one, other) => placeOf(one) - placeOf(other));
}

/** Whether a task still has to be done. */
export function isToDo({ row }: Matter): boolean {
  return row === null || row.status === "new" || row.status === "underway";
}

/** What a unit has promised or was given: a row of the ledger with a lead unit, or a question that its unit accepted. */
export function isMeasure({ row, asked, leadUnit }: Matter): boolean {
  return leadUnit !== null && (row !== null || asked.question.status === "accepted");
}

/** What is neither answered nor a measure. */
export function isLeftOpen(matter: Matter): boolean {
  if (isMeasure(matter)) return false;
  const { row, asked } = matter;
  return row === null ? asked.question.status === "public" || isOwned(asked.question) : isToDo(matter);
}
