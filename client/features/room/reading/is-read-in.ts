import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { isInPlay } from "../../questions/question-state.ts";

type Read = Pick<QuestionView, "status" | "roomId" | "liftedTo">;

/** Whether a question is read in a room: asked or lifted there, and still in play. */
export function isReadIn({ status, roomId: home, liftedTo }: Read, roomId: string): boolean {
  return (home === roomId || liftedTo === roomId) && isInPlay(status);
}

/** The room to read a question in: the one somebody is in, else the first of `rooms`, which they may enter; none if none. */
export function roomToReadIn(
  question: Read,
  current: string | undefined,
  rooms: readonly { readonly roomId: string }[],
): string | undefined {
  const ids = rooms.map(({ roomId }) => roomId).filter((roomId) => isReadIn(question, roomId));
  return ids.find((roomId) => roomId === current) ?? ids[0];
}
