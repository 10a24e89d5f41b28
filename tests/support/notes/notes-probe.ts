import { once } from "node:events";
import { WebSocket } from "ws";

const DEADLINE_MS = 5_000;

/** The code a notes socket is closed with before its first frame; null where it is let in. */
export async function notesCloseCode(
  url: string,
  sessionId: string,
  roomId: string,
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const address = `${url.replace("http", "ws")}/yjs/${sessionId}/${roomId}/notes?token=${token}`;
  const socket = new WebSocket(address, { headers });
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    return await Promise.race([
      once(socket, "message", { signal }).then(() => null),
      once(socket, "close", { signal }).then(([code]) => code as number),
    ]);
  } finally {
    socket.terminate();
  }
}
