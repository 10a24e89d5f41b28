import { NO_RULES } from "../../../shared/domain/rounds/rules.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { DEFLATE_RAW } from "../../../shared/protocol/lanes.ts";
import { newId } from "../new-id.ts";
import type { TestServer } from "../process/start-server.ts";
import { createSession, enterPin, putRoster, signIn } from "./api.ts";
import { Follower } from "./follower.ts";

export const HALL = { people: 300, groups: 30 } as const;

/** Three hundred on the roster, so many of them at their laptops, and thirty groups of which no room is there yet. */
export async function openRoundsHall(server: TestServer, entered: number) {
  const { url } = server;
  const token = await signIn(url);
  const { sessionId } = await createSession(url, token);
  const roster = Array.from({ length: HALL.people }, (_, at) => ({
    name: `干部${at}`,
    unit: `县区${at % 9}`,
    side: "county" as const,
  }));
  const seats = await putRoster(url, token, sessionId, roster);
  const followers: Follower[] = [];
  for (const seat of seats.slice(0, entered)) {
    const follower = new Follower(url, sessionId, await enterPin(url, sessionId, seat));
    follower.accepts = [DEFLATE_RAW];
    await follower.join();
    followers.push(follower);
  }
  const organiser = new Follower(url, sessionId, token);
  await organiser.join();
  const rooms = Array.from({ length: HALL.groups }, (_, at) => ({
    roomId: newId(),
    name: `第 ${at + 1} 组`,
  }));

  /** A plan in which everybody sits `shift` groups farther on than on the roster. */
  const plan = (roundId: string, shift: number, people: number = HALL.people): Command => ({
    type: "round.plan",
    roundId,
    name: `第 ${shift} 轮`,
    groups: rooms.map(({ roomId, name }, group) => ({
      roomId,
      name,
      max: null,
      locked: [],
      free: seats
        .slice(0, people)
        .filter((_, at) => (at + shift) % HALL.groups === group)
        .map(({ personId }) => personId),
      leaderId: null,
      recorderId: null,
    })),
    rules: NO_RULES,
    seed: shift,
  });
  const roomOf = (at: number, shift: number) => rooms[(at + shift) % HALL.groups]?.roomId;

  /** Whether everybody at a laptop is in the room of the round and sees everybody else in theirs. */
  const areInPlace = (shift: number) =>
    followers.every((follower, at) => {
      if (follower.joining !== null || !follower.lanes.has(`room:${roomOf(at, shift)}`)) return false;
      const seen = follower.lanes.get("everyone")?.records;
      return seats.every(
        ({ personId }, other) => seen?.get(`person:${personId}`)?.roomId === roomOf(other, shift),
      );
    });
  return { sessionId, seats, followers, organiser, rooms, plan, areInPlace };
}
