import { type RefObject, useEffect } from "react";
import { useLocation } from "react-router";
import type { RoomTab } from "./room-tabs.tsx";

/** The tab of the room that was read last. */
export type KeptTab = RefObject<RoomTab>;

/** What the way into a room says: that a moderator moved the reader there. */
export const FOLLOWED = { isFollowed: true } as const;

/** Where somebody begins in a room: who was moved, on the tab he was on, as whoever wrote notes goes on writing; else at the questions. */
export function useFirstTab(kept: KeptTab): RoomTab {
  const state = useLocation().state as Partial<typeof FOLLOWED> | null;
  const tab = kept.current;
  // What waits for a leader is another room's.
  return state?.isFollowed === true && tab !== "review" ? tab : "questions";
}

/** Keeps the tab that is shown for the room that is shown next. */
export function useKeptTab(kept: KeptTab, tab: RoomTab): void {
  useEffect(() => {
    kept.current = tab;
  }, [kept, tab]);
}
