import { expect, onTestFinished, test } from "vitest";
import { NotesReader } from "../../../client/features/stage/report/notes-reader.ts";
import { NO_RULES } from "../../../shared/domain/rounds/rules.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { newId } from "../../support/new-id.ts";
import { openNotesEditor } from "../../support/notes/notes-editor.ts";
import { notesCloseCode } from "../../support/notes/notes-probe.ts";
import { startServer } from "../../support/process/start-server.ts";
import { call } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

async function opened() {
  const server = await startServer();
  const room = await openClass(server, { moderation: "after" });
  const opening = await call<{ token: string }>(server.url, `/api/sessions/${room.sessionId}/stage`, {
    token: room.organiserToken,
    body: {},
  });
  const { token } = opening.body;
  const stage = new Follower(server.url, room.sessionId, token);
  await stage.join();
  const moderator = await room.enter("moderator");
  const act = async (command: Command, by = moderator) => {
    const reply = await by.send(command);
    if (!reply.ok) throw new Error(`${command.type}: ${reply.error.code}`);
  };
  const notesOf = (roomId: string, by: string) =>
    openNotesEditor(`${server.url.replace("http", "ws")}/yjs`, by, {
      documentName: `${room.sessionId}/${roomId}/notes`,
    });
  return { server, room, token, stage, moderator, act, notesOf };
}

test("[W6] a page at a projector reads the notes of the group that reports and no others, writes in none, and is closed as soon as another reports", async () => {
  const { server, room, token, act, notesOf } = await opened();
  const door = (roomId: string) => notesCloseCode(server.url, room.sessionId, roomId, token);
  for (const roomId of [room.plenary, room.first, room.second])
    expect(await door(roomId)).toBe(CLOSE_CODES.noRight);
  const member = notesOf(room.first, await room.token("asker"));
  await member.synced();
  member.write("先建后招");
  await waitUntil(() => member.saved() > 0, { what: "on disk" });

  await act({ type: "report.show", roomId: room.first, durationMs: 60_000 });
  const reader = notesOf(room.first, token);
  await reader.synced();
  expect(reader.text()).toBe("先建后招");
  member.write("一年五家");
  await waitUntil(() => reader.text().includes("一年五家"), { what: "read as it is written" });
  reader.write("投影写的");
  for (const roomId of [room.plenary, room.second]) expect(await door(roomId)).toBe(CLOSE_CODES.noRight);

  await act({ type: "report.show", roomId: room.second, durationMs: null });
  await waitUntil(() => reader.closeCodes.length > 0, { what: "closed" });
  expect(reader.closeCodes[0]).toBe(CLOSE_CODES.rightsChanged);
  expect(await door(room.first)).toBe(CLOSE_CODES.noRight);
  expect(await door(room.second)).toBeNull();
  member.write("还在写");
  await waitUntil(() => member.saved() > 2, { what: "who may write goes on" });
  expect(member.text()).not.toContain("投影写的");
  expect(reader.text()).not.toContain("还在写");
});

test("[W6] what stands there is read line by line as it is written, kept when it is another's turn, and read anew after", async () => {
  const { server, room, token, act, notesOf } = await opened();
  const member = notesOf(room.first, await room.token("asker"));
  await member.synced();
  member.write("先建后招");
  await waitUntil(() => member.saved() > 0, { what: "on disk" });
  await act({ type: "report.show", roomId: room.first, durationMs: null });
  let lines: readonly string[] = [];
  let refusals = 0;
  const open = () => {
    const reader = new NotesReader({
      url: `${server.url.replace("http", "ws")}/yjs`,
      documentName: `${room.sessionId}/${room.first}/notes`,
      token,
      onLines: (read) => {
        lines = read.map(({ text }) => text);
      },
      onRefused: () => {
        refusals += 1;
      },
    });
    onTestFinished(() => reader.close());
  };
  open();
  await waitUntil(() => lines.includes("先建后招"), { what: "read" });
  member.write("一年五家");
  await waitUntil(() => lines.includes("一年五家"), { what: "read as it is written" });
  await act({ type: "stage.show", recordId: null });
  await waitUntil(() => refusals === 1, { what: "refused" });
  expect(lines).toContain("一年五家");
  open();
  await waitUntil(() => refusals === 2, { what: "refused at the door" });
  await act({ type: "report.show", roomId: room.first, durationMs: null });
  lines = [];
  open();
  await waitUntil(() => lines.includes("一年五家"), { what: "read anew" });
});

test("[W4] [W6] over sockets seats and a group's questions reach the projectors while they are shown, and are gone after", async () => {
  const { room, stage, act } = await opened();
  const asker = await room.enter("asker");
  const [roundId, questionId] = [newId(), newId()];
  const { personId } = room.seats.asker;
  await act(
    { type: "question.ask", questionId, roomId: room.first, text: "专项债二审谁负责", anonymous: true },
    asker,
  );
  await act({
    type: "round.plan",
    roundId,
    name: "第二轮",
    groups: [
      {
        roomId: newId(),
        name: "特别组",
        max: null,
        locked: [personId],
        free: [],
        leaderId: personId,
        recorderId: null,
      },
    ],
    rules: NO_RULES,
    seed: 4_242_424,
  });
  await stage.join();
  const heard = () => stage.received.join("\n");
  for (const word of ["特别组", "专项债二审谁负责", roundId]) expect(heard()).not.toContain(word);

  await act({ type: "stage.show", recordId: `round:${roundId}` });
  await stage.join();
  expect(stage.get(`round:${roundId}`)).toMatchObject({ groups: [{ name: "特别组", leaderId: personId }] });
  expect(heard()).not.toContain("4242424");
  expect(asker.received.join("\n")).not.toContain("特别组");

  await act({ type: "report.show", roomId: room.first, durationMs: null });
  await stage.join();
  expect(stage.get(`round:${roundId}`)).toBeUndefined();
  expect(stage.get(`question:${questionId}`)).toMatchObject({ text: "专项债二审谁负责" });
  expect(stage.get(`question:${questionId}`)).not.toHaveProperty("asker");

  await act({ type: "stage.show", recordId: null });
  await stage.join();
  expect(stage.get(`question:${questionId}`)).toBeUndefined();
});
