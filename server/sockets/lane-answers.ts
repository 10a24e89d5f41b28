import { setImmediate } from "node:timers/promises";
import { DEFLATE_RAW, type Lane, type LaneChanges } from "../../shared/protocol/lanes.ts";
import type { JoinRequest } from "../../shared/protocol/session-socket.ts";
import type { LaneViewer, SessionHost } from "../host/session-host.ts";
import { ATTACHMENTS_MAX, attachmentPlaceholder } from "./engine-insides.ts";
import { LaneBytes } from "./lane-bytes.ts";

/** The whole of a lane, packed, may be less than what somebody missed of it, from so many records on. */
const MISSED_MANY_RECORDS = 32;
/** With fewer records, packing a person's own lane saves less than it costs. */
const OWN_MANY_RECORDS = 8;
/** So long one turn of the loop may be held to encode lanes that many share. */
const TURN_MS = 10;
/** Where a session changes faster than it is encoded, what is left after so many turns is done at once. */
const TURNS_MAX = 100;

type Pieces = readonly Uint8Array[];

const OPEN = Buffer.from("[");
const COMMA = Buffer.from(",");
const CLOSE = Buffer.from("]");

/** Lanes as bytes: the JSON of their array in pieces, and what is attached to it. */
export interface LanesAnswer {
  readonly lanes: readonly Lane[];
  readonly json: Pieces;
  readonly attachments: readonly Pieces[];
}

/** Who joins, what he holds, and how lanes may come. */
export interface LanesAsked {
  readonly viewer: LaneViewer;
  readonly have: Readonly<Record<string, number | undefined>>;
  readonly accepts: NonNullable<JoinRequest["accepts"]>;
}

interface Encoding {
  readonly host: SessionHost;
  readonly mayPack: boolean;
  /** Whether to go on in another turn of the loop. */
  readonly isLate: () => boolean;
}

/** Answers joins: the lanes of many are encoded once a rev, and packed once where that is accepted, however many join. */
export class LaneAnswers {
  private readonly kept = new WeakMap<SessionHost, Map<Lane, LaneBytes>>();
  /** Set from when a turn of the loop has been held for encoding until the next one. */
  private held: Promise<void> | null = null;

  /**
   * The lanes as they are now; null where the loop would be held for too long: then the caller asks again after
   * `nextTurn`, with how often it has waited.
   */
  encode(host: SessionHost, { viewer, have, accepts }: LanesAsked, turns: number): LanesAnswer | null {
    const endMs = performance.now() + TURN_MS;
    const isLate = () => turns < TURNS_MAX && (this.held !== null || performance.now() > endMs);
    const json: Uint8Array[] = [OPEN];
    const attachments: Pieces[] = [];
    const all = host.lanesSince(viewer, have);
    for (const changes of all) {
      const mayPack = accepts.includes(DEFLATE_RAW) && attachments.length < ATTACHMENTS_MAX;
      const lane = this.encodeLane(changes, { host, mayPack, isLate });
      if (lane === null) return null;
      if (json.length > 1) json.push(COMMA);
      if ("json" in lane) json.push(...lane.json);
      else {
        json.push(jsonOf({ ...lane.head, packed: attachmentPlaceholder(attachments.length) }));
        attachments.push(lane.packed);
      }
    }
    json.push(CLOSE);
    return { lanes: all.map(({ lane }) => lane), json, attachments };
  }

  /** Resolves once the loop has turned. */
  nextTurn(): Promise<void> {
    this.held ??= setImmediate().then(() => {
      this.held = null;
    });
    return this.held;
  }

  private encodeLane(changes: LaneChanges, { host, mayPack, isLate }: Encoding) {
    const { lane, from, to, put } = changes;
    if (from !== null && !(mayPack && put.length >= MISSED_MANY_RECORDS)) return { json: [jsonOf(changes)] };
    const whole = from === null ? changes : host.wholeLane(lane);
    // A person's own lane is asked for by that person alone, so its bytes are not kept, and it is small.
    const isOwn = lane.startsWith("person:");
    if (isOwn && whole.put.length < OWN_MANY_RECORDS) return { json: [jsonOf(changes)] };
    const bytes = isOwn ? new LaneBytes() : this.bytesOf(host, lane);
    if (!bytes.takeIn(whole, mayPack, isOwn ? () => false : isLate)) return null;
    const packed = mayPack ? bytes.packed : null;
    const missedLength = (bytes.jsonLength * put.length) / whole.put.length;
    if (packed !== null && (from === null || lengthOf(packed) < missedLength))
      return { head: { lane, from: null, to }, packed };
    return { json: from === null ? bytes.json : [jsonOf(changes)] };
  }

  private bytesOf(host: SessionHost, lane: Lane): LaneBytes {
    const ofHost = this.kept.get(host) ?? new Map<Lane, LaneBytes>();
    const bytes = ofHost.get(lane) ?? new LaneBytes();
    this.kept.set(host, ofHost.set(lane, bytes));
    return bytes;
  }
}

function jsonOf(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
