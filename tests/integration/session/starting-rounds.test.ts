import { describe, expect, test } from "vitest";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { HALL, openRoundsHall } from "../../support/sockets/rounds-hall.ts";
import { waitUntil } from "../../support/wait-until.ts";

const ENTERED = 12;

describe("[B4] starting a round", () => {
  test("three hundred are in thirty rooms that were not there, by one command, at 15 kB for each", async () => {
    const server = await startServer();
    const { followers, organiser, rooms, plan, areInPlace } = await openRoundsHall(server, ENTERED);
    const roundId = newId();
    expect(await organiser.send(plan(roundId, 1))).toMatchObject({ ok: true });
    const counts = followers.map(({ socket }) => {
      let bytes = 0;
      socket.io.engine.on("packet", ({ data }: { data?: string | Buffer }) => {
        if (data !== undefined) bytes += Buffer.byteLength(data);
      });
      return () => bytes;
    });
    expect(await organiser.send({ type: "round.start", roundId })).toMatchObject({ ok: true });
    await waitUntil(() => areInPlace(1), { what: "everybody in place", deadlineMs: 20_000 });
    for (const count of counts) expect(count()).toBeLessThan(15_000);
    for (const follower of followers) expect(follower.rejoins).toBe(1);
    const shown = organiser.records();
    for (const { roomId, name } of rooms)
      expect(shown.get(`room:${roomId}`)).toMatchObject({ name, status: "open", roomKind: "breakout" });
    for (const follower of followers) expect(follower.records().has(`round:${roundId}`)).toBe(false);
  });

  test("once started it moves nobody again, and who keeps the room is not told to join again", async () => {
    const server = await startServer();
    const { followers, organiser, seats, rooms, plan, areInPlace } = await openRoundsHall(server, 3);
    const [first, second] = [newId(), newId()];
    await organiser.send(plan(first, 1));
    const [one, other] = await Promise.all([
      organiser.send({ type: "round.start", roundId: first }),
      organiser.send({ type: "round.start", roundId: first }),
    ]);
    expect([one, other]).toMatchObject([{ ok: true }, { ok: false, error: { code: "round_running" } }]);
    await waitUntil(() => areInPlace(1), { what: "everybody in place", deadlineMs: 20_000 });
    // The same round once more, with one person in another seat and one taken off the roster in between.
    const [moved, kept, gone] = seats.map(({ personId }) => personId) as [string, string, string];
    await organiser.send(plan(second, 1));
    await organiser.send({
      type: "round.seat",
      roundId: second,
      personId: moved,
      roomId: rooms[20]?.roomId ?? null,
      locked: false,
    });
    await organiser.send({ type: "person.remove", personId: gone });
    const before = followers.map(({ rejoins }) => rejoins);
    expect(await organiser.send({ type: "round.start", roundId: second })).toMatchObject({ ok: true });
    await waitUntil(() => (followers[0]?.rejoins ?? 0) > (before[0] ?? 0), { what: "the one who moved" });
    const round = organiser.records().get(`round:${second}`);
    expect(round).toMatchObject({
      status: "running",
      start: { passedOver: [gone], cameFrom: [{ personIds: [moved] }], endedRoundId: first },
    });
    expect(followers[1]?.rejoins).toBe(before[1]);
    expect(organiser.records().get(`person:${kept}`)?.roomId).toBe(rooms[2]?.roomId);
    expect(organiser.records().get(`round:${first}`)).toMatchObject({ status: "ended" });
    expect(seats).toHaveLength(HALL.people);
  });
});
