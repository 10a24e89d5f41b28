import { type KeyboardEvent, useRef, useState } from "react";
import { useAllMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { useHeldOrder } from "../../ui/use-held-order.ts";
import { useIsInside } from "../../ui/use-is-inside.ts";
import { LedgerLink } from "../followups/ledger-link.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import { ConsoleLink } from "./console-link.tsx";
import { RoomCard } from "./room-card.tsx";
import { SayLine } from "./say-line.tsx";
import { type LineTo, useWallActs } from "./use-wall-acts.ts";
import { useWallRooms } from "./use-wall-rooms.ts";
import styles from "./wall.module.css";
import { CARD_LINK, moveBetweenCards } from "./wall-keys.ts";
import { WallTotals } from "./wall-totals.tsx";

/** Up to so many rooms have large cards, and up to so many middling ones. */
const FEW_ROOMS = 6;
const SOME_ROOMS = 16;

/** All rooms on one screen. */
export function WallScreen() {
  const { wall: words } = useAllMessages();
  const { rooms, missing, lines, stoppedAt, isKnown } = useWallRooms();
  const acts = useWallActs();
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [sayTo, setSayTo] = useState<LineTo | undefined>(undefined);
  const { isInside, handlers } = useIsInside();
  const grid = useRef<HTMLUListElement>(null);
  const wanted = onlyMissing ? rooms.filter((room) => room.missing.length > 0) : rooms;
  const shown = useHeldOrder(wanted, `${onlyMissing}`, isInside);

  const show = (roomId: string) => {
    setOnlyMissing(false);
    // Once the card is there again.
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`[${CARD_LINK}="${roomId}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget } = event;
    // What lies over the cards has keys of its own.
    if (!currentTarget.contains(target as Node) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (moveBetweenCards(event) || (event.key.toLowerCase() === "h" && !event.repeat && answerAt(target)))
      event.preventDefault();
  };
  const answerAt = (target: EventTarget): boolean => {
    const link = (target as HTMLElement).closest("li")?.querySelector<HTMLElement>(`[${CARD_LINK}]`);
    const called = rooms.find(
      ({ room, help }) => help !== undefined && room.roomId === link?.dataset.wallRoom,
    );
    if (called === undefined || !acts.speaks) return false;
    acts.answer(called.room);
    return true;
  };
  return (
    <div className={styles.page}>
      <SessionTopBar title={words.title}>
        <ConsoleLink />
        <LedgerLink />
      </SessionTopBar>
      <SessionBanners />
      <main id="content" className={styles.main}>
        <WallTotals
          missing={isKnown ? missing : null}
          calling={rooms.filter(({ help }) => help !== undefined)}
          onlyMissing={onlyMissing}
          onOnlyMissing={setOnlyMissing}
          stoppedAt={stoppedAt}
          acts={acts}
          onShow={show}
          onSay={setSayTo}
        />
        {rooms.length === 0 && <EmptyState title={words.none} hint={words.noneHint} />}
        {onlyMissing && shown.length === 0 && (
          <EmptyState title={words.noneMissing} hint={words.noneMissingHint} />
        )}
        <ul
          ref={grid}
          aria-label={words.rooms}
          className={styles.rooms}
          data-density={densityOf(rooms.length)}
          onKeyDown={onKeyDown}
          {...handlers}
        >
          {shown.map((wallRoom) => (
            <RoomCard
              key={wallRoom.id}
              wallRoom={wallRoom}
              line={lines.get(wallRoom.room.roomId)}
              isKnown={isKnown}
              acts={acts}
              onSay={setSayTo}
            />
          ))}
        </ul>
      </main>
      <SayLine to={sayTo} acts={acts} onClose={() => setSayTo(undefined)} />
    </div>
  );
}

function densityOf(rooms: number): "few" | "some" | "many" {
  if (rooms <= FEW_ROOMS) return "few";
  return rooms <= SOME_ROOMS ? "some" : "many";
}
