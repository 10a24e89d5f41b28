import { NOTES_LIFE_MESSAGE, NOTES_SAVED_MESSAGE } from "../../shared/protocol/notes.ts";
import { binaryFrame, type WireFrames } from "../web-socket-frames.ts";
import { ByteCursor, MalformedBytes } from "./byte-cursor.ts";

const SYNC = 0;
const AWARENESS = 1;
const QUERY_AWARENESS = 3;
const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;

/** What a client may send. The bytes of `update` are a copy of their own. */
export type NotesMessage =
  | { readonly kind: "state-request"; readonly stateVector: Uint8Array; readonly clientCount: number }
  | { readonly kind: "update"; readonly bytes: Uint8Array; readonly isStateAnswer: boolean }
  | { readonly kind: "awareness"; readonly bytes: Uint8Array }
  | { readonly kind: "awareness-request" };

/** Reads a message; throws `MalformedBytes` for anything not on the list, the server's own messages among them. */
export function readMessage(data: Uint8Array): NotesMessage {
  const cursor = new ByteCursor(data);
  const message = readBody(cursor);
  if (!cursor.isAtEnd) throw new MalformedBytes();
  return message;
}

function readBody(cursor: ByteCursor): NotesMessage {
  switch (cursor.varUint()) {
    case SYNC:
      return readSync(cursor);
    case AWARENESS:
      return { kind: "awareness", bytes: cursor.varBytes() };
    case QUERY_AWARENESS:
      return { kind: "awareness-request" };
    default:
      throw new MalformedBytes();
  }
}

function readSync(cursor: ByteCursor): NotesMessage {
  const step = cursor.varUint();
  const bytes = cursor.varBytes();
  switch (step) {
    case SYNC_STEP_1:
      return {
        kind: "state-request",
        stateVector: new Uint8Array(bytes),
        clientCount: countClients(bytes),
      };
    case SYNC_STEP_2:
    case SYNC_UPDATE:
      // A copy, because `data` may be a window on a buffer shared with other connections.
      return { kind: "update", bytes: new Uint8Array(bytes), isStateAnswer: step === SYNC_STEP_2 };
    default:
      throw new MalformedBytes();
  }
}

/** How many clients a state vector names: a count and that many pairs of id and clock; Yjs would throw on anything else. */
function countClients(stateVector: Uint8Array): number {
  const cursor = new ByteCursor(stateVector);
  const count = cursor.varUint();
  for (let left = count * 2; left > 0; left--) cursor.varUint();
  if (!cursor.isAtEnd) throw new MalformedBytes();
  return count;
}

/** "This is what I have": asks the client for the rest. */
export function stateRequestFrame(stateVector: Uint8Array): WireFrames {
  return framed([SYNC, SYNC_STEP_1], stateVector);
}

/** The answer to a client's state request. */
export function stateAnswerFrame(update: Uint8Array): WireFrames {
  return framed([SYNC, SYNC_STEP_2], update);
}

export function updateFrame(update: Uint8Array): WireFrames {
  return framed([SYNC, SYNC_UPDATE], update);
}

export function awarenessFrame(awarenessUpdate: Uint8Array): WireFrames {
  return framed([AWARENESS], awarenessUpdate);
}

/** Says nothing, and keeps y-websocket from taking 30 quiet seconds for a dead connection. */
export const KEEPALIVE_FRAME: WireFrames = awarenessFrame(Uint8Array.of(0));

/** The first `count` update-bearing messages of the connection are on disk. */
export function savedFrame(count: number): WireFrames {
  return binaryFrame([Uint8Array.from([NOTES_SAVED_MESSAGE, ...varUint(count)])]);
}

/** What is sent from here on is the document up to `seq`, in this life; null where the life is as told before. */
export function lifeFrame(seq: number, lifeId: string | null = null): WireFrames {
  const name = Buffer.from(lifeId ?? "");
  const head = [NOTES_LIFE_MESSAGE, ...varUint(name.length)];
  return binaryFrame([Uint8Array.from([...head, ...name, ...varUint(seq)])]);
}

function framed(head: readonly number[], body: Uint8Array): WireFrames {
  return binaryFrame([Uint8Array.from([...head, ...varUint(body.length)]), body]);
}

function varUint(number: number): number[] {
  const bytes: number[] = [];
  let rest = number;
  while (rest > 127) {
    bytes.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return bytes;
}
