import { Tabs } from "@mantine/core";
import { useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { Revealed } from "./reading/use-reveal.ts";
import styles from "./room-main.module.css";
import { ROOM_TABS, RoomPanels, type RoomTab, RoomTabList, TABS_PROPS } from "./room-tabs.tsx";

interface Props {
  readonly room: RoomRecord;
  /** The question somebody asks to see. */
  readonly revealed: Revealed | null;
  readonly onRevealed: () => void;
}

/** The middle of the room: its questions and its notes. */
export function RoomMain({ room, revealed, onRevealed }: Props) {
  const [tab, setTab] = useState<RoomTab>("questions");
  if (revealed !== null && tab !== "questions") setTab("questions");
  return (
    <Tabs
      {...TABS_PROPS}
      className={styles.tabs ?? ""}
      value={tab}
      onChange={(next) => setTab(ROOM_TABS.find((one) => one === next) ?? tab)}
    >
      <RoomTabList room={room} />
      <RoomPanels room={room} tab={tab} revealed={revealed} onRevealed={onRevealed} />
    </Tabs>
  );
}
