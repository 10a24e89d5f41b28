import { Decoder, Encoder, type Packet, PacketType } from "socket.io-parser";
import type { LaneChanges } from "../../shared/protocol/lanes.ts";
import type { JoinReply } from "../../shared/protocol/session-socket.ts";

/** An answer that is text already. */
class EncodedReply {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** Socket.IO's own wire format; an answer that is text already goes out as it is. */
class ReplyEncoder extends Encoder {
  override encode(packet: Packet) {
    const [reply] = packet.type === PacketType.ACK ? (packet.data as unknown[]) : [];
    if (!(reply instanceof EncodedReply)) return super.encode(packet);
    return [`${PacketType.ACK}${packet.id}[${reply.json}]`];
  }
}

/** What Socket.IO takes as `parser`. */
export const REPLY_PARSER = { Encoder: ReplyEncoder, Decoder };

/** The text of whole lanes: one and the same object is handed to all who join until the lane changes. */
const wholeLanes = new WeakMap<LaneChanges, string>();

/** A join's answer as text, in which a whole lane is encoded once however many join. */
export function encodeJoinReply(reply: Extract<JoinReply, { ok: true }>): EncodedReply {
  const { lanes, ...rest } = reply;
  const head = JSON.stringify(rest);
  return new EncodedReply(`${head.slice(0, -1)},"lanes":[${lanes.map(laneText).join(",")}]}`);
}

function laneText(changes: LaneChanges): string {
  if (changes.from !== null) return JSON.stringify(changes);
  const known = wholeLanes.get(changes);
  if (known !== undefined) return known;
  const text = JSON.stringify(changes);
  wholeLanes.set(changes, text);
  return text;
}
