import { expect, test } from "vitest";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import type { Follower } from "../../support/sockets/follower.ts";

const GIST = "先建后招一年五家";
const POINT = "县里先垫资建厂房";

async function done(follower: Follower, command: Command): Promise<void> {
  const reply = await follower.send(command);
  if (!reply.ok) throw new Error(`${command.type}: ${reply.error.code}`);
}

const heardOf = ({ received }: Follower, text: string) => received.some((message) => message.includes(text));

test("[L5] [L6] over sockets a gist reaches staff, the leader and the speaker at once, the room and the stage once it was heard; a point everybody", async () => {
  const room = await openClass(await startServer());
  const [recorder, leader, speaker, listener, elsewhere] = await Promise.all(
    (["recorder", "leader", "stranger", "planning", "asker"] as const).map((role) => room.enter(role)),
  );
  if (!recorder || !leader || !speaker || !listener || !elsewhere) throw new Error("nobody there");
  const speechId = newId();
  await done(speaker, { type: "speech.request", speechId, roomId: room.second });
  await done(leader, { type: "speech.start", speechId });
  await done(leader, { type: "speech.note", speechId, gist: GIST });
  await done(recorder, { type: "point.add", pointId: newId(), speechId, text: POINT, tag: "policy" });
  // An answer comes after all that was sent before.
  for (const follower of [recorder, leader, speaker, listener, elsewhere]) await follower.join();
  for (const follower of [recorder, leader, speaker]) expect(heardOf(follower, GIST)).toBe(true);
  for (const follower of [listener, elsewhere]) expect(heardOf(follower, GIST)).toBe(false);
  for (const follower of [listener, elsewhere]) expect(heardOf(follower, POINT)).toBe(true);

  await done(leader, { type: "speech.end", speechId });
  for (const follower of [listener, elsewhere]) await follower.join();
  expect(heardOf(listener, GIST)).toBe(true);
  expect(heardOf(elsewhere, GIST)).toBe(false);
});

test("[L2] two who press for the next speaker at once give the floor once, and one start is in the journal", async () => {
  const server = await startServer();
  const room = await openClass(server);
  const [moderator, recorder] = [await room.enter("moderator"), await room.enter("recorder")];
  const [first, second] = [newId(), newId()];
  const add = (speechId: string, personId: string) =>
    done(moderator, { type: "speech.add", speechId, roomId: room.plenary, personId });
  await add(first, room.seats.asker.personId);
  await add(second, room.seats.stranger.personId);
  await Promise.all([moderator, recorder].map((by) => done(by, { type: "speech.start", speechId: first })));
  const host = await server.app.hosts.open(room.sessionId);
  const speeches = [...(host?.state.all("speech") ?? [])];
  expect(speeches.map(({ status }) => status).sort()).toEqual(["speaking", "waiting"]);
  await Promise.all([moderator, recorder].map((by) => done(by, { type: "speech.start", speechId: second })));
  const after = [...(host?.state.all("speech") ?? [])].map(({ status }) => status).sort();
  expect(after).toEqual(["over", "speaking"]);
});
