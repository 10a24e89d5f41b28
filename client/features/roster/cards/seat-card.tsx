import type { SeatCardsReply } from "../../../../shared/protocol/http.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { typedAddress } from "../../addresses/join-address.ts";
import { type CardsPerSheet, groupedPin } from "./card-sheets.ts";
import { cardSizes } from "./card-text.ts";
import classes from "./seat-cards.module.css";

interface Props {
  readonly person: SeatCardsReply["people"][number];
  readonly title: string;
  readonly address: string;
  readonly perSheet: CardsPerSheet;
}

/** Who sits here, and how this person comes in. */
export function SeatCard({ person, title, address, perSheet }: Props) {
  const { cards } = useAllMessages().roster;
  const { name, pin } = person;
  const unit = [person.unit, person.post].filter((text) => text !== null).join(" ");
  const place = [person.group, person.seat].filter((text) => text !== null).join(" · ");
  const sizes = cardSizes({ name, unit, place }, perSheet);
  const inPoints = (size: number) => ({ fontSize: `${size}pt` });
  return (
    <article className={classes.card}>
      <p className={classes.session}>{title}</p>
      <p className={classes.name} style={inPoints(sizes.name)}>
        {name}
      </p>
      <p className={classes.unit} style={inPoints(sizes.unit)}>
        {unit}
      </p>
      <p className={classes.place} style={inPoints(sizes.place)}>
        {place}
      </p>
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
