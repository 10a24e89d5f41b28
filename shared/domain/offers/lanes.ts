import { type Presentation, viewOf } from "../view.ts";
import type { ChoiceRecord, OfferRecord } from "./records.ts";

/** Groups and their seats are everybody's; of whoever sits there it tells the number. */
export function offerLanes(offer: OfferRecord): Presentation {
  const fields = ["roundId", "roomId", "order", "name", "topic", "max", "taken"] as const;
  return [["everyone", viewOf(offer, fields)]];
}

/** Who chose what is the person's own; staff read it off the round. */
export function choiceLanes(choice: ChoiceRecord): Presentation {
  return [[`person:${choice.personId}`, viewOf(choice, ["personId", "roundId", "roomId", "fixed"])]];
}
