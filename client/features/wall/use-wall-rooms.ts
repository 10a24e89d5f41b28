import { useMemo, useState } from "react";
import { useRecords, useWall } from "../../sync/hooks.ts";
import { missingOf, roomKeeper, type WallRoom, wallRooms } from "./wall-rooms.ts";

const NOBODY: ReadonlySet<string> = new Set();

/** The rooms with what happens in them, and who is missing in all. */
export function useWallRooms() {
  const rooms = useRecords("room");
  const people = useRecords("person");
  const questions = useRecords("question");
  const helps = useRecords("help");
  const speeches = useRecords("speech");
  const [keep] = useState(roomKeeper);
  const { here, lines, stoppedAt } = useWall();
  const isKnown = here !== null;
  const present = here ?? NOBODY;
  const all: readonly WallRoom[] = useMemo(
    () => keep(wallRooms({ rooms, people, questions, helps, speeches, here: present })),
    [keep, rooms, people, questions, helps, speeches, present],
  );
  const missing = useMemo(() => missingOf(people, present), [people, present]);
  return { rooms: all, missing, lines, stoppedAt, isKnown };
}
