import { LIMITS } from "../../../protocol/limits.ts";
import type { Acting } from "../../acting.ts";
import { type Patch, put } from "../../patches.ts";
import { bareFields } from "../../record-base.ts";
import type { SessionState } from "../../state.ts";
import { type FormerRecord, type Step, type StepKind, trailRecordId } from "./records.ts";

/** What a step says of itself. */
export interface StepWords {
  readonly kind: StepKind;
  readonly unit?: string | null;
  readonly note?: string | null;
  readonly dueAt?: number | null;
  readonly verdict?: Step["verdict"];
  readonly otherId?: string | null;
}

/** `patches`, and the step they are on the question's way. `final`: nothing undoes it. */
export function withStep(
  acting: Acting,
  questionId: string,
  words: StepWords,
  patches: readonly Patch[],
  final = false,
): Patch[] {
  const before = final ? null : formerRecords(patches, acting.state);
  return [...patches, trailPatch(acting, questionId, words, before)];
}

/** The question's way with one step more. */
export function trailPatch(
  { state, by, now }: Acting,
  questionId: string,
  words: StepWords,
  before: readonly FormerRecord[] | null,
): Patch {
  const id = trailRecordId(questionId);
  const trail = state.find("trail", id);
  const step: Step = {
    kind: words.kind,
    at: now,
    by,
    unit: words.unit ?? null,
    note: words.note ?? null,
    dueAt: words.dueAt ?? null,
    verdict: words.verdict ?? null,
    otherId: words.otherId ?? null,
    before: before === null ? null : [...before],
  };
  const steps = [...(trail?.steps ?? []), step].slice(-LIMITS.stepsMax);
  const oldest = steps.length - LIMITS.undoableStepsMax;
  return put("trail", id, {
    questionId,
    count: (trail?.count ?? 0) + 1,
    steps: steps.map((one, index) =>
      index < oldest && one.before !== null ? { ...one, before: null } : one,
    ),
  });
}

function formerRecords(patches: readonly Patch[], state: SessionState): FormerRecord[] {
  return patches
    .filter(({ id }) => state.kindOf(id).isBroughtBack)
    .map(({ id }) => {
      const record = state.get(id);
      return { id, fields: record === undefined ? null : bareFields(record) };
    });
}
