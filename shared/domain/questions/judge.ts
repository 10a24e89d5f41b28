import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Actor } from "../actor.ts";
import { actorId } from "../actor.ts";
import { type Patch, put, remove, set } from "../patches.ts";
import { isMunicipalUnit } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import { STAGE_RECORD_ID } from "../stage/records.ts";
import type { SessionState } from "../state.ts";
import { isPublic, type QuestionRecord, questionRecordId, supportRecordId } from "./records.ts";

type Bare<R> = R extends QuestionRecord ? Omit<R, "id" | "kind" | "rev"> : never;
type QuestionFields = Bare<QuestionRecord>;
type Shared = Omit<Extract<QuestionFields, { status: "pending" }>, "status" | "leadUnit" | "supportUnits">;

const NO_UNITS = { leadUnit: null, supportUnits: [] } satisfies { leadUnit: null; supportUnits: string[] };

/** What a question keeps whatever its state. */
function shared(question: QuestionRecord): Shared {
  const { questionId, roomId, text, originalText, nature, addressedUnit } = question;
  const { askerId, anonymous, askedAt, support, remark, onStage } = question;
  return {
    questionId,
    roomId,
    text,
    originalText,
    nature,
    addressedUnit,
    askerId,
    anonymous,
    askedAt,
    support,
    remark,
    onStage,
  };
}

function write(questionId: string, fields: QuestionFields): Patch {
  return put("question", questionRecordId(questionId), fields);
}

function find(questionId: string, state: SessionState): Result<QuestionRecord> {
  const question = state.find("question", questionRecordId(questionId));
  return question === undefined ? refuse("question_unknown") : done(question);
}

export function askQuestion(
  command: CommandOf<"question.ask">,
  state: SessionState,
  actor: Actor,
  now: number,
): Result<Patch[]> {
  const { questionId, roomId, text, nature, unit, anonymous } = command;
  if (state.get(questionRecordId(questionId)) !== undefined) return refuse("id_taken");
  const room = state.find("room", roomRecordId(roomId));
  if (room === undefined) return refuse("room_unknown");
  if (room.status === "closed") return refuse("room_closed");
  if (unit !== undefined && !isMunicipalUnit(unit, state)) return refuse("unit_unknown", { unit });
  const settings = state.session()?.settings;
  if (anonymous === true && settings?.anonymity === "off") return refuse("anonymity_off");
  const fields: Shared = {
    questionId,
    roomId,
    text,
    originalText: null,
    nature: nature ?? null,
    addressedUnit: unit ?? null,
    askerId: actorId(actor),
    anonymous: anonymous ?? false,
    askedAt: now,
    support: 0,
    remark: null,
    onStage: false,
  };
  const atOnce = settings?.moderation === "after";
  return done([
    write(
      questionId,
      atOnce
        ? { ...fields, ...NO_UNITS, status: "public", publicAt: now }
        : { ...fields, ...NO_UNITS, status: "pending" },
    ),
  ]);
}

/** Two moderators may press at once: approving what is public already changes nothing. */
export function approveQuestion(
  command: CommandOf<"question.approve">,
  state: SessionState,
  now: number,
): Result<Patch[]> {
  const found = find(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status === "declined") return refuse("question_declined");
  if (question.status !== "pending") return done([]);
  return done([
    write(question.questionId, { ...shared(question), ...NO_UNITS, status: "public", publicAt: now }),
  ]);
}

export function declineQuestion(
  command: CommandOf<"question.decline">,
  state: SessionState,
  now: number,
): Result<Patch[]> {
  const found = find(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status === "declined" && question.declineReason === command.reason) return done([]);
  if (question.status === "closed") return refuse("question_closed");
  if (question.status === "routed" || question.status === "answered") return refuse("question_not_pending");
  return done([
    write(question.questionId, {
      ...shared(question),
      ...NO_UNITS,
      onStage: false,
      status: "declined",
      declineReason: command.reason,
    }),
    ...clearStage(question, state, now),
  ]);
}

