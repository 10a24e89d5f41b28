import type { LedgerFileWords } from "../../messages/ledger/zh-CN.ts";
import type { CommandOf } from "../../protocol/commands/command.ts";
import type { LedgerStep } from "../../protocol/commands/ledger.ts";
import { endOfBeijingDay } from "../beijing-day.ts";
import type { FollowupRecord } from "../followups/records.ts";
import type { ChangedField, LedgerField } from "./fields.ts";
import { type LedgerFault, statusOf } from "./read-cells.ts";

/** What of a row is to be another. */
export interface WantedRow {
  readonly cells: ReadonlyMap<ChangedField, string>;
  /** Empty where nothing new is reported. */
  readonly progress: string;
  /** What the asker's side says of it, where the file says something new; by it a row is cleared or reopened. */
  readonly opinion: string;
  readonly entryId: string;
}

/** The acts, or what the row lacks for them. */
export type FoundSteps =
  | { readonly ok: true; readonly steps: readonly LedgerStep[] }
  | { readonly ok: false; readonly fault: LedgerFault };

/**
 * The acts by which a row becomes what is wanted, in the order in which they can be done: reopened, corrected, reported on,
 * finished, cleared. A state is never only written: it comes by the act that makes it, with what that act needs.
 */
export function stepsOf(row: FollowupRecord, wanted: WantedRow, words: LedgerFileWords): FoundSteps {
  const { followupId } = row;
  const { cells, progress, opinion, entryId } = wanted;
  const status = statusOf(cells.get("status") ?? words.status[row.status]) ?? row.status;
  const steps: LedgerStep[] = [];
  const isReopened = status === "underway" && (row.status === "done" || row.status === "cleared");
  if (isReopened) {
    if (opinion === "") return lacking("opinion_missing", "opinion");
    steps.push({ type: "followup.reopen", followupId, reason: opinion });
  } else if (isBack(row.status, status)) return lacking("status_back", "status");
  const evidence = cells.get("evidence");
  const finishes =
    status === "done" && (row.status !== "done" || (evidence !== undefined && evidence !== ""));
  const update = updateOf(row, cells, { words, withEvidence: !finishes });
  if (update !== null) steps.push(update);
  if (progress !== "") steps.push({ type: "followup.progress", followupId, entryId, text: progress });
  else if (status === "underway" && row.status === "new") return lacking("progress_missing", "progress");
  if (finishes) {
    const proof = evidence ?? row.evidence ?? "";
    if (proof === "") return lacking("evidence_missing", "evidence");
    steps.push({ type: "followup.finish", followupId, evidence: proof });
  }
  if (status === "cleared" && row.status !== "cleared") {
    if (opinion === "") return lacking("opinion_missing", "opinion");
    steps.push({ type: "followup.clear", followupId, reason: opinion });
  }
  return { ok: true, steps };
}

/** A row goes on; back it goes only by being reopened. */
function isBack(from: FollowupRecord["status"], to: FollowupRecord["status"]): boolean {
  const order = ["new", "underway", "done", "cleared"];
  return order.indexOf(to) < order.indexOf(from);
}

function updateOf(
  { followupId }: FollowupRecord,
  cells: WantedRow["cells"],
  { words, withEvidence }: { readonly words: LedgerFileWords; readonly withEvidence: boolean },
): CommandOf<"followup.update"> | null {
  const nullable = (field: ChangedField) => {
    const text = cells.get(field);
    return text === undefined ? undefined : text === "" ? null : text;
  };
  const [text, units, due] = [cells.get("text"), cells.get("supportUnits"), cells.get("due")];
  const [gist, leadUnit] = [nullable("gist"), nullable("leadUnit")];
  const [personInCharge, leaderInCharge] = [nullable("personInCharge"), nullable("leaderInCharge")];
  const evidence = withEvidence ? nullable("evidence") : undefined;
  const changes = {
    ...(text !== undefined && { text }),
    ...(gist !== undefined && { gist }),
    ...(leadUnit !== undefined && { leadUnit }),
    ...(units !== undefined && { supportUnits: units === "" ? [] : units.split(words.separator) }),
    ...(personInCharge !== undefined && { personInCharge }),
    ...(leaderInCharge !== undefined && { leaderInCharge }),
    ...(due !== undefined && { dueAt: endOfBeijingDay(due) }),
    ...(evidence !== undefined && { evidence }),
  };
  return Object.keys(changes).length === 0 ? null : { type: "followup.update", followupId, ...changes };
}

function lacking(reason: LedgerFault["reason"], field: LedgerField): FoundSteps {
  return { ok: false, fault: { reason, field } };
}
