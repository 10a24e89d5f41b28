import type { WireFrames } from "../web-socket-frames.ts";
import type { NotesConnection } from "./connection.ts";
import { lifeFrame } from "./notes-messages.ts";

export interface Delivery {
  /** Null for what the server wrote. */
  readonly sender: NotesConnection | null;
  readonly frame: WireFrames;
}

/**
 * Sends the updates of one commit to everybody but their senders: one write a reader, however many updates. Joining whole
 * frames costs a copy of some bytes, merging the updates would cost a decode and an encode. `seq` is that of the last.
 */
export function broadcast(
  deliveries: readonly Delivery[],
  readers: Iterable<NotesConnection>,
  seq: number,
  onLagging: (reader: NotesConnection) => void,
): void {
  const all = joined(deliveries);
  if (all === null) return;
  const senders = new Set<NotesConnection | null>(deliveries.map((delivery) => delivery.sender));
  const allWithSeq = Buffer.concat([lifeFrame(seq), all]);
  for (const reader of [...readers]) {
    let frames = reader.knownLives === null ? all : allWithSeq;
    if (senders.has(reader)) {
      const others = joined(deliveries.filter(({ sender }) => sender !== reader));
      if (others === null) continue;
      frames = reader.withSeq(others, seq);
    }
    if (!reader.send(frames)) onLagging(reader);
  }
}

function joined(deliveries: readonly Delivery[]): WireFrames | null {
  const [first] = deliveries;
  if (first === undefined) return null;
  return deliveries.length === 1 ? first.frame : Buffer.concat(deliveries.map((delivery) => delivery.frame));
}
