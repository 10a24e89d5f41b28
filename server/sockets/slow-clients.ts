import { sentMark } from "../connections/sent-mark.ts";
import { Backlog, SLOW_CLIENT_LIMITS, type SlowClientLimits } from "./backlog.ts";
import type { SessionServer, SessionSocket } from "./socket-server.ts";

/**
 * Lets go of clients that do not read: what waits for them would fill the memory. They come back and get what they
 * missed in one piece. Returns how to stop looking.
 */
export function closeSlowClients(
  io: SessionServer,
  closed: () => void,
  limits: SlowClientLimits = SLOW_CLIENT_LIMITS,
): () => void {
  const backlogs = new WeakMap<SessionSocket, Backlog>();
  const timer = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) {
      const connection = socket.request.socket;
      const waitingBytes = connection.writableLength + queuedBytes(socket.conn);
      let backlog = backlogs.get(socket);
      if (backlog === undefined) {
        backlog = new Backlog(limits);
        backlogs.set(socket, backlog);
      }
      if (!backlog.isHopeless({ waitingBytes, sentMark: sentMark(connection) })) continue;
      closed();
      // A closing handshake would wait behind all that is not read.
      connection.destroy();
    }
  }, limits.sweepMs);
  return () => clearInterval(timer);
}

/** What engine.io holds back while the connection takes nothing; it keeps its queue to itself. */
function queuedBytes(connection: object): number {
  const { writeBuffer = [] } = connection as { writeBuffer?: readonly { data?: string | Buffer }[] };
  let bytes = 0;
  for (const { data } of writeBuffer) if (data !== undefined) bytes += Buffer.byteLength(data);
  return bytes;
}
