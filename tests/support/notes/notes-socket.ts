import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { waitUntil } from "../wait-until.ts";
import { NOTES_DOCUMENT } from "./notes-server.ts";

/** A notes socket without Yjs behind it, to send what no editor would and to see what comes back in which order. */
export interface NotesSocket {
  readonly webSocket: WebSocket;
  /** Every message received, as it came. */
  readonly received: Uint8Array[];
  /** The code it was closed with, once it is. */
  closeCode(): number | null;
  /** The last count in a saved message, 0 before the first. */
  saved(): number;
  /** Updates received, first steps and answers aside. */
  updates(): Uint8Array[];
  /** Answers to state requests, as updates. */
  answers(): Uint8Array[];
  send(message: Uint8Array): void;
  closed(): Promise<number>;
}

export async function openNotesSocket(
  url: string,
  actor: string,
  path = NOTES_DOCUMENT,
): Promise<NotesSocket> {
  const webSocket = new WebSocket(`${url}/${path}?token=${actor}`);
  webSocket.binaryType = "nodebuffer";
  const received: Uint8Array[] = [];
  let closeCode: number | null = null;
  let isOpen = false;
  webSocket.on("open", () => {
    isOpen = true;
  });
  webSocket.on("message", (data: Buffer) => received.push(new Uint8Array(data)));
  webSocket.on("close", (code) => {
    closeCode = code;
  });
  webSocket.on("error", () => webSocket.terminate());
  onTestFinished(() => webSocket.terminate());
  await waitUntil(() => isOpen, { what: `socket of ${actor} open` });
  return {
    webSocket,
    received,
    closeCode: () => closeCode,
    saved: () => Math.max(0, ...received.filter((message) => message[0] === 64).map(readCount)),
    updates: () => received.filter((message) => message[0] === 0 && message[1] === 2).map(readUpdate),
    answers: () => received.filter((message) => message[0] === 0 && message[1] === 1).map(readUpdate),
    send: (message) => webSocket.send(message),
    closed: async () => {
      await waitUntil(() => closeCode !== null, { what: `socket of ${actor} closed` });
      return closeCode ?? 0;
    },
  };
}

function readCount(message: Uint8Array): number {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  return decoding.readVarUint(decoder);
}

function readUpdate(message: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(message);
  decoder.pos = 2;
  return decoding.readVarUint8Array(decoder);
}

/** `[0, step, update]`; step 2 is a live update, 1 a state answer, 0 a state request. */
export function syncMessage(step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

/** An awareness message with these entries. */
export function awarenessMessage(
  entries: readonly { clientId: number; clock: number; state: unknown }[],
): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(inner, clientId);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}
