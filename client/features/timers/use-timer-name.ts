import { roomRecordId } from "../../../shared/domain/rooms/records.ts";
import type { TimerRecord } from "../../../shared/domain/timers/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";

/** Whose time it is, in words: a group's name, or everyone's. */
export function useTimedName(roomId: string | null): string {
  const { timing: words } = useMessages();
  const room = useRecord("room", roomRecordId(roomId ?? ""));
  return roomId === null ? words.everyone : (room?.name ?? "");
}

/** What a timer counts, as it is read out: whose time, and what for. */
export function useTimerName({ roomId, label }: Pick<TimerRecord, "roomId" | "label">): string {
  const { timing: words } = useMessages();
  const whose = useTimedName(roomId);
  return label === null ? whose : words.whoseAndWhat(whose, label);
}
