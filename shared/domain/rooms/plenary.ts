import type { SessionState } from "../state.ts";
import type { RoomRecord } from "./records.ts";

/** The room that everybody is in; a session may have none. */
export function plenaryIn(state: SessionState): RoomRecord | undefined {
  return [...state.all("room")].find(({ roomKind }) => roomKind === "plenary");
}
