import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { type Patch, remove } from "../patches.ts";
import { isAnsweringUnit, personOnRoster } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { NO_UNITS, newQuestion, writeQuestion } from "./fields.ts";
import { questionRecordId } from "./records.ts";
import { trailRecordId } from "./trails/records.ts";
import { withStep } from "./trails/steps.ts";

/**
 * Questions of a list, pending, each credited to its asker, whatever the room says of reviewing and also while it is not open.
 * Where askers are never recorded, neither they nor their units are.
 */
export function importQuestions(command: CommandOf<"question.import">, acting: Acting): Result<Patch[]> {
  const { state, by, now } = acting;
  const { roomId } = command;
  if (state.get(roomRecordId(roomId)) === undefined) return refuse("room_unknown");
  const recordsAskers = state.session()?.settings.anonymity !== "never";
  const ids = new Set<string>();
  const patches: Patch[] = [];
  for (const { questionId, text, unit, nature, askerId, fromUnit } of command.questions) {
    if (ids.has(questionId) || state.get(questionRecordId(questionId)) !== undefined)
      return refuse("id_taken");
    ids.add(questionId);
    if (unit !== undefined && !isAnsweringUnit(unit, state)) return refuse("unit_unknown", { unit });
    const credited = recordsAskers ? askerId : undefined;
    if (credited !== undefined && personOnRoster(credited, state) === undefined)
      return refuse("person_unknown");
    const asked = { questionId, roomId, text, unit, nature, askedAt: now };
    const fields = newQuestion({ ...asked, askerId: credited ?? by, anonymous: !recordsAskers });
    const question = writeQuestion({ ...fields, ...NO_UNITS, status: "pending", held: false });
    const from = recordsAskers ? (fromUnit ?? null) : null;
    patches.push(...withStep(acting, questionId, { kind: "collected", unit: from }, [question], true));
  }
  return done(patches);
}

/** What was worked on meanwhile, or did not come by a list, stays; where nothing can go, it says so. */
export function withdrawQuestions(
  command: CommandOf<"question.withdraw">,
  { state }: Acting,
): Result<Patch[]> {
  const untouched = [...new Set(command.questionIds)].filter((questionId) => isUntouched(questionId, state));
  if (untouched.length === 0) return refuse("nothing_to_undo");
  return done(
    untouched.flatMap((questionId) => [
      remove(questionRecordId(questionId)),
      remove(trailRecordId(questionId)),
    ]),
  );
}

function isUntouched(questionId: string, state: SessionState): boolean {
  const question = state.find("question", questionRecordId(questionId));
  const [first, ...further] = state.find("trail", trailRecordId(questionId))?.steps ?? [];
  const isWritten =
    question?.originalText != null || question?.remark != null || question?.topics.length !== 0;
  return question?.status === "pending" && first?.kind === "collected" && further.length === 0 && !isWritten;
}
