import type { Socket } from "node:net";
import { lineHandle } from "./line-handle.ts";

/** Differs from an earlier one when the other end has taken something since, be it part of one large message. */
export function sentMark(connection: Socket): string {
  return `${connection.bytesWritten - connection.writableLength} ${lineHandle(connection)?.writeQueueSize ?? 0}`;
}
