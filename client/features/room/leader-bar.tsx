import { lazy, Suspense } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useCan } from "../../sync/hooks.ts";

// Few lead a group.
const LeaderActs = lazy(async () => ({ default: (await import("./leader-acts.tsx")).LeaderActs }));

/** 组长 has the acts of the own group above it. Moderators who step in have them as well. */
export function LeaderBar({ room, isSealed }: { room: RoomRecord; isSealed: boolean }) {
  const can = useCan();
  const { roomId } = room;
  if (isSealed || room.roomKind === "plenary" || !can({ type: "room.close", roomId })) return null;
  return (
    <Suspense fallback={null}>
      <LeaderActs room={room} />
    </Suspense>
  );
}
