import type { z } from "zod";
import { NATURE_ENDINGS, NATURE_WORDS } from "../../messages/collected-vocabulary.ts";
import type { CommandOf } from "../../protocol/commands/command.ts";
import { natureSchema } from "../../protocol/commands/questions.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { grouped } from "../people/grouped.ts";
import { isAnsweringUnit } from "../people/standing.ts";
import { questionRecordId } from "../questions/records.ts";
import { isFormulaError, isReadable } from "../roster/draft.ts";
import { isBlankWord, tidyName, wordKey } from "../roster/text.ts";
import type { SessionState } from "../state.ts";
import { askerFinder, type FoundAsker, type WrittenAsker, writtenAsker } from "./asker.ts";
import type { CollectedNote, PlannedAsker, PlannedQuestion } from "./planned-question.ts";
import type { CollectedDecisions, CollectedRow } from "./row.ts";
import { standingQuestions } from "./standing.ts";
import { questionKey, tidyQuestion, withoutNumbers, writtenText } from "./text.ts";
import { unitFinder } from "./unit.ts";

/** A name for a question that is the same whenever the same is asked by the same. */
export type IdOfQuestion = (asker: string, textKey: string) => string;

type CollectedQuestion = CommandOf<"question.import">["questions"][number];

export interface CollectedPlan {
  /** Every row in the order of the source. */
  readonly rows: readonly PlannedQuestion[];
  /** What the `question.import` command takes. */
  readonly questions: readonly CollectedQuestion[];
}

export const NOTHING_DECIDED: CollectedDecisions = { askers: [], units: [] };

const SHOWN_MAX_CHARS = LIMITS.questionMaxChars;
const NATURE_OF_WORD = new Map(
  natureSchema.options.flatMap((nature) =>
    NATURE_WORDS[nature].map((word) => [wordKey(word), nature] as const),
  ),
);

/** What importing a list would do with each row: pure, and the same whenever list, session and decisions are. */
export function planQuestions(
  rows: readonly CollectedRow[],
  state: SessionState,
  idOf: IdOfQuestion,
  decisions: CollectedDecisions = NOTHING_DECIDED,
): CollectedPlan {
  const recordsAskers = state.session()?.settings.anonymity !== "never";
  const findAsker = askerFinder(state.all("person"), decisions.askers);
  const units = new Set([...state.all("person")].map(({ unit }) => unit));
  const findUnit = unitFinder(
    [...units].filter((unit) => isAnsweringUnit(unit, state)),
    decisions.units,
  );
  const standing = standingQuestions(state);
  const texts = numberless(rows);
  const first = new Map<string, CollectedRow>();
  const questions: CollectedQuestion[] = [];

  const understand = (source: CollectedRow, found: FoundAsker | "nobody" | null) => {
    const nature = natureOf(source.cells.nature ?? "");
    const { unit, note } = findUnit(source.cells.unit ?? "");
    const notes: CollectedNote[] = [...source.notes, ...askerNotes(found)];
    if (nature === "unknown") notes.push("nature_unknown");
    if (note !== null) notes.push(note);
    return { nature: nature === "unknown" ? null : nature, unit, notes };
  };

  const planned = rows.map((source): PlannedQuestion => {
    const text = tidyQuestion(texts.get(source) ?? "");
    const asker = writtenAsker(source.cells.askerUnit ?? "", source.cells.askerName ?? "");
    const row = {
      sheet: source.sheet,
      row: source.row,
      text: text.slice(0, SHOWN_MAX_CHARS),
      written: { asker, unit: writtenText(tidyName(source.cells.unit ?? "")) },
    };
    const fault = faultOf(text);
    if (fault !== null) return { ...row, ...fault };
    const key = questionKey(text);
    const found = recordsAskers ? findAsker(asker) : "nobody";
    const there = standing(key, found, asker);
    const understood = understand(source, found);
    if (found === null) {
      if (there !== null) return { ...row, status: "there", questionId: there };
      return { ...row, status: "undecided", reason: "asker_unknown", ...understood };
    }
    const credited = creditOf(found, asker);
    if (credited.kind === "staff" && (credited.unit?.length ?? 0) > LIMITS.unitMaxChars) {
      return { ...row, status: "refused", reason: "unit_too_long", maxChars: LIMITS.unitMaxChars };
    }
    const by = keyOfAsker(credited);
    const other = first.get(`${by}\n${key}`);
    if (other !== undefined) {
      const { sheet, row: at } = other;
      return { ...row, status: "refused", reason: "duplicate_row", other: { sheet, row: at } };
    }
    first.set(`${by}\n${key}`, source);
    const questionId = idOf(by, key);
    if (there !== null) return { ...row, status: "there", questionId: there };
    if (state.get(questionRecordId(questionId)) !== undefined) return { ...row, status: "there", questionId };
    const { nature, unit } = understood;
    questions.push({
      questionId,
      text,
      ...(nature !== null && { nature }),
      ...(unit !== null && { unit }),
      ...(credited.kind === "person" && { askerId: credited.personId }),
      ...(credited.kind === "staff" && credited.unit !== null && { fromUnit: credited.unit }),
    });
    return { ...row, status: "new", questionId, asker: credited, ...understood };
  });
  return { rows: planned, questions };
}

/** The texts of the rows, those of each sheet without the numbers all of them have. */
function numberless(rows: readonly CollectedRow[]): Map<CollectedRow, string> {
  const texts = new Map<CollectedRow, string>();
  for (const sheet of grouped(rows, (row) => row.sheet ?? "").values()) {
    const bare = withoutNumbers(sheet.map(({ cells }) => cells.text ?? ""));
    for (const [index, row] of sheet.entries()) texts.set(row, bare[index] ?? "");
  }
  return texts;
}

type Fault = Pick<
  Extract<PlannedQuestion, { status: "refused" }>,
  "status" | "reason" | "chars" | "maxChars"
>;

function faultOf(text: string): Fault | null {
  const refused = (reason: Fault["reason"]): Fault => ({ status: "refused", reason });
  if (isBlankWord(text)) return refused("text_missing");
  if (isFormulaError(text)) return refused("formula_error");
  if (text.length > LIMITS.questionMaxChars)
    return { ...refused("text_too_long"), chars: text.length, maxChars: LIMITS.questionMaxChars };
  return isReadable(text) ? null : refused("text_unreadable");
}

function creditOf(found: FoundAsker | "nobody", { unit }: WrittenAsker): PlannedAsker {
  if (found === "nobody") return { kind: "nobody" };
  if (found.kind === "staff") return { kind: "staff", unit: unit === "" ? null : unit };
  const { personId, name, unit: own } = found.person;
  return { kind: "person", personId, name, unit: own };
}

function keyOfAsker(asker: PlannedAsker): string {
  if (asker.kind === "person") return asker.personId;
  return asker.kind === "staff" ? `staff ${wordKey(asker.unit ?? "")}` : "nobody";
}

function askerNotes(found: FoundAsker | "nobody" | null): CollectedNote[] {
  if (found === null || found === "nobody" || found.kind !== "person") return [];
  if (found.by === "name") return ["asker_by_name"];
  return found.by === "unit" ? ["asker_of_unit"] : [];
}

function natureOf(cell: string): z.infer<typeof natureSchema> | null | "unknown" {
  if (isBlankWord(cell)) return null;
  const key = wordKey(cell);
  return NATURE_OF_WORD.get(key) ?? NATURE_OF_WORD.get(key.replace(NATURE_ENDINGS, "")) ?? "unknown";
}
