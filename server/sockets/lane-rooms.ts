import { actorId } from "../../shared/domain/actor.ts";
import type { Lane } from "../../shared/protocol/lanes.ts";
import type { Outlet } from "./engine-insides.ts";
import type { Joined, SessionSocket } from "./socket-server.ts";
import { endWatch } from "./watching.ts";

/** Who stands in one lane of a session, joined it as one actor, or joined it at all. */
export class Room {
  readonly name: string;
  readonly #members = new Map<Outlet, SessionSocket>();
  #outlets: readonly Outlet[] | null = null;

  constructor(name: string) {
    this.name = name;
  }

  get members(): ReadonlyMap<Outlet, SessionSocket> {
    return this.#members;
  }

  /** Those who are there now, in a list that stays as it is; another one once somebody has come or gone. */
  get outlets(): readonly Outlet[] {
    this.#outlets ??= [...this.#members.keys()];
    return this.#outlets;
  }

  /** Who is there already stays where he is. */
  add(outlet: Outlet, socket: SessionSocket): void {
    if (this.#members.has(outlet)) return;
    this.#members.set(outlet, socket);
    this.#outlets = null;
  }

  remove(outlet: Outlet): void {
    this.#members.delete(outlet);
    this.#outlets = null;
  }
}

function laneRoom(sessionId: string, lane: Lane): string {
  return `${sessionId} lane ${lane}`;
}

function actorRoom(sessionId: string, actor: string): string {
  return `${sessionId} actor ${actor}`;
}

function sessionRoom(sessionId: string): string {
  return `${sessionId} all`;
}

/**
 * Where sockets stand; who disconnects stands nowhere. Socket.IO's own rooms hold ids, which cost as much to look up, a
 * thousand at a time, as a fifth of what is written to them.
 */
export class LaneRooms {
  /** None is empty. */
  private readonly rooms = new Map<string, Room>();
  private readonly roomsOf = new WeakMap<SessionSocket, Set<Room>>();

  /** Puts a socket, which is connected, where the changes of its actor's `lanes` arrive, and nowhere else. */
  enter(socket: SessionSocket, joined: Joined, lanes: readonly Lane[]): void {
    const { sessionId } = joined.host;
    const own = this.roomsOf.get(socket) ?? this.settle(socket);
    const names = new Set(lanes.map((lane) => laneRoom(sessionId, lane)))
      .add(actorRoom(sessionId, actorId(joined.actor)))
      .add(sessionRoom(sessionId));
    for (const room of own) if (!names.has(room.name)) this.takeOut(socket, room);
    for (const name of names) {
      const room = this.rooms.get(name) ?? new Room(name);
      this.rooms.set(name, room);
      room.add(socket.data.outlet, socket);
      own.add(room);
    }
    endWatch(socket);
    socket.data.joined = joined;
  }

  /** Takes a socket out of all lanes: it has joined no session then. */
  leave(socket: SessionSocket): void {
    this.takeOutOfAll(socket);
    endWatch(socket);
    socket.data.joined = null;
  }

  /** Who stands in a lane; undefined where nobody does. */
  inLane(sessionId: string, lane: Lane): Room | undefined {
    return this.rooms.get(laneRoom(sessionId, lane));
  }

  /** Who has joined as the actor of this id; undefined where nobody has. */
  ofActor(sessionId: string, actor: string): Room | undefined {
    return this.rooms.get(actorRoom(sessionId, actor));
  }

  /** Who has joined a session; undefined where nobody has. */
  ofSession(sessionId: string): Room | undefined {
    return this.rooms.get(sessionRoom(sessionId));
  }

  private settle(socket: SessionSocket): Set<Room> {
    const own = new Set<Room>();
    this.roomsOf.set(socket, own);
    socket.once("disconnect", () => this.takeOutOfAll(socket));
    return own;
  }

  private takeOutOfAll(socket: SessionSocket): void {
    for (const room of this.roomsOf.get(socket) ?? []) this.takeOut(socket, room);
  }

  private takeOut(socket: SessionSocket, room: Room): void {
    this.roomsOf.get(socket)?.delete(room);
    room.remove(socket.data.outlet);
    if (room.members.size === 0) this.rooms.delete(room.name);
  }
}
