import { expect, test } from "vitest";
import type { TimerRecord } from "../../../shared/domain/timers/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { startServer } from "../../support/process/start-server.ts";
import { answered } from "../../support/sockets/answered.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import type { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

const MINUTE = 60_000;

const timersOf = (follower: Follower) =>
  [...follower.lanes.values()].flatMap(({ records }) =>
    [...records.values()].filter(({ kind }) => kind === "timer"),
  ) as unknown as TimerRecord[];
const idsOf = (follower: Follower) => [...new Set(timersOf(follower).map(({ id }) => id))].sort();

async function done(follower: Follower, command: Command): Promise<void> {
  const reply = await answered(follower, command);
  if (!reply.ok) throw new Error(`${command.type} refused: ${reply.error.code}`);
}

test("[T1] a group's time reaches the group, staff and nobody else; everyone's reaches all; nothing is sent as it counts", async () => {
  const server = await startServer();
  const { enter, first } = await openClass(server);
  const [moderator, asker, stranger] = [
    await enter("moderator"),
    await enter("asker"),
    await enter("stranger"),
  ];
  const before = Date.now();
  await done(moderator, { type: "timer.start", roomId: first, durationMs: 5 * MINUTE, label: "讨论" });
  await done(moderator, { type: "timer.start", roomId: null, durationMs: 9 * MINUTE });
  const group = `timer:room:${first}`;
  await waitUntil(() => idsOf(stranger).length === 1 && idsOf(asker).length === 2, { what: "it arrives" });
  expect(idsOf(stranger)).toEqual(["timer:everyone"]);
  expect(idsOf(asker)).toEqual(["timer:everyone", group]);
  expect(idsOf(moderator)).toEqual(["timer:everyone", group]);
  expect(stranger.received.join("")).not.toContain("讨论");

  const [timer] = timersOf(asker).filter(({ id }) => id === group);
  if (timer?.status !== "running") throw new Error("not running");
  expect(timer.endsAt % 1_000).toBe(0);
  expect(Math.abs(timer.endsAt - before - 5 * MINUTE)).toBeLessThan(10_000);
  const heard = asker.received.length;
  const begun = Date.now();
  await waitUntil(() => Date.now() > begun + 1_500, { what: "a second passes" });
  expect(asker.received.length).toBe(heard);
});

test("[T2] [T3] moderators who give time at once both give it, and a leader gives it to the own group alone", async () => {
  const server = await startServer();
  const { enter, organiser, first, second } = await openClass(server);
  const [moderator, other, leader] = [await enter("moderator"), await organiser(), await enter("leader")];
  await done(moderator, { type: "timer.start", roomId: null, durationMs: 5 * MINUTE });
  const [begun] = timersOf(moderator);
  await Promise.all([
    done(moderator, { type: "timer.extend", roomId: null, byMs: MINUTE }),
    done(other, { type: "timer.extend", roomId: null, byMs: 5 * MINUTE }),
  ]);
  await waitUntil(() => timersOf(leader)[0]?.durationMs === 11 * MINUTE, { what: "both are in" });
  const [now] = timersOf(leader);
  if (begun?.status !== "running" || now?.status !== "running") throw new Error("not running");
  expect(now.endsAt - begun.endsAt).toBe(6 * MINUTE);

  await done(leader, { type: "timer.start", roomId: second, durationMs: MINUTE });
  for (const roomId of [first, null]) {
    const reply = await answered(leader, { type: "timer.start", roomId, durationMs: MINUTE });
    expect(reply).toMatchObject({ ok: false, error: { code: "forbidden" } });
  }
});