export function restoreQuestion(
  command: CommandOf<"question.restore">,
  state: SessionState,
  now: number,
): Result<Patch[]> {
  const found = find(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  switch (question.status) {
    case "pending":
      return done([]);
    case "declined":
    case "public":
      return done([
        write(question.questionId, { ...shared(question), ...NO_UNITS, onStage: false, status: "pending" }),
        ...clearStage(question, state, now),
      ]);
    case "closed": {
      const { leadUnit, supportUnits, publicAt } = question;
      const base = { ...shared(question), publicAt };
      if (hasAnswer(question, state)) {
        return done([write(question.questionId, { ...base, leadUnit, supportUnits, status: "answered" })]);
      }
      return done([
        write(
          question.questionId,
          leadUnit === null
            ? { ...base, ...NO_UNITS, status: "public" }
            : { ...base, leadUnit, supportUnits, status: "routed" },
        ),
      ]);
    }
    case "routed":
    case "answered":
      return refuse("question_not_pending");
  }
}

/** Corrects the wording; the asker's own stays beside it for staff and asker. */
export function editQuestion(command: CommandOf<"question.edit">, state: SessionState): Result<Patch[]> {
  const found = find(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.text === command.text) return done([]);
  const original = question.originalText ?? question.text;
  return done([
    set(question, { text: command.text, originalText: original === command.text ? null : original }),
  ]);
}

export function remarkQuestion(command: CommandOf<"question.remark">, state: SessionState): Result<Patch[]> {
  const found = find(command.questionId, state);
  if (!found.ok) return found;
  return done(found.value.remark === command.text ? [] : [set(found.value, { remark: command.text })]);
}

export function supportQuestion(
  command: CommandOf<"question.support">,
  state: SessionState,
  actor: Actor,
): Result<Patch[]> {
  const found = find(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  const personId = actorId(actor);
  if (question.askerId === personId) return refuse("own_question");
  if (question.status === "declined") return refuse("question_declined");
  if (question.status === "pending") return refuse("question_not_public");
  if (question.status === "closed") return refuse("question_closed");
  const id = supportRecordId(question.questionId, personId);
  const supports = state.get(id) !== undefined;
  if (supports === command.on) return done([]);
  return done(
    command.on
      ? [
          put("support", id, { questionId: question.questionId, personId }),
          set(question, { support: question.support + 1 }),
        ]
      : [remove(id), set(question, { support: question.support - 1 })],
  );
}

export function routeQuestion(command: CommandOf<"question.route">, state: SessionState): Result<Patch[]> {
  const found = find(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status === "declined") return refuse("question_declined");
  if (question.status === "closed") return refuse("question_closed");
  if (question.status === "pending") return refuse("question_not_public");
  const { leadUnit } = command;
  const supportUnits = [...new Set(command.supportUnits ?? [])].filter((unit) => unit !== leadUnit);
  const stranger = [leadUnit, ...supportUnits].find((unit) => !isMunicipalUnit(unit, state));
  if (stranger !== undefined) return refuse("unit_unknown", { unit: stranger });
  const { publicAt } = question;
  const status = question.status === "answered" ? "answered" : "routed";
  return done([
    write(question.questionId, { ...shared(question), leadUnit, supportUnits, publicAt, status }),
  ]);
}

export function closeQuestion(
  command: CommandOf<"question.close">,
  state: SessionState,
  now: number,
): Result<Patch[]> {
  const found = find(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (!isPublic(question) || question.status === "pending" || question.status === "declined") {
    return refuse(question.status === "declined" ? "question_declined" : "question_not_public");
  }
  const { leadUnit, supportUnits, publicAt } = question;
  return done([
    write(question.questionId, {
      ...shared(question),
      leadUnit,
      supportUnits,
      publicAt,
      status: "closed",
      outcome: command.outcome,
      closedAt: now,
    }),
  ]);
}

function hasAnswer(question: QuestionRecord, state: SessionState): boolean {
  for (const child of state.children(question.id)) {
    if (child.kind === "answer") return true;
  }
  return false;
}

function clearStage(question: QuestionRecord, state: SessionState, now: number): Patch[] {
  const stage = state.find("stage", STAGE_RECORD_ID);
  return stage?.recordId === question.id ? [set(stage, { recordId: null, since: now })] : [];
}

/** The question as answered; what an answer does to its question. */
export function answeredQuestion(question: Extract<QuestionRecord, { publicAt: number }>): Patch {
  const { leadUnit, supportUnits, publicAt } = question;
  return write(question.questionId, {
    ...shared(question),
    leadUnit,
    supportUnits,
    publicAt,
    status: "answered",
  });
}
