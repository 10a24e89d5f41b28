import type { Lane, RecordView } from "../../../protocol/lanes.ts";
import { askerIds, askersOf } from "../../askers/askers.ts";
import type { SessionState } from "../../state.ts";
import type { Presentation } from "../../view.ts";
import { questionRecordId } from "../records.ts";
import type { Step, StepKind, TrailRecord } from "./records.ts";

/** Steps that are the staff's own business. */
const STAFF_STEPS: ReadonlySet<StepKind> = new Set(["held", "unheld"]);

/** The whole way for staff; for the askers what became of the question, and which unit or side did it. */
export function trailLanes(trail: TrailRecord, state: SessionState): Presentation {
  const question = state.find("question", questionRecordId(trail.questionId));
  const { steps, ...bare } = trail;
  const last = steps.at(-1);
  const lanes: [Lane, RecordView][] = [
    ["staff", { ...bare, canUndo: last?.before != null, steps: steps.map(staffStep) }],
  ];
  if (question === undefined) return lanes;
  const view = { ...bare, steps: steps.filter(({ kind }) => !STAFF_STEPS.has(kind)).map(askerStep) };
  for (const askerId of askerIds(askersOf(question))) lanes.push([`person:${askerId}`, view]);
  return lanes;
}

function staffStep({ before: _before, ...step }: Step) {
  return step;
}

function askerStep({ before: _before, by: _by, ...step }: Step) {
  return step;
}
