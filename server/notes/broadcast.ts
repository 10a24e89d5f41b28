import type { WireFrames } from "../web-socket-frames.ts";
import type { NotesConnection } from "./connection.ts";

export interface Delivery {
  /** Null for what the server wrote. */
  readonly sender: NotesConnection | null;
  readonly frame: WireFrames;
}

/**
 * Sends the updates of one commit to everybody but their senders: one write a reader, however many updates. Joining whole
 * frames costs a copy of some bytes, merging the updates would cost a decode and an encode.
 */
export function broadcast(
  deliveries: readonly Delivery[],
  readers: Iterable<NotesConnection>,
  onLagging: (reader: NotesConnection) => void,
): void {
  const all = joined(deliveries);
  if (all === null) return;
  const senders = new Set<NotesConnection | null>(deliveries.map((delivery) => delivery.sender));
  for (const reader of [...readers]) {
    const frames = senders.has(reader) ? joined(deliveries.filter(({ sender }) => sender !== reader)) : all;
    if (frames !== null && !reader.send(frames)) onLagging(reader);
  }
}

function joined(deliveries: readonly Delivery[]): WireFrames | null {
  const [first] = deliveries;
  if (first === undefined) return null;
  return deliveries.length === 1 ? first.frame : Buffer.concat(deliveries.map((delivery) => delivery.frame));
}
