import type { Lane, RecordView } from "../../protocol/lanes.ts";
import { askerIds, askersOf } from "../askers/askers.ts";
import { publicLanes } from "../questions/lanes.ts";
import { questionRecordId } from "../questions/records.ts";
import type { SessionState } from "../state.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { AnswerRecord } from "./records.ts";

/** An answer goes where its question goes; a held one only to staff and the unit that gave it. */
export function answerLanes(answer: AnswerRecord, state: SessionState): Presentation {
  const question = state.find("question", questionRecordId(answer.questionId));
  const view = viewOf(answer, [
    "answerId",
    "questionId",
    "text",
    "manner",
    "unit",
    "postedAt",
    "editedAt",
    "status",
    "part",
  ]);
  const lanes: [Lane, RecordView][] = [["staff", { ...view, postedBy: answer.postedBy }]];
  if (question === undefined) return lanes;
  if (answer.status === "held") return [...lanes, [`unit:${answer.unit}`, view]];
  for (const askerId of askerIds(askersOf(question))) lanes.push([`person:${askerId}`, view]);
  const others = new Set(publicLanes(question));
  others.add(`unit:${answer.unit}`);
  for (const lane of others) lanes.push([lane, view]);
  return lanes;
}
