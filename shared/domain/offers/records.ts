import { z } from "zod";
import { recordBase } from "../record-base.ts";

/** A group that participants may choose, while they may: what it is and how many seats are taken. */
export const offerRecordSchema = z.strictObject({
  ...recordBase("offer"),
  roundId: z.string(),
  /** The room it will sit in, which need not be there yet. */
  roomId: z.string(),
  /** Groups stand as in their round. */
  order: z.number().int().min(0),
  name: z.string(),
  topic: z.string().nullable(),
  /** How many seats it has; null: as many as come. */
  max: z.number().int().nullable(),
  taken: z.number().int().min(0),
});
export type OfferRecord = z.infer<typeof offerRecordSchema>;

/** Where somebody sits in the round that is chosen in: by his own choice, or fixed by staff. */
export const choiceRecordSchema = z.strictObject({
  ...recordBase("choice"),
  personId: z.string(),
  roundId: z.string(),
  roomId: z.string(),
  fixed: z.boolean(),
});
export type ChoiceRecord = z.infer<typeof choiceRecordSchema>;

export function offerRecordId(roomId: string): string {
  return `offer:${roomId}`;
}

export function choiceRecordId(personId: string): string {
  return `choice:${personId}`;
}
