import { describe, expect, test } from "vitest";
import { questionRecordId } from "../../../shared/domain/questions/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import type { Lane } from "../../../shared/protocol/lanes.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { newId } from "../../support/new-id.ts";
import { openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { startServer } from "../../support/process/start-server.ts";
import { call } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

describe("joining", () => {
  test("[J1] answers one entry for each lane the viewer stands in, and no other", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const lanesOf = async (follower: Awaited<ReturnType<typeof room.enter>>) => {
      const reply = await follower.join();
      if (!reply.ok) throw new Error(reply.error.code);
      return reply.lanes.map(({ lane }) => lane).sort();
    };
    const id = (role: "asker" | "finance" | "moderator") => `person:${room.seats[role].personId}`;
    expect(await lanesOf(await room.enter("asker"))).toEqual(
      ["everyone", id("asker"), "unit:文峰区财政局", `room:${room.plenary}`, `room:${room.first}`].sort(),
    );
    expect(await lanesOf(await room.enter("finance"))).toEqual(
      ["everyone", id("finance"), "unit:市财政局", `room:${room.plenary}`, `room:${room.first}`].sort(),
    );
    expect(await lanesOf(await room.enter("moderator"))).toEqual(
      ["everyone", id("moderator"), "staff"].sort(),
    );
    expect(await lanesOf(await room.organiser())).toEqual(["everyone", "staff"]);
  });

  test("[V10] the page at a projector has a lane of its own, with the numbers of the session", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after" });
    const opened = await call<{ token: string }>(server.url, `/api/sessions/${room.sessionId}/stage`, {
      token: room.organiserToken,
      body: {},
    });
    const stage = new Follower(server.url, room.sessionId, opened.body.token);
    const reply = await stage.join();
    if (!reply.ok) throw new Error(reply.error.code);
    expect(reply.lanes.map(({ lane }) => lane)).toEqual(["stage", "everyone"]);
    const asker = await room.enter("asker");
    await asker.send({
      type: "question.ask",
      questionId: newId(),
      roomId: room.plenary,
      text: "二审由谁负责",
    });
    const asked = () => stage.records().get(TALLY_RECORD_ID)?.asked;
    await waitUntil(() => asked() === 1, { what: "told of the question" });
    expect(asker.records().has(TALLY_RECORD_ID)).toBe(false);
  });

  test("[J1] the whole lanes of two who join are those of the host, also after a change", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after" });
    const asker = await room.enter("asker");
    for (const text of ['“第一问” \\ "</script>', "第二问"]) {
      await asker.send({ type: "question.ask", questionId: newId(), roomId: room.plenary, text });
      const [first, second] = [await room.enter("neighbour"), await room.enter("neighbour")];
      expect(first.records()).toEqual(second.records());
      expect([...first.records().values()].filter((view) => view.text === text)).toHaveLength(1);
      expect(first.get(`person:${room.seats.asker.personId}`)).toMatchObject({ name: room.seats.asker.name });
    }
  });

  test("[J3] a client older than the supported floor is told so", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const follower = await room.enter("asker");
    const join = (protocolVersion: number) =>
      follower.socket.emitWithAck("session:join", {
        sessionId: room.sessionId,
        protocolVersion,
        have: {} as Record<Lane, number>,
      });
    expect(await join(0)).toMatchObject({ ok: false, error: { code: "client_outdated", retryable: false } });
    expect(await join(PROTOCOL_VERSION)).toMatchObject({ ok: true });
  });

  test("[J5] who is moved hears nothing more of the old room, is told to join anew, and has the new one", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after" });
    const organiser = await room.organiser();
    const stranger = await room.enter("stranger");
    const moved = await room.enter("asker");
    const before = newId();
    await stranger.send({
      type: "question.ask",
      questionId: before,
      roomId: room.second,
      text: "第二组之问",
    });
    expect(moved.get(questionRecordId(before))).toBeUndefined();

    const { personId } = room.seats.asker;
    expect(await organiser.send({ type: "person.move", personId, roomId: room.second })).toMatchObject({
      ok: true,
    });
    await waitUntil(() => moved.rejoins > 0 && moved.joining === null, {
      what: "the moved one to join anew",
    });
    expect(moved.get(questionRecordId(before))).toMatchObject({ text: "第二组之问" });

    const leftBehind = newId();
    const neighbour = await room.enter("neighbour");
    await neighbour.send({
      type: "question.ask",
      questionId: leftBehind,
      roomId: room.first,
      text: "第一组之问",
    });
    await moved.join();
    expect(moved.received.some((message) => message.includes("第一组之问"))).toBe(false);
  });
});

