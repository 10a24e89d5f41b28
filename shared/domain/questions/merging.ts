import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Asker, askerIds, askersOf } from "../askers/askers.ts";
import { type Patch, put, remove } from "../patches.ts";
import { bareFields } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import { plenaryIn } from "../rooms/plenary.ts";
import type { SessionState } from "../state.ts";
import { familyIds, supportersOf } from "./family.ts";
import { findQuestion, NO_UNITS, type QuestionFields, sharedFields, writeQuestion } from "./fields.ts";
import {
  isOwned,
  type QuestionIn,
  type QuestionRecord,
  questionRecordId,
  supportRecordId,
} from "./records.ts";
import { withStep } from "./trails/steps.ts";

type Source = QuestionIn<"pending" | "public" | "routed" | "accepted">;

/**
 * Joins questions into one: every asker is credited, every supporter counts once, each original stays as it was under its
 * own id and can be taken out again. Joining what waits for a decision is the decision: the one they are joined into is
 * public.
 */
export function mergeQuestions(command: CommandOf<"question.merge">, acting: Acting): Result<Patch[]> {
  const { state } = acting;
  const { intoId, text } = command;
  const questionIds = [...new Set(command.questionIds)];
  if (questionIds.includes(intoId)) return refuse("merge_circle");
  const into = state.find("question", questionRecordId(intoId));
  const target = targetOf(into);
  if (!target.ok) return target;
  const sources = sourcesOf(questionIds, state);
  if (!sources.ok) return sources;
  if (target.value === null && sources.value.length < 2) return refuse("merge_target");
  const from = [...(target.value?.merged?.from ?? []), ...questionIds];
  const family = from.flatMap((id) => {
    const member = state.find("question", questionRecordId(id));
    return member === undefined ? [] : familyIds(member, state);
  });
  if (family.length > LIMITS.mergedMax) return refuse("too_many_merged");
  const fields = mergedFields(
    { intoId, text, target: target.value, sources: sources.value, from, family },
    acting,
  );
  const joined = sources.value.flatMap((source) => {
    const former = { ...bareFields(source), onStage: false };
    const merged = {
      ...sharedFields(source),
      ...NO_UNITS,
      onStage: false,
      status: "merged" as const,
      intoId,
      former,
    };
    return withStep(
      acting,
      source.questionId,
      { kind: "merged", otherId: intoId },
      [writeQuestion(merged)],
      true,
    );
  });
  return done([...joined, ...withStep(acting, intoId, { kind: "joined" }, [writeQuestion(fields)])]);
}

function targetOf(into: QuestionRecord | undefined): Result<Source | null> {
  if (into === undefined) return done(null);
  if (into.status === "merged") return refuse("merge_circle");
  if (into.merged === null) return refuse("merge_target");
  return asSource(into);
}

function sourcesOf(questionIds: readonly string[], state: SessionState): Result<Source[]> {
  const sources: Source[] = [];
  for (const questionId of questionIds) {
    const found = findQuestion(questionId, state);
    if (!found.ok) return found;
    const source = asSource(found.value);
    if (!source.ok) return source;
    sources.push(source.value);
  }
  return done(sources);
}

function asSource(question: QuestionRecord): Result<Source> {
  switch (question.status) {
    case "pending":
    case "public":
    case "routed":
    case "accepted":
      return done(question);
    case "declined":
      return refuse("question_declined");
    case "merged":
      return refuse("question_merged");
    case "answered":
    case "closed":
      return refuse("question_closed");
  }
}

interface Merge {
  readonly intoId: string;
  readonly text: string;
  readonly target: Source | null;
  readonly sources: readonly Source[];
  readonly from: string[];
  readonly family: readonly string[];
}

