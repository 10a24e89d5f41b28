import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import {
  type ChoiceRecord,
  choiceRecordId,
  type OfferRecord,
} from "../../../shared/domain/offers/records.ts";
import { useConnection, useMe, useRecord, useRecords } from "../../sync/hooks.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { Tag } from "../../ui/tag.tsx";
import { showNotice, useUndoNotice } from "../../ui/undo.tsx";
import { useAct } from "../acting/use-act.ts";
import styles from "./choice-panel.module.css";
import { useChoosingWords } from "./use-choosing-words.ts";

/** The groups with their seats, and the own choice, as it happens. */
export function ChoicePanel() {
  const words = useChoosingWords();
  const me = useMe();
  const offers = useOffers();
  const choice = useRecord("choice", choiceRecordId(me?.personId ?? ""));
  const isOffline = useConnection().status !== "online";
  const choose = useChoose(offers, choice);
  const mine = offers.find(({ roomId }) => roomId === choice?.roomId);
  useOverNotice(offers.length > 0, choice?.fixed === false ? (mine?.name ?? null) : null);
  if (offers.length === 0) return null;
  const said =
    mine === undefined ? words.none : choice?.fixed === true ? words.fixed(mine.name) : words.mine(mine.name);
  return (
    <section className={styles.panel} aria-label={words.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <span role="status" className={styles.said}>
          {said}
        </span>
        <span className={styles.hint}>{isOffline ? words.offline : words.hint}</span>
      </div>
      <ul className={styles.groups}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.group} data-mine={offer === mine || undefined}>
            <span className={styles.name} title={offer.name}>
              {offer.name}
            </span>
            <span className={styles.seats}>
              {offer === mine ? <Tag tone="done">{words.chosen}</Tag> : <Seats offer={offer} />}
            </span>
            <span className={styles.topic} title={offer.topic ?? ""}>
              {offer.topic}
            </span>
            <span className={styles.act}>
              {choice?.fixed !== true && (
                <Button
                  size="compact-sm"
                  variant={offer === mine ? "subtle" : "default"}
                  disabled={isOffline || (offer !== mine && isFull(offer))}
                  aria-label={offer === mine ? words.leaveOf(offer.name) : words.chooseOf(offer.name)}
                  onClick={singlePress(() => choose(offer === mine ? null : offer))}
                >
                  {offer === mine ? words.leave : words.choose}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Seats({ offer }: { offer: OfferRecord }) {
  const words = useChoosingWords();
  if (offer.max === null) return words.noLimit(offer.taken);
  return isFull(offer) ? words.full : words.seatsLeft(offer.max - offer.taken);
}

function isFull({ max, taken }: OfferRecord): boolean {
  return max !== null && taken >= max;
}

/** The groups in their order, called as their rooms are, once they have one. */
function useOffers(): readonly OfferRecord[] {
  const offers = useRecords("offer");
  const rooms = useRecords("room");
  return useMemo(() => {
    const names = new Map(rooms.map(({ roomId, name }) => [roomId, name]));
    return offers
      .map((offer) => ({ ...offer, name: names.get(offer.roomId) ?? offer.name }))
      .sort((one, other) => one.order - other.order);
  }, [offers, rooms]);
}

/** Chooses a group, or with null none; taken back, what was chosen before is chosen again. */
function useChoose(offers: readonly OfferRecord[], choice: ChoiceRecord | undefined) {
  const words = useChoosingWords();
  const act = useAct();
  const undoNotice = useUndoNotice();
  return async (offer: OfferRecord | null) => {
    const roundId = offers[0]?.roundId ?? "";
    const before = choice?.roomId ?? null;
    if (!(await act({ type: "round.choose", roundId, roomId: offer?.roomId ?? null }))) return;
    const left = offers.find(({ roomId }) => roomId === before);
    const done = offer === null ? words.left(left?.name ?? "") : words.done(offer.name);
    undoNotice(done, () => void act({ type: "round.choose", roundId, roomId: before }));
  };
}

/** Says once that choosing is over, with what the viewer chose. */
function useOverNotice(isOpen: boolean, chosenName: string | null): void {
  const words = useChoosingWords();
  const before = useRef({ isOpen, chosenName });
  useEffect(() => {
    const last = before.current;
    before.current = { isOpen, chosenName };
    if (!last.isOpen || isOpen) return;
    showNotice(last.chosenName === null ? words.over : words.overWith(last.chosenName));
  }, [isOpen, chosenName, words]);
}
