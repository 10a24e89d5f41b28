import type { LedgerFileWords } from "../../messages/ledger/zh-CN.ts";
import { askerIds } from "../askers/askers.ts";
import { beijingDay } from "../beijing-day.ts";
import { type FollowupRecord, followupRecordId, type ProgressRecord } from "../followups/records.ts";
import { personRecordId } from "../people/records.ts";
import { questionRecordId } from "../questions/records.ts";
import type { SessionState } from "../state.ts";
import type { LedgerCells } from "./fields.ts";

/** A cell of a spreadsheet holds 32,767 characters; whoever works on a row reads the last of what was done. */
const PROGRESS_MAX_CHARS = 6_000;

/**
 * What the row of a ledger says in its cells. The file goes to the units: it names nobody who asked without the name. What
 * it reads beside the row are its people, its progress, and what was thought of the question's answer.
 */
export function ledgerCells(row: FollowupRecord, state: SessionState, words: LedgerFileWords): LedgerCells {
  const { units, names } = openAskers(row, state);
  const asked = state.session()?.settings.anonymity === "never" ? words.unrecorded : words.undisclosed;
  return {
    number: String(row.number),
    text: row.text,
    askerUnits: units.length === 0 ? asked : units.join(words.separator),
    askers: names.length === 0 ? asked : names.join(words.separator),
    nature: row.nature === null ? "" : words.nature[row.nature],
    gist: row.gist ?? "",
    leadUnit: row.leadUnit ?? "",
    supportUnits: row.supportUnits.join(words.separator),
    personInCharge: row.personInCharge ?? "",
    leaderInCharge: row.leaderInCharge ?? "",
    due: row.dueAt === null ? "" : beijingDay(row.dueAt),
    progress: progressCell(progressOf(row, state), words),
    status: words.status[row.status],
    evidence: row.evidence ?? "",
    opinion: opinionCell(row, state, words),
  };
}

/** What has been done about a row, in order. */
export function progressOf({ followupId }: FollowupRecord, state: SessionState): ProgressRecord[] {
  const entries = [...state.children(followupRecordId(followupId))].filter(
    (record) => record.kind === "progress",
  );
  return entries.sort((one, other) => one.postedAt - other.postedAt || (one.id < other.id ? -1 : 1));
}

/** An entry as it stands in a cell. */
export function progressLine({ text, unit, postedAt }: ProgressRecord, words: LedgerFileWords): string {
  const [, month, day] = beijingDay(postedAt).split("-").map(Number);
  return words.progressLine(month ?? 0, day ?? 0, unit ?? words.byStaff, text);
}

function progressCell(entries: readonly ProgressRecord[], words: LedgerFileWords): string {
  const lines: string[] = [];
  let chars = 0;
  for (const entry of [...entries].reverse()) {
    const line = progressLine(entry, words);
    chars += line.length + 1;
    if (chars > PROGRESS_MAX_CHARS && lines.length > 0) break;
    lines.unshift(line);
  }
  const earlier = entries.length - lines.length;
  return [...(earlier > 0 ? [words.earlierProgress(earlier)] : []), ...lines].join("\n");
}

/** What those who asked think of it: of the answer, and of how the row stands. */
function opinionCell(row: FollowupRecord, state: SessionState, words: LedgerFileWords): string {
  const ratings = [...state.children(questionRecordId(row.followupId))].filter(
    (record) => record.kind === "rating",
  );
  const told = ratings
    .sort((one, other) => one.ratedAt - other.ratedAt || (one.id < other.id ? -1 : 1))
    .map(({ verdict, note }) => words.opinion(words.verdict[verdict], note ?? ""));
  const standing =
    row.status === "cleared"
      ? [row.clearReason ?? words.agreed]
      : row.status === "underway" && row.reopenReason !== null
        ? [row.reopenReason]
        : [];
  return [...told, ...standing].join("\n");
}

function openAskers(
  { askers }: FollowupRecord,
  state: SessionState,
): { readonly units: readonly string[]; readonly names: readonly string[] } {
  const open = askers.filter(({ anonymous }) => !anonymous);
  const people = [...askerIds(open)].flatMap(
    (askerId) => state.find("person", personRecordId(askerId)) ?? [],
  );
  return {
    units: [...new Set(people.map(({ unit }) => unit))],
    names: people.map(({ name }) => name),
  };
}
