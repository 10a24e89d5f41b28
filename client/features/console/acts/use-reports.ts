import { useMemo, useState } from "react";
import { nameOfKind } from "../../../../shared/domain/record-base.ts";
import { type RoomRecord, roomRecordId } from "../../../../shared/domain/rooms/records.ts";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import type { LaneStore } from "../../../sync/lane-store.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import type { StageActs } from "./stage-acts.ts";

const MINUTE_MS = 60_000;
const USUAL_MINUTES = 5;

/** How the groups report, one after the other. */
export interface Reports {
  /** How long each has; null: as long as it takes. */
  readonly minutes: number | null;
  readonly setMinutes: (minutes: number | null) => void;
  readonly show: (room: RoomRecord, page: number) => void;
  /** The group before or after the one that reports; undefined where there is none, and while the server does not hear: time that comes late would start late. */
  readonly beside: (by: 1 | -1) => RoomRecord | undefined;
}

/** The same object until the time changes. */
export function useReports({ showReport }: Pick<StageActs, "showReport">): Reports {
  const { store, connection } = useSessionClient();
  const [minutes, setMinutes] = useState<number | null>(USUAL_MINUTES);
  return useMemo(
    () => ({
      minutes,
      setMinutes,
      show: (room, page) => showReport(room, minutes === null ? null : minutes * MINUTE_MS, page),
      beside: (by) => (connection.snapshot().status === "online" ? besideReported(store, by) : undefined),
    }),
    [store, connection, showReport, minutes],
  );
}

/** The groups that report, in their order: those of the round that is running, else all. */
export function reportingGroups(store: LaneStore): readonly RoomRecord[] {
  const rooms = store.records("room").filter(({ roomKind }) => roomKind === "breakout");
  const running = store.records("round").find(({ status }) => status === "running");
  const own = running?.groups.flatMap(({ roomId }) => rooms.find((room) => room.roomId === roomId) ?? []);
  return own !== undefined && own.length > 0 ? own : rooms.toSorted((one, other) => one.order - other.order);
}

function besideReported(store: LaneStore, by: 1 | -1): RoomRecord | undefined {
  const recordId = store.record("stage", STAGE_RECORD_ID)?.recordId ?? "";
  if (nameOfKind(recordId) !== "room") return undefined;
  const groups = reportingGroups(store);
  const at = groups.findIndex(({ roomId }) => roomRecordId(roomId) === recordId);
  return at === -1 ? undefined : groups[at + by];
}
