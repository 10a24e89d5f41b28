import { can } from "../../shared/domain/rights.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import type { UnwatchReply, WatchReply } from "../../shared/protocol/session-socket.ts";
import type { Presence } from "../ports/presence.ts";
import type { SessionSocket } from "./socket-server.ts";

/** Counts the person of a socket as here until its connection ends; whoever is no person of the session is not counted. */
export function countAsHere({ conn, data }: SessionSocket, sessionId: string, presence: Presence): void {
  const { identity } = data;
  if (identity.kind !== "person" || data.isCounted || conn.readyState !== "open") return;
  data.isCounted = true;
  conn.once("close", presence.enter(sessionId, identity.personId));
}

/** Tells a socket who is here and what the notes say last, until it watches no more or is no more joined. */
export function watch(socket: SessionSocket, presence: Presence): WatchReply {
  const { joined } = socket.data;
  if (joined === null) return { ok: false, error: wireError("not_joined") };
  const { sessionId, state } = joined.host;
  if (!can(joined.actor, { type: "wall.read" }, state)) return { ok: false, error: wireError("forbidden") };
  endWatch(socket);
  const roomIds = [...state.all("room")].map(({ roomId }) => roomId);
  const { present, end } = presence.watch(sessionId, roomIds, (changes) =>
    socket.emit("session:presence", changes),
  );
  socket.data.endWatch = end;
  socket.conn.once("close", end);
  return { ok: true, ...present };
}

/** A socket that does not watch is as it should be. */
export function unwatch(socket: SessionSocket): UnwatchReply {
  endWatch(socket);
  return { ok: true };
}

export function endWatch({ conn, data }: SessionSocket): void {
  if (data.endWatch === null) return;
  conn.off("close", data.endWatch);
  data.endWatch();
  data.endWatch = null;
}
