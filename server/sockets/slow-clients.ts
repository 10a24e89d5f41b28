import { Backlog, SLOW_CLIENT_LIMITS, type SlowClientLimits } from "../connections/backlog.ts";
import { sentMark } from "../connections/sent-mark.ts";
import type { OpenActorSockets } from "./actor-sockets.ts";
import type { SessionSocket } from "./socket-server.ts";

/**
 * Lets go of clients that do not read: what waits for them would fill the memory. They come back and get what they
 * missed in one piece. What waits is bounded for a socket and for all sockets of one actor. Returns how to stop looking.
 */
export function closeSlowClients(
  sockets: OpenActorSockets,
  closed: () => void,
  limits: SlowClientLimits = SLOW_CLIENT_LIMITS,
): () => void {
  const backlogs = new WeakMap<SessionSocket, Backlog>();
  const close = (socket: SessionSocket) => {
    closed();
    // A closing handshake would wait behind all that is not read.
    socket.data.outlet.line.destroy();
  };
  const isHopeless = (socket: SessionSocket, bytes: number) => {
    const backlog = backlogs.get(socket) ?? new Backlog(limits);
    backlogs.set(socket, backlog);
    return backlog.isHopeless({ waitingBytes: bytes, sentMark: sentMark(socket.data.outlet.line) });
  };
  const timer = setInterval(() => {
    for (const ofActor of sockets.all()) {
      const waiting: [SessionSocket, number][] = [];
      let sum = 0;
      for (const socket of ofActor) {
        const bytes = socket.data.outlet.waitingBytes;
        // Nearly always, and of a thousand each second.
        if (bytes === 0) backlogs.delete(socket);
        else if (isHopeless(socket, bytes)) close(socket);
        else {
          waiting.push([socket, bytes]);
          sum += bytes;
        }
      }
      if (sum <= limits.maxBytes) continue;
      for (const [socket, bytes] of waiting.sort(([, one], [, other]) => other - one)) {
        if (sum <= limits.maxBytes) break;
        close(socket);
        sum -= bytes;
      }
    }
  }, limits.sweepMs);
  return () => clearInterval(timer);
}
