import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

const SYNC_MESSAGE = 0;
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;

/** What a frame this client sends is to the counting of saved updates. */
export type SentFrame =
  | { readonly kind: "step2" }
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "other" };

/** Reads a frame of the y-protocols framing as far as its kind; an update also gives its bytes. */
export function readSentFrame(frame: Uint8Array): SentFrame {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== SYNC_MESSAGE) return { kind: "other" };
  switch (decoding.readVarUint(decoder)) {
    case SYNC_STEP_2:
      return { kind: "step2" };
    case SYNC_UPDATE:
      return { kind: "update", update: decoding.readVarUint8Array(decoder) };
    default:
      return { kind: "other" };
  }
}

/** The frame that brings `update`. */
export function updateFrame(update: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC_MESSAGE);
  encoding.writeVarUint(encoder, SYNC_UPDATE);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}
