import { setImmediate } from "node:timers/promises";
import { actorId } from "../../shared/domain/actor.ts";
import type { Lane } from "../../shared/protocol/lanes.ts";
import type { Audience } from "../ports/audience.ts";
import { type ReadyEvent, readyEvent, sendReady } from "./engine-insides.ts";
import type { Joined, SessionServer, SessionSocket } from "./socket-server.ts";
import { endWatch } from "./watching.ts";

/** So long a crowd is written to until the loop turns. */
const SLICE_MS = 10;
/** How many are written to between two looks at the clock. */
const SLICE_SOCKETS = 50;

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

/** Puts a socket where the changes of its actor's `lanes` arrive, and nowhere else. */
export function enterLanes(socket: SessionSocket, joined: Joined, lanes: readonly Lane[]): void {
  const { actor } = joined;
  const { sessionId } = joined.host;
  const laneRooms = lanes.map((lane) => laneRoom(sessionId, lane));
  const rooms = new Set([...laneRooms, actorRoom(sessionId, actorId(actor)), sessionRoom(sessionId)]);
  leaveRooms(socket, rooms);
  void socket.join([...rooms]);
  endWatch(socket);
  socket.data.joined = joined;
}

function leaveLanes(socket: SessionSocket): void {
  leaveRooms(socket, new Set());
  endWatch(socket);
  socket.data.joined = null;
}

function leaveRooms(socket: SessionSocket, staying: ReadonlySet<string>): void {
  for (const room of socket.rooms) if (room !== socket.id && !staying.has(room)) void socket.leave(room);
}

/** The ids of the sockets in a room. */
function membersOf(io: SessionServer, room: string): ReadonlySet<string> {
  return io.sockets.adapter.rooms.get(room) ?? new Set();
}

function send(io: SessionServer, socketId: string, event: ReadyEvent): void {
  const socket = io.sockets.sockets.get(socketId);
  if (socket !== undefined) sendReady(socket.conn, event);
}

/** Tells the screens of staff that somebody guesses PINs: they ask for the rest. */
export function tellGuesses(io: SessionServer, sessionId: string): void {
  const event = readyEvent("session:guesses", {});
  for (const socketId of membersOf(io, laneRoom(sessionId, "staff"))) send(io, socketId, event);
}

/** Who is in a room, the `served` ones excepted. */
function crowdOf(io: SessionServer, room: string, served: ReadonlySet<string>): SessionSocket[] {
  const crowd: SessionSocket[] = [];
  for (const socketId of membersOf(io, room)) {
    const socket = served.has(socketId) ? undefined : io.sockets.sockets.get(socketId);
    if (socket !== undefined) crowd.push(socket);
  }
  return crowd;
}

/** What goes to one lane's room. */
interface Delivery {
  readonly room: string;
  readonly event: ReadyEvent;
}

/** Sends to whoever is still in the rooms when his turn comes, the `served` ones excepted. */
async function serveCrowd(
  io: SessionServer,
  deliveries: readonly Delivery[],
  served: ReadonlySet<string>,
): Promise<void> {
  const crowds = deliveries.map(({ room, event }) => ({ room, event, sockets: crowdOf(io, room, served) }));
  // What is acknowledged now goes out before.
  await setImmediate();
  let endMs = performance.now() + SLICE_MS;
  let sent = 0;
  for (const { room, event, sockets } of crowds) {
    let members = membersOf(io, room);
    for (const socket of sockets) {
      if (!members.has(socket.id)) continue;
      sendReady(socket.conn, event);
      sent += 1;
      if (sent % SLICE_SOCKETS !== 0 || performance.now() < endMs) continue;
      await setImmediate();
      members = membersOf(io, room);
      endMs = performance.now() + SLICE_MS;
    }
  }
}

/** Tells sockets what hosts did; every message is encoded once, however many get it. */
export function socketAudience(
  io: SessionServer,
  others: Pick<Audience, "stored" | "notesAccessChanged" | "signOut">,
): Audience {
  return {
    ...others,
    changes: (sessionId, changes, askers) => {
      const deliveries = changes.map((laneChanges) => ({
        room: laneRoom(sessionId, laneChanges.lane),
        event: readyEvent("session:changes", laneChanges),
      }));
      const served = new Set([...askers].flatMap((id) => [...membersOf(io, actorRoom(sessionId, id))]));
      for (const { room, event } of deliveries) {
        const members = membersOf(io, room);
        for (const socketId of served) if (members.has(socketId)) send(io, socketId, event);
      }
      return serveCrowd(io, deliveries, served);
    },
    reset: (sessionId, who) => {
      const rooms =
        who === "everyone" ? [sessionRoom(sessionId)] : who.map((personId) => actorRoom(sessionId, personId));
      for (const room of rooms) {
        for (const socketId of membersOf(io, room)) {
          const socket = io.sockets.sockets.get(socketId);
          if (socket === undefined) continue;
          leaveLanes(socket);
          socket.emit("session:reset");
        }
      }
    },
  };
}
