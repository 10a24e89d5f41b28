import type { Socket } from "node:net";

/** Differs from an earlier one when the other end has taken something since, be it part of one large message. */
export function sentMark(connection: Socket): string {
  const { _handle: handle } = connection as { _handle?: { writeQueueSize?: number } | null };
  return `${connection.bytesWritten - connection.writableLength} ${handle?.writeQueueSize ?? 0}`;
}
