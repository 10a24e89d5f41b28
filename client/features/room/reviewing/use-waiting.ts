import { useMemo } from "react";
import { leads } from "../../../../shared/domain/people/leading.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { useMe, useRecord, useRecords } from "../../../sync/hooks.ts";

export type Waiting = Extract<QuestionView, { status: "pending" }>;

/** What waits in a room for its leader's decision, those put aside last; null for whoever does not lead it. */
export function useWaiting(room: RoomRecord): readonly Waiting[] | null {
  const me = useMe();
  const questions = useRecords("question");
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  const { roomId } = room;
  const isLeader = leads(me, roomId) && !isSealed;
  return useMemo(() => (isLeader ? waitingIn(roomId, questions) : null), [isLeader, roomId, questions]);
}

/** The longest waiting first. */
export function waitingIn(roomId: string, questions: readonly QuestionView[]): readonly Waiting[] {
  return questions
    .filter((question): question is Waiting => question.status === "pending" && question.roomId === roomId)
    .sort((one, other) => Number(isHeld(one)) - Number(isHeld(other)) || one.askedAt - other.askedAt);
}

export function isHeld({ held }: Waiting): boolean {
  return held === true;
}
