import type { Lane, RecordView } from "../../../protocol/lanes.ts";
import { askerIds, askersOf } from "../../askers/askers.ts";
import type { SessionState } from "../../state.ts";
import { type Presentation, viewOf } from "../../view.ts";
import { questionRecordId } from "../records.ts";
import { REVIEW_STEPS, SAID_STEPS, type Step, type StepKind, type TrailRecord } from "./records.ts";
import type { StepView } from "./views.ts";

/** Steps that are the staff's own business. */
const STAFF_STEPS: ReadonlySet<StepKind> = new Set(["held", "unheld"]);

/** The whole way for staff; its last step, while that is one of the review or an answer, for the leaders of the room; for the askers what became of the question, and which unit or side did it. */
export function trailLanes(trail: TrailRecord, state: SessionState): Presentation {
  const question = state.find("question", questionRecordId(trail.questionId));
  const { steps } = trail;
  const bare = viewOf(trail, ["questionId", "count"]);
  const canUndo = steps.at(-1)?.before != null;
  const lanes: [Lane, RecordView][] = [["staff", { ...bare, canUndo, steps: steps.map(staffStep) }]];
  if (question === undefined) return lanes;
  const view = { ...bare, steps: steps.filter(({ kind }) => !STAFF_STEPS.has(kind)).map(askerStep) };
  const last = steps.at(-1);
  const isLeaders = last !== undefined && (REVIEW_STEPS.has(last.kind) || SAID_STEPS.has(last.kind));
  if (isLeaders && question.disclosure !== "staff") {
    lanes.push([`leaders:${question.roomId}`, { ...bare, canUndo, steps: [askerStep(last)] }]);
  }
  for (const askerId of askerIds(askersOf(question))) lanes.push([`person:${askerId}`, view]);
  return lanes;
}

function staffStep(step: Step): StepView {
  return { ...askerStep(step), by: step.by };
}

function askerStep({ kind, at, unit, note, dueAt, verdict, otherId }: Step): StepView {
  return { kind, at, unit, note, dueAt, verdict, otherId };
}
