import type { Acting } from "../acting.ts";
import { askersOf } from "../askers/askers.ts";
import { type Patch, put, remove, set } from "../patches.ts";
import type { QuestionRecord } from "../questions/records.ts";
import type { SessionState } from "../state.ts";
import { gistOf } from "./gist.ts";
import { followupRecordId, LEDGER_RECORD_ID } from "./records.ts";

/** Rows of the ledger for questions that have none yet, numbered on from the last. */
export function openFollowups(questions: readonly QuestionRecord[], { state, now }: Acting): Patch[] {
  const ledger = state.find("ledger", LEDGER_RECORD_ID);
  const without = questions.filter(({ questionId }) => state.get(followupRecordId(questionId)) === undefined);
  if (without.length === 0) return [];
  const lastNumber = ledger?.lastNumber ?? 0;
  return [
    ...without.map((question, index) => {
      const { questionId, text, nature, topics, leadUnit, supportUnits } = question;
      return put("followup", followupRecordId(questionId), {
        followupId: questionId,
        number: lastNumber + index + 1,
        text,
        nature,
        topics,
        askers: [...askersOf(question)],
        gist: gistOf(question, state),
        leadUnit,
        supportUnits,
        personInCharge: null,
        leaderInCharge: null,
        dueAt: question.status === "accepted" ? question.promisedBy : null,
        evidence: null,
        openedAt: now,
        status: "new",
      });
    }),
    ledger === undefined
      ? put("ledger", LEDGER_RECORD_ID, { lastNumber: lastNumber + without.length })
      : set(ledger, { lastNumber: lastNumber + without.length }),
  ];
}

/** A row nobody has worked on goes when its question is taken up again; its number is not given a second time. */
export function withdrawFollowup(questionId: string, state: SessionState): Patch[] {
  const row = state.find("followup", followupRecordId(questionId));
  if (row?.status !== "new" || [...state.children(row.id)].length > 0) return [];
  return [remove(row.id)];
}
