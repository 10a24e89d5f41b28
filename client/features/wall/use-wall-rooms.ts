import { useMemo } from "react";
import { useRecords, useWall } from "../../sync/hooks.ts";
import { missingOf, type WallRoom, wallRooms } from "./wall-rooms.ts";

const NOBODY: ReadonlySet<string> = new Set();

/** The rooms with what happens in them, and who is missing in all. */
export function useWallRooms() {
  const rooms = useRecords("room");
  const people = useRecords("person");
  const questions = useRecords("question");
  const helps = useRecords("help");
  const { here, lines, stoppedAt } = useWall();
  const isKnown = here !== null;
  const present = here ?? NOBODY;
  const all: readonly WallRoom[] = useMemo(
    () => wallRooms({ rooms, people, questions, helps, here: present }),
    [rooms, people, questions, helps, present],
  );
  const missing = useMemo(() => missingOf(people, present), [people, present]);
  return { rooms: all, missing, lines, stoppedAt, isKnown };
}
