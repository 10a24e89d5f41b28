import { setImmediate } from "node:timers/promises";
import type { Audience } from "../ports/audience.ts";
import { type Outlet, type ReadyEvent, readyEvent } from "./engine-insides.ts";
import type { LaneRooms, Room } from "./lane-rooms.ts";

/** So long a crowd is written to until the loop turns. */
const SLICE_MS = 10;
/** How many are written to between two looks at the clock. */
const SLICE_SOCKETS = 50;

/** What goes to those in one lane's room. */
interface Delivery {
  readonly room: Room;
  readonly event: ReadyEvent;
}

/** Tells the screens of staff that somebody guesses PINs: they ask for the rest. */
export function tellGuesses(rooms: LaneRooms, sessionId: string): void {
  const event = readyEvent("session:guesses", {});
  for (const outlet of rooms.inLane(sessionId, "staff")?.outlets ?? []) outlet.send(event);
}

/** Sends to whoever is still in the rooms when his turn comes, the `served` ones excepted. */
async function serveCrowd(deliveries: readonly Delivery[], served: ReadonlySet<Outlet>): Promise<void> {
  const crowds = deliveries.map(({ room, event }) => ({
    room,
    event,
    outlets: room.outlets,
  }));
  // What is acknowledged now goes out before.
  await setImmediate();
  let endMs = performance.now() + SLICE_MS;
  let sent = 0;
  for (const { room, event, outlets } of crowds) {
    for (const outlet of outlets) {
      if (served.has(outlet) || (room.outlets !== outlets && !room.members.has(outlet))) continue;
      outlet.send(event);
      sent += 1;
      if (sent % SLICE_SOCKETS !== 0 || performance.now() < endMs) continue;
      await setImmediate();
      endMs = performance.now() + SLICE_MS;
    }
  }
}

/** Tells sockets what hosts did; every message is encoded once, however many get it. */
export function socketAudience(
  rooms: LaneRooms,
  others: Pick<Audience, "stored" | "notesAccessChanged" | "signOut">,
): Audience {
  return {
    ...others,
    changes: (sessionId, changes, askers) => {
      const deliveries = changes.flatMap((laneChanges): Delivery[] => {
        const room = rooms.inLane(sessionId, laneChanges.lane);
        return room === undefined ? [] : [{ room, event: readyEvent("session:changes", laneChanges) }];
      });
      const served = new Set([...askers].flatMap((id) => rooms.ofActor(sessionId, id)?.outlets ?? []));
      for (const { room, event } of deliveries) {
        for (const outlet of served) if (room.members.has(outlet)) outlet.send(event);
      }
      return serveCrowd(deliveries, served);
    },
    reset: (sessionId, who) => {
      const left =
        who === "everyone"
          ? [rooms.ofSession(sessionId)]
          : who.map((personId) => rooms.ofActor(sessionId, personId));
      for (const room of left) {
        for (const socket of room?.members.values() ?? []) {
          rooms.leave(socket);
          socket.emit("session:reset");
        }
      }
    },
  };
}