function mergedFields(merge: Merge, { state, now }: Acting): QuestionFields {
  const { intoId, text, target, sources, from, family } = merge;
  const members = target === null ? sources : [target, ...sources];
  const eldest = members.reduce((one, other) => (other.askedAt < one.askedAt ? other : one));
  const askers = askersOfAll(members);
  const direct = new Set(from);
  const earlier = family.filter((questionId) => !direct.has(questionId));
  const supporters = supportersOf([intoId, ...family], state);
  for (const { askerId } of askers) supporters.delete(askerId);
  const owned = members.find(isOwned);
  const sameRoom = members.every(({ roomId }) => roomId === eldest.roomId);
  const shared = {
    ...sharedFields(target ?? eldest),
    questionId: intoId,
    text,
    originalText: null,
    nature: members.find(({ nature }) => nature !== null)?.nature ?? null,
    addressedUnit: members.find(({ addressedUnit }) => addressedUnit !== null)?.addressedUnit ?? null,
    askerId: askers[0]?.askerId ?? eldest.askerId,
    anonymous: askers.every(({ anonymous }) => anonymous),
    askedAt: eldest.askedAt,
    support: supporters.size,
    remark: target?.remark ?? null,
    onStage: target?.onStage ?? false,
    topics: [...new Set(members.flatMap(({ topics }) => topics))].slice(0, LIMITS.topicsPerQuestionMax),
    disclosure: target?.disclosure ?? "open",
    liftedTo: sameRoom ? (target ?? eldest).liftedTo : plenaryOf(eldest, state),
    merged: { from, ...(earlier.length > 0 && { earlier }), askers },
  } as const;
  const publicAt = Math.min(
    now,
    ...members.flatMap((member) => ("publicAt" in member ? [member.publicAt] : [])),
  );
  if (owned === undefined) return { ...shared, ...NO_UNITS, status: "public", publicAt };
  const supportUnits = new Set(members.filter(isOwned).flatMap((one) => [one.leadUnit, ...one.supportUnits]));
  supportUnits.delete(owned.leadUnit);
  const units = {
    leadUnit: owned.leadUnit,
    supportUnits: [...supportUnits].slice(0, LIMITS.supportUnitsMax),
  };
  const rest = { ...shared, ...units, publicAt, routedAt: owned.routedAt, handOn: owned.handOn };
  if (owned.status === "routed") return { ...rest, status: "routed" };
  return { ...rest, status: "accepted", acceptedAt: owned.acceptedAt, promisedBy: owned.promisedBy };
}

/**
 * Everybody once, but twice who asked with and without the name: as one, the count of askers would tell whose the question
 * without a name was.
 */
function askersOfAll(members: readonly QuestionRecord[]): Asker[] {
  const askers = new Map<string, Asker>();
  for (const member of [...members].sort((one, other) => one.askedAt - other.askedAt)) {
    for (const asker of askersOf(member)) askers.set(`${asker.askerId} ${asker.anonymous}`, asker);
  }
  return [...askers.values()];
}

/** Where questions of several rooms become one, all of them have to see it. */
function plenaryOf({ roomId }: QuestionRecord, state: SessionState): string | null {
  const plenary = plenaryIn(state);
  return plenary === undefined || plenary.roomId === roomId ? null : plenary.roomId;
}

/**
 * Takes the questions joined last out again, each as it was. Voices given to the joined one alone pass to the first of them,
 * so that none is lost.
 */
export function unmerge(current: QuestionRecord, former: QuestionFields | null, { state }: Acting): Patch[] {
  const kept = new Set(former?.merged?.from ?? []);
  const out = (current.merged?.from ?? []).filter((questionId) => !kept.has(questionId));
  const patches: Patch[] = [];
  const extra = new Map<string, number>();
  if (former === null) {
    const heirOf = heirs(out, state);
    for (const { questionId, personId } of ownSupports(current, state)) {
      const heir = heirOf(personId);
      patches.push(remove(supportRecordId(questionId, personId)));
      if (heir === null) continue;
      patches.push(put("support", supportRecordId(heir, personId), { questionId: heir, personId }));
      extra.set(heir, (extra.get(heir) ?? 0) + 1);
    }
  }
  for (const questionId of out) {
    const source = state.find("question", questionRecordId(questionId));
    if (source?.status !== "merged") continue;
    const fields = source.former as unknown as QuestionFields;
    const { text, originalText, remark, topics, disclosure } = source;
    const support = fields.support + (extra.get(questionId) ?? 0);
    patches.push(writeQuestion({ ...fields, text, originalText, remark, topics, disclosure, support }));
  }
  return patches;
}

function* ownSupports(question: QuestionRecord, state: SessionState) {
  for (const child of state.children(question.id)) if (child.kind === "support") yield child;
}

/** Which question takes over a person's voice: none of those asked by that person, and none where one supports already. */
function heirs(out: readonly string[], state: SessionState): (personId: string) => string | null {
  // Gone through only where somebody supports the joined one alone.
  let supporters: ReadonlySet<string> | undefined;
  const askers = out.flatMap((questionId) => {
    const question = state.find("question", questionRecordId(questionId));
    return question === undefined ? [] : [{ questionId, ids: askerIds(askersOf(question)) }];
  });
  return (personId) => {
    supporters ??= supportersOf(out, state);
    if (supporters.has(personId)) return null;
    return askers.find(({ ids }) => !ids.has(personId))?.questionId ?? null;
  };
}
