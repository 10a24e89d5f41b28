import { newId } from "../new-id.ts";
import type { TestServer } from "../process/start-server.ts";
import { CAST, ROLES, type Role } from "../sample/cast.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "./api.ts";
import { Follower } from "./follower.ts";

export interface Class {
  readonly sessionId: string;
  readonly plenary: string;
  readonly first: string;
  readonly second: string;
  readonly organiserToken: string;
  readonly seats: Readonly<Record<Role, Seat>>;
  /** Enters the PIN and joins. */
  enter(role: Role, options?: { reconnection?: boolean }): Promise<Follower>;
  organiser(): Promise<Follower>;
  token(role: Role): Promise<string>;
}

/** A session with a plenary, two open groups and the cast on its roster. */
export async function openClass(server: TestServer, settings: object = {}): Promise<Class> {
  const { url } = server;
  const organiserToken = await signIn(url);
  const { sessionId, rooms } = await createSession(url, organiserToken, {
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
      { name: "第二组", kind: "breakout" },
    ],
    settings,
  });
  const [plenary, first, second] = rooms.map((room) => room.roomId) as [string, string, string];
  const people = ROLES.map((role) => ({ ...CAST[role], duties: [...(CAST[role].duties ?? [])] }));
  const list = await putRoster(url, organiserToken, sessionId, people);
  const seats = Object.fromEntries(
    ROLES.map((role) => [role, list.find((seat) => seat.name === CAST[role].name)]),
  ) as Record<Role, Seat>;
  const organiser = async () => {
    const follower = new Follower(url, sessionId, organiserToken);
    await follower.join();
    return follower;
  };
  const host = await server.app.hosts.open(sessionId);
  for (const roomId of [first, second]) {
    await host?.submit({ kind: "organiser" }, newId(), { type: "room.open", roomId });
  }
  const token = (role: Role) => enterPin(url, sessionId, seats[role]);
  return {
    sessionId,
    plenary,
    first,
    second,
    organiserToken,
    seats,
    organiser,
    token,
    enter: async (role, options) => {
      const follower = new Follower(url, sessionId, await token(role), options);
      await follower.join();
      return follower;
    },
  };
}
