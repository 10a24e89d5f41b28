import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put, remove, set } from "../patches.ts";
import { bareFields, nameOfKind } from "../record-base.ts";
import type { RecordKind } from "../records.ts";
import { done, type Result, refuse } from "../result.ts";
import { familyIds, supportersOf } from "./family.ts";
import { findQuestion, type QuestionFields, writeQuestion } from "./fields.ts";
import { unmerge } from "./merging.ts";
import { type QuestionRecord, questionRecordId } from "./records.ts";
import { type FormerRecord, type TrailRecord, trailRecordId } from "./trails/records.ts";

/**
 * Takes back the last step of a question's way. An answer is not thrown away but taken back to 待核; voices given
 * meanwhile stay; a row of the ledger that somebody has worked on keeps the question closed.
 */
export function undoStep(command: CommandOf<"question.undo">, acting: Acting): Result<Patch[]> {
  const { state } = acting;
  const found = findQuestion(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  const trail = state.find("trail", trailRecordId(question.questionId));
  const step = trail?.steps.at(-1);
  if (trail === undefined || step === undefined) return refuse("nothing_to_undo");
  if (trail.count !== command.step) return refuse("step_passed");
  if (step.before === null) return refuse("nothing_to_undo");
  const former = step.before.find(({ id }) => id === question.id);
  if (step.kind === "joined") return done(undoJoin(question, former, acting));
  const patches: Patch[] = [];
  for (const one of step.before) {
    const patch = one.id === question.id ? null : broughtBack(one, acting);
    if (patch === "worked_on") return refuse("step_passed");
    if (patch !== null) patches.push(patch);
  }
  if (former?.fields != null) patches.push(questionBack(question, former.fields as QuestionFields));
  return done([...patches, shortened(trail)]);
}

/** Everything but the voices, which are not steps. */
function questionBack(question: QuestionRecord, fields: QuestionFields): Patch {
  const isShown = fields.status !== "pending" && fields.status !== "declined" && question.onStage;
  return writeQuestion({ ...fields, support: question.support, onStage: isShown } as QuestionFields);
}

function broughtBack({ id, fields }: FormerRecord, { state }: Acting): Patch | "worked_on" | null {
  const now = state.get(id);
  const kind = nameOfKind(id) as RecordKind;
  if (fields !== null) return { op: "put", id, kind, fields };
  if (now === undefined) return null;
  if (now.kind === "answer") {
    return put("answer", id, { ...bareFields(now), status: "held" });
  }
  if (now.kind === "followup" && (now.status !== "new" || [...state.children(id)].length > 0))
    return "worked_on";
  return remove(id);
}

function undoJoin(question: QuestionRecord, former: FormerRecord | undefined, acting: Acting): Patch[] {
  const fields = (former?.fields ?? null) as QuestionFields | null;
  const out = unmerge(question, fields, acting);
  const trailId = trailRecordId(question.questionId);
  const trail = acting.state.find("trail", trailId);
  if (fields === null) {
    return [...out, ...answersOver(question, acting), remove(question.id), remove(trailId)];
  }
  const kept = (fields.merged?.from ?? []).flatMap((questionId) => {
    const member = acting.state.find("question", questionRecordId(questionId));
    return member === undefined ? [] : familyIds(member, acting.state);
  });
  const supporters = supportersOf([question.questionId, ...kept], acting.state);
  for (const { askerId } of fields.merged?.askers ?? []) supporters.delete(askerId);
  const back = writeQuestion({ ...fields, support: supporters.size, onStage: question.onStage });
  return trail === undefined ? [...out, back] : [...out, back, shortened(trail)];
}

/** Answers taken back to 待核 pass to the first of the questions, where they can be let out again. */
function answersOver(question: QuestionRecord, { state }: Acting): Patch[] {
  const [questionId] = question.merged?.from ?? [];
  if (questionId === undefined) return [];
  return [...state.children(question.id)].flatMap((child) =>
    child.kind === "answer" ? [set(child, { questionId })] : [],
  );
}

/** The way without its last step. */
function shortened({ questionId, count, steps }: TrailRecord): Patch {
  return put("trail", trailRecordId(questionId), { questionId, count: count + 1, steps: steps.slice(0, -1) });
}
