import { Tabs } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useMessages } from "../../ui/language.tsx";
import { Loading } from "../../ui/states/loading.tsx";
import { Tag } from "../../ui/tag.tsx";
import { type Desk, isBare, waitingOn } from "../unit-desk/desk-questions.ts";
import { type KeptTab, useFirstTab, useKeptTab } from "./kept-tab.ts";
import type { Revealed } from "./reading/use-reveal.ts";
import { useWaiting } from "./reviewing/use-waiting.ts";
import styles from "./room-main.module.css";
import { ROOM_TABS, RoomPanels, type RoomTab, RoomTabList, TABS_PROPS } from "./room-tabs.tsx";

// Few who ask are asked themselves.
const UnitDesk = lazy(async () => ({ default: (await import("../unit-desk/unit-desk.tsx")).UnitDesk }));

interface Props {
  readonly room: RoomRecord;
  /** The viewer's unit, and what it was asked itself; null where it cannot be asked. */
  readonly unit: string | null;
  readonly desk: Desk | null;
  /** The question somebody asks to see. */
  readonly revealed: Revealed | null;
  readonly onRevealed: () => void;
  readonly keptTab: KeptTab;
}

/** The middle of the room: its questions and its notes, and before them the desk of a unit that was asked by another. */
export function RoomMain({ room, unit, desk, revealed, onRevealed, keptTab }: Props) {
  const words = useMessages().room.desk;
  const [wanted, setWanted] = useState<RoomTab | "desk">(useFirstTab(keptTab));
  const asked = unit === null || desk === null || isBare(desk) ? null : { unit, desk };
  const waiting = asked === null ? 0 : waitingOn(asked.desk);
  if (revealed !== null && wanted !== "questions") setWanted("questions");
  const review = useWaiting(room);
  const isGone = (wanted === "desk" && asked === null) || (wanted === "review" && review === null);
  const tab = isGone ? "questions" : wanted;
  useKeptTab(keptTab, tab === "desk" ? "questions" : tab);
  return (
    <Tabs
      {...TABS_PROPS}
      className={styles.tabs ?? ""}
      value={tab}
      onChange={(next) => setWanted(next === "desk" ? next : (ROOM_TABS.find((one) => one === next) ?? tab))}
    >
      <RoomTabList room={room} review={review}>
        {asked !== null && (
          <Tabs.Tab value="desk">
            {words.title} <Tag tone={waiting > 0 ? "waiting" : "plain"}>{waiting}</Tag>
          </Tabs.Tab>
        )}
      </RoomTabList>
      {asked !== null && (
        <Tabs.Panel value="desk">
          <div className={styles.desk}>
            <Suspense fallback={<Loading />}>
              <UnitDesk {...asked} onEntered={stays} />
            </Suspense>
          </div>
        </Tabs.Panel>
      )}
      <RoomPanels
        room={room}
        review={review}
        tab={tab === "desk" ? "questions" : tab}
        revealed={revealed}
        onRevealed={onRevealed}
      />
    </Tabs>
  );
}

/** The tab was chosen already. */
function stays(): void {}
