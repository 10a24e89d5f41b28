import { useMemo } from "react";
import { useOutbox, useRecords } from "../../sync/hooks.ts";
import { heldList, pendingQueue, totals } from "./acts/console-lists.ts";

/** What the console shows of the session; `roomId`: the one room whose questions are looked at, `null`: all. */
export function useConsoleRecords(roomId: string | null) {
  const allQuestions = useRecords("question");
  const roomRecords = useRecords("room");
  const personRecords = useRecords("person");
  const outbox = useOutbox();
  const rooms = useMemo(() => [...roomRecords].sort((one, other) => one.order - other.order), [roomRecords]);
  const people = useMemo(
    () =>
      personRecords.filter((person) => person.removed !== true).sort((one, other) => one.order - other.order),
    [personRecords],
  );
  const questions = useMemo(
    () =>
      allQuestions.filter(
        (question) => roomId === null || question.roomId === roomId || question.liftedTo === roomId,
      ),
    [allQuestions, roomId],
  );
  const byId = useMemo(
    () => new Map(allQuestions.map((question) => [question.questionId, question])),
    [allQuestions],
  );
  const queue = useMemo(() => pendingQueue(questions, outbox), [questions, outbox]);
  const held = useMemo(() => heldList(questions), [questions]);
  const sums = useMemo(() => totals(allQuestions), [allQuestions]);
  const roomNames = useMemo(
    () => new Map(rooms.length > 1 && roomId === null ? rooms.map((room) => [room.roomId, room.name]) : []),
    [rooms, roomId],
  );
  return { rooms, people, questions, byId, queue, held, sums, roomNames };
}
