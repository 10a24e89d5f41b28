import { Tabs } from "@mantine/core";
import { useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useMessages } from "../../ui/language.tsx";
import { useKeptFocus } from "../../ui/use-kept-focus.ts";
import { type Desk, waitingOn } from "../unit-desk/desk-questions.ts";
import { UnitDesk } from "../unit-desk/unit-desk.tsx";
import { type KeptTab, useFirstTab, useKeptTab } from "./kept-tab.ts";
import { useWaiting } from "./reviewing/use-waiting.ts";
import { ROOM_TABS, RoomPanels, type RoomTab, RoomTabList, TABS_PROPS } from "./room-tabs.tsx";
import styles from "./unit-main.module.css";
import { useFolded } from "./use-folded.ts";

const TABS_ID = "desk";
const DESK_PANEL_ID = `${TABS_ID}-panel-desk`;

interface Props {
  readonly room: RoomRecord;
  readonly unit: string;
  readonly desk: Desk;
  readonly keptTab: KeptTab;
}

/**
 * The middle of the room for who answers for a unit: the desk in the wide column, the room beside it. In a narrow window
 * both stand behind tabs; each stays mounted, so that a fold takes nothing that is being written.
 */
export function UnitMain({ room, unit, desk, keptTab }: Props) {
  const { room: words } = useMessages();
  const isFolded = useFolded();
  const firstTab = useFirstTab(keptTab);
  const [wanted, setTab] = useState<RoomTab>("questions");
  const review = useWaiting(room);
  const tab = wanted === "review" && review === null ? "questions" : wanted;
  /** Where the reader was last: what stands when the window folds. */
  const [isAtDesk, setAtDesk] = useState(true);
  const [roomId, setRoomId] = useState(room.roomId);
  if (roomId !== room.roomId) {
    // Who goes to another room wants to see it.
    setRoomId(room.roomId);
    setTab(firstTab);
    setAtDesk(false);
  }
  useKeptTab(keptTab, tab);
  // The list of tabs stands elsewhere once the window folds; a focus on it goes along.
  const focus = useKeptFocus<HTMLDivElement>(null, '[role="tab"][aria-selected="true"]');
  return (
    <Tabs
      {...TABS_PROPS}
      ref={focus.place}
      id={TABS_ID}
      className={styles.tabs ?? ""}
      data-beside={!isFolded || undefined}
      value={isFolded && isAtDesk ? "desk" : tab}
      onChange={(next) => {
        setAtDesk(next === "desk");
        setTab(ROOM_TABS.find((one) => one === next) ?? tab);
      }}
    >
      {isFolded && (
        <RoomTabList room={room} review={review} {...focus.handlers}>
          <Tabs.Tab value="desk" aria-controls={DESK_PANEL_ID}>
            {words.desk.title} {waitingOn(desk)}
          </Tabs.Tab>
        </RoomTabList>
      )}
      <div
        className={styles.desk}
        hidden={isFolded && !isAtDesk}
        {...(isFolded && { id: DESK_PANEL_ID, role: "tabpanel", "aria-labelledby": `${TABS_ID}-tab-desk` })}
      >
        <UnitDesk unit={unit} desk={desk} onEntered={() => setAtDesk(true)} />
      </div>
      <section
        id="side"
        className={styles.room}
        aria-label={words.tabsLabel}
        tabIndex={-1}
        hidden={isFolded && isAtDesk}
        onFocus={() => setAtDesk(false)}
      >
        {!isFolded && <RoomTabList room={room} review={review} {...focus.handlers} />}
        <RoomPanels
          key={room.roomId}
          room={room}
          review={review}
          tab={tab}
          revealed={null}
          onRevealed={nothingRevealed}
        />
      </section>
    </Tabs>
  );
}

/** Units have no questions of their own to look for in the list. */
function nothingRevealed(): void {}
