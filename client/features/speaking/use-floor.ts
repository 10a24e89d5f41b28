import { useMemo } from "react";
import { useOutbox, useRecords } from "../../sync/hooks.ts";
import { type Floor, floorOf } from "./floor-order.ts";

/** Who waits, speaks and has spoken in a room. */
export function useFloor(roomId: string): Floor {
  const speeches = useRecords("speech");
  const outbox = useOutbox();
  return useMemo(() => floorOf(speeches, roomId, outbox), [speeches, roomId, outbox]);
}
