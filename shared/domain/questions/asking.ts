import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { NOBODY } from "../actor.ts";
import { type Patch, set } from "../patches.ts";
import { personRecordId } from "../people/records.ts";
import { isAnsweringUnit, isStaff } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import { isOpenAt, moderationIn, roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { TOPICS_RECORD_ID } from "../wordings/records.ts";
import { findQuestion, NO_UNITS, newQuestion, writeQuestion } from "./fields.ts";
import { hasPending, pendingMaxIn } from "./pending.ts";
import { questionRecordId } from "./records.ts";
import { withStep } from "./trails/steps.ts";

export function askQuestion(command: CommandOf<"question.ask">, acting: Acting): Result<Patch[]> {
  const { state, now } = acting;
  const { questionId, roomId, text, nature, unit } = command;
  if (state.get(questionRecordId(questionId)) !== undefined) return refuse("id_taken");
  const room = state.find("room", roomRecordId(roomId));
  if (room === undefined) return refuse("room_unknown");
  if (!isOpenAt(room, now)) return refuse("room_closed");
  if (unit !== undefined && !isAnsweringUnit(unit, state)) return refuse("unit_unknown", { unit });
  const asker = askerOf(command, acting);
  if (!asker.ok) return asker;
  const fields = newQuestion({ questionId, roomId, text, nature, unit, ...asker.value, askedAt: now });
  const isReviewed = isReviewedFirst(command, state);
  const pendingMax = pendingMaxIn(state.session());
  if (isReviewed && !isStaff(acting.actor, state) && hasPending(asker.value.askerId, pendingMax, state))
    return refuse("too_many_pending", { pendingMax });
  const question = isReviewed
    ? writeQuestion({ ...fields, ...NO_UNITS, status: "pending", held: false })
    : writeQuestion({ ...fields, ...NO_UNITS, status: "public", publicAt: now });
  return done(withStep(acting, questionId, { kind: "asked" }, [question], true));
}

/** Whether a question that is asked waits for a moderator. */
export function isReviewedFirst({ roomId, spoken }: CommandOf<"question.ask">, state: SessionState): boolean {
  const room = state.find("room", roomRecordId(roomId));
  return spoken !== true && room !== undefined && moderationIn(room, state.session()) === "before";
}

function askerOf(
  { askerId, anonymous = false, followId }: CommandOf<"question.ask">,
  { state, by }: Acting,
): Result<{ askerId: string; anonymous: boolean }> {
  const anonymity = state.session()?.settings.anonymity;
  if (anonymity === "never") return done({ askerId: followerOf(followId, state), anonymous: true });
  // Written under the promise that nobody is recorded, it is not taken without it.
  if (followId !== undefined) return refuse("asker_recorded");
  if (anonymous && anonymity === "off") return refuse("anonymity_off");
  if (askerId === undefined) return done({ askerId: by, anonymous });
  const person = state.find("person", personRecordId(askerId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  return done({ askerId, anonymous });
}

/** An id of the roster would name somebody as the asker. */
function followerOf(followId: string | undefined, state: SessionState): string {
  if (followId === undefined || state.get(personRecordId(followId)) !== undefined) return NOBODY;
  return followId;
}

/** Corrects the wording; the asker's own stays beside it for staff and asker. */
export function editQuestion(command: CommandOf<"question.edit">, { state }: Acting): Result<Patch[]> {
  const found = findQuestion(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.text === command.text) return done([]);
  const original = question.originalText ?? question.text;
  return done([
    set(question, { text: command.text, originalText: original === command.text ? null : original }),
  ]);
}

export function remarkQuestion(command: CommandOf<"question.remark">, { state }: Acting): Result<Patch[]> {
  const found = findQuestion(command.questionId, state);
  if (!found.ok) return found;
  return done(found.value.remark === command.text ? [] : [set(found.value, { remark: command.text })]);
}

/** Labels come from the session's list; those a question has already may stay when the list has changed. */
export function labelQuestion(command: CommandOf<"question.label">, { state }: Acting): Result<Patch[]> {
  const found = findQuestion(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  const names = new Set([...(state.find("topics", TOPICS_RECORD_ID)?.names ?? []), ...question.topics]);
  const topics = [...new Set(command.topics)];
  const stranger = topics.find((topic) => !names.has(topic));
  if (stranger !== undefined) return refuse("topic_unknown", { topic: stranger });
  const same =
    topics.length === question.topics.length && topics.every((topic, at) => topic === question.topics[at]);
  return done(same ? [] : [set(question, { topics })]);
}

export function discloseQuestion(
  command: CommandOf<"question.disclose">,
  { state }: Acting,
): Result<Patch[]> {
  const found = findQuestion(command.questionId, state);
  if (!found.ok) return found;
  const { disclosure } = command;
  return done(found.value.disclosure === disclosure ? [] : [set(found.value, { disclosure })]);
}