describe("changed rights", () => {
  test("[J5] who is moved and does not come again hears nothing more of the old room", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after" });
    const deaf = await room.enter("asker");
    deaf.socket.off("session:reset");
    deaf.socket.off("session:changes");
    const organiser = await room.organiser();
    const { personId } = room.seats.asker;
    await organiser.send({ type: "person.move", personId, roomId: room.second });
    const neighbour = await room.enter("neighbour");
    const text = "第一组之问";
    await neighbour.send({ type: "question.ask", questionId: newId(), roomId: room.first, text });
    expect(await deaf.socket.emitWithAck("session:ping", {})).toMatchObject({ ok: true });
    expect(deaf.received.some((message) => message.includes("session:reset"))).toBe(true);
    expect(deaf.received.some((message) => message.includes(text))).toBe(false);
  });

  test("[J5] [N1] who is moved is let go from the notes of the old room, who stays is not", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const organiser = await room.organiser();
    const notesUrl = `${server.url.replace("http", "ws")}/yjs`;
    const path = `${room.sessionId}/${room.first}/notes`;
    const moved = await openNotesSocket(notesUrl, await room.token("asker"), path);
    const staying = await openNotesSocket(notesUrl, await room.token("neighbour"), path);
    const { personId } = room.seats.asker;
    await organiser.send({ type: "person.move", personId, roomId: room.second });
    expect(await moved.closed()).toBe(CLOSE_CODES.rightsChanged);
    staying.send(syncMessage(1, Uint8Array.of(0, 0)));
    await waitUntil(() => staying.saved() === 1, { what: "the neighbour writes on" });
  });

  test("[C6] a sealed session's notes are let go by all who wrote", async () => {
    const server = await startServer();
    const room = await openClass(server);
    const organiser = await room.organiser();
    const notesUrl = `${server.url.replace("http", "ws")}/yjs`;
    const path = `${room.sessionId}/${room.first}/notes`;
    const writer = await openNotesSocket(notesUrl, await room.token("asker"), path);
    expect(await organiser.send({ type: "session.seal" })).toMatchObject({ ok: true });
    expect(await writer.closed()).toBe(CLOSE_CODES.rightsChanged);
  });
});

describe("commands", () => {
  test("a setting that is changed leaves the others as they are", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "before", anonymity: "off" });
    const organiser = await room.organiser();
    await organiser.send({ type: "session.update", settings: { moderation: "after" } });
    expect(organiser.get(SESSION_RECORD_ID)).toMatchObject({
      settings: { moderation: "after", anonymity: "off" },
    });
  });

  test("[C5] a person has one budget over all sockets", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after" });
    // One PIN entered for all: ten at once are more than a seat may try.
    const token = await room.token("asker");
    const sockets = Array.from({ length: 10 }, () => new Follower(server.url, room.sessionId, token));
    await Promise.all(sockets.map((socket) => socket.join()));
    const ask = (index: number) =>
      sockets[index % sockets.length]?.send({
        type: "question.ask",
        questionId: newId(),
        roomId: room.plenary,
        text: `第 ${index} 问`,
      });
    const replies = await Promise.all(Array.from({ length: 300 }, (_, index) => ask(index)));
    const refused = replies.filter((reply) => reply?.ok === false && reply.error.code === "rate_limited");
    expect(refused.length).toBeGreaterThan(150);
    expect(refused.length).toBeLessThan(300);
  });

  test("[C2] what a command changed is there before its acknowledgement", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after" });
    const asker = await room.enter("asker");
    for (let made = 0; made < 50; made += 1) {
      const questionId = newId();
      const text = `第 ${made} 问`;
      const command = { type: "question.ask", questionId, roomId: room.plenary, text } as const;
      // Looked at as the acknowledgement is read: a moment later all that came with it would be there.
      const seen = new Promise((resolve) => {
        asker.socket.emit("session:command", { commandId: newId(), command }, (reply) =>
          resolve([reply.ok, asker.get(questionRecordId(questionId))?.text]),
        );
      });
      expect(await seen).toEqual([true, text]);
    }
  });

  test("[V7] whom a person supports is that person's own; all see the count", async () => {
    const server = await startServer();
    const room = await openClass(server, { moderation: "after" });
    const asker = await room.enter("asker");
    const neighbour = await room.enter("neighbour");
    const others = [asker, await room.enter("leader"), await room.enter("moderator"), await room.organiser()];
    const questionId = newId();
    await asker.send({ type: "question.ask", questionId, roomId: room.plenary, text: "同问吗" });
    await neighbour.send({ type: "question.support", questionId, on: true });
    const kinds = (follower: typeof asker) => [...follower.records().values()].map((view) => view.kind);
    expect(kinds(neighbour)).toContain("support");
    for (const other of others) {
      await waitUntil(() => other.get(questionRecordId(questionId))?.support === 1, { what: "the count" });
      expect(kinds(other)).not.toContain("support");
      expect(other.received.some((message) => message.includes('"kind":"support"'))).toBe(false);
    }
  });
});
