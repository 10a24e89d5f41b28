import type { QuestionView } from "../../session/views.ts";

/** Whether a question is read in a room: asked or lifted there, and standing for itself. */
export function isReadIn({ status, roomId: home, liftedTo }: QuestionView, roomId: string): boolean {
  return (home === roomId || liftedTo === roomId) && status !== "declined" && status !== "merged";
}
