import type { SessionServer } from "./socket-server.ts";

const SWEEP_MS = 1_000;
const MAX_BUFFERED_BYTES = 1024 * 1024;

/**
 * Lets go of clients that do not read: what waits for them would fill the memory. They come back and get what they
 * missed in one piece. Returns how to stop looking.
 */
export function closeSlowClients(io: SessionServer, closed: () => void): () => void {
  const timer = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) {
      if (bufferedBytes(socket.conn) <= MAX_BUFFERED_BYTES) continue;
      closed();
      socket.conn.close(true);
    }
  }, SWEEP_MS);
  return () => clearInterval(timer);
}

/** engine.io keeps the `ws` socket under its transport without typing it. */
function bufferedBytes(connection: object): number {
  const { transport } = connection as { transport?: { socket?: { bufferedAmount?: number } } };
  return transport?.socket?.bufferedAmount ?? 0;
}
