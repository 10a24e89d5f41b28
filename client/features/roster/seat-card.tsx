import type { SeatCardsReply } from "../../../shared/protocol/http.ts";
import { useMessages } from "../../ui/language.tsx";
import { typedAddress } from "../addresses/join-address.ts";
import { groupedPin } from "./card-sheets.ts";
import classes from "./seat-cards.module.css";

interface Props {
  readonly person: SeatCardsReply["people"][number];
  readonly title: string;
  readonly address: string;
}

/** Who sits here, and how this person comes in. */
export function SeatCard({ person, title, address }: Props) {
  const { cards } = useMessages().roster;
  const { name, unit, post, group, seat, pin } = person;
  return (
    <article className={classes.card}>
      <p className={classes.session}>{title}</p>
      <p className={classes.name}>{name}</p>
      <p className={classes.unit}>{[unit, post].filter((text) => text !== null).join(" ")}</p>
      <p className={classes.place}>{[group, seat].filter((text) => text !== null).join(" · ")}</p>
      <dl className={classes.entry}>
        <div className={classes.addressPart}>
          <dt>{cards.address1}</dt>
          <dd>{typedAddress(address)}</dd>
        </div>
        <div>
          <dt>{cards.pin}</dt>
          <dd className={classes.pin}>{groupedPin(pin)}</dd>
        </div>
      </dl>
    </article>
  );
}
