import { PacketType } from "socket.io-parser";
import { actorId } from "../../shared/domain/actor.ts";
import { viewerLanes } from "../../shared/domain/lanes.ts";
import type { Lane } from "../../shared/protocol/lanes.ts";
import type { Audience } from "../ports/audience.ts";
import { textFrame } from "../web-socket-frames.ts";
import type { Joined, SessionServer, SessionSocket } from "./socket-server.ts";

/** Engine.IO's packet type for what Socket.IO sends. */
const ENGINE_MESSAGE = "4";

function laneRoom(sessionId: string, lane: Lane): string {
  return `${sessionId} lane ${lane}`;
}

function actorRoom(sessionId: string, actor: string): string {
  return `${sessionId} actor ${actor}`;
}

/** Whether anybody has joined a session. */
export function isWatched(io: SessionServer, sessionId: string): boolean {
  return io.sockets.adapter.rooms.has(sessionRoom(sessionId));
}

function sessionRoom(sessionId: string): string {
  return `${sessionId} all`;
}

/** Puts a socket where its actor's changes arrive; leaves every place it was in before. */
export function enterLanes(socket: SessionSocket, joined: Joined): void {
  leaveLanes(socket);
  const { host, actor, follows } = joined;
  const rooms = viewerLanes(actor, host.state, follows).map((lane) => laneRoom(host.sessionId, lane));
  void socket.join([...rooms, actorRoom(host.sessionId, actorId(actor)), sessionRoom(host.sessionId)]);
  socket.data.joined = joined;
}

function leaveLanes(socket: SessionSocket): void {
  for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
  socket.data.joined = null;
}

/**
 * Sends an event to every socket of a room: encoded and framed once, and one plain write a socket. Socket.IO's own
 * broadcast writes each frame in two pieces, which costs a tenth more, and collects the sockets in a set first.
 */
function emitToRoom(io: SessionServer, room: string, event: string, argument: object): void {
  const members = io.sockets.adapter.rooms.get(room);
  if (members === undefined) return;
  const message = `${PacketType.EVENT}${JSON.stringify([event, argument])}`;
  const options = { compress: false, wsPreEncodedFrame: [textFrame(`${ENGINE_MESSAGE}${message}`)] };
  for (const socketId of members) io.sockets.sockets.get(socketId)?.conn.write(message, options);
}

/** Tells the screens of staff that somebody guesses PINs: they ask for the rest. */
export function tellGuesses(io: SessionServer, sessionId: string): void {
  emitToRoom(io, laneRoom(sessionId, "staff"), "session:guesses", {});
}

/** Tells sockets what hosts did; every message is encoded once, however many get it. */
export function socketAudience(
  io: SessionServer,
  others: Pick<Audience, "stored" | "notesAccessChanged" | "signOut">,
): Audience {
  return {
    ...others,
    changes: (sessionId, changes) => {
      for (const laneChanges of changes) {
        emitToRoom(io, laneRoom(sessionId, laneChanges.lane), "session:changes", laneChanges);
      }
    },
    reset: (sessionId, who) => {
      const rooms =
        who === "everyone" ? [sessionRoom(sessionId)] : who.map((personId) => actorRoom(sessionId, personId));
      for (const room of rooms) {
        for (const socketId of io.sockets.adapter.rooms.get(room) ?? []) {
          const socket = io.sockets.sockets.get(socketId);
          if (socket === undefined) continue;
          leaveLanes(socket);
          socket.emit("session:reset");
        }
      }
    },
  };
}
