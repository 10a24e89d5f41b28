import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { askersOf } from "../askers/askers.ts";
import { type Patch, put, remove, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { familyIds, representativeOf, supportedIn } from "./family.ts";
import { findQuestion } from "./fields.ts";
import { supportRecordId } from "./records.ts";

/** 同问. Who supports a question that was joined into another a moment ago supports that one. */
export function supportQuestion(command: CommandOf<"question.support">, acting: Acting): Result<Patch[]> {
  const { state, by } = acting;
  const found = findQuestion(command.questionId, state);
  if (!found.ok) return found;
  const question = representativeOf(found.value, state);
  if (askersOf(question).some(({ askerId }) => askerId === by)) return refuse("own_question");
  if (question.status === "declined") return refuse("question_declined");
  if (question.status === "pending") return refuse("question_not_public");
  if (question.status === "closed") return refuse("question_closed");
  const supported = supportedIn(familyIds(question, state), by, state);
  if (supported.length > 0 === command.on) return done([]);
  if (!command.on) {
    return done([
      ...supported.map((questionId) => remove(supportRecordId(questionId, by))),
      set(question, { support: question.support - 1 }),
    ]);
  }
  const { questionId } = question;
  return done([
    put("support", supportRecordId(questionId, by), { questionId, personId: by }),
    set(question, { support: question.support + 1 }),
  ]);
}
