import type { QuestionView } from "../../session/views.ts";
import { isStanding } from "../questions/question-state.ts";

type Read = Pick<QuestionView, "status" | "roomId" | "liftedTo">;

/** Whether a question is read in a room: asked or lifted there, and standing for itself. */
export function isReadIn({ status, roomId: home, liftedTo }: Read, roomId: string): boolean {
  return (home === roomId || liftedTo === roomId) && isStanding(status);
}
