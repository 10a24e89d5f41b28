import { expect, test } from "vitest";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { RecordView } from "../../../shared/protocol/lanes.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import type { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

const NEVER = { anonymity: "never" } as const;

async function did(follower: Follower, command: Command, commandId?: string): Promise<void> {
  const reply = await follower.send(command, commandId);
  if (!reply.ok) throw new Error(`${command.type}: ${reply.error.code}`);
}

function statusOf(view: RecordView | undefined): unknown {
  return view?.status;
}

test("[V8] where askers are never recorded, nothing stored or sent tells who asked, and the browser follows", async () => {
  const server = await startServer();
  const room = await openClass(server, NEVER);
  const [asker, moderator, neighbour] = [
    await room.enter("asker"),
    await room.enter("moderator"),
    await room.enter("neighbour"),
  ];
  const { personId, name, unit } = { ...room.seats.asker, unit: "文峰区财政局" };
  const questionId = newId();
  const followId = newId();
  asker.follows = [followId];
  await asker.join();
  const commandId = newId();
  const ask = {
    type: "question.ask",
    questionId,
    roomId: room.plenary,
    text: "为什么这么难",
    followId,
  } as const;
  await did(asker, ask, commandId);
  await did(asker, ask, commandId);
  await waitUntil(() => asker.get(`question:${questionId}`) !== undefined, {
    what: "the asker's own question",
  });
  expect(asker.get(`question:${questionId}`)).toMatchObject({ mine: true, status: "pending" });

  await did(moderator, { type: "question.approve", questionId });
  await did(moderator, { type: "question.route", questionId, leadUnit: "市财政局" });
  const finance = await room.enter("finance");
  await did(finance, {
    type: "answer.post",
    answerId: newId(),
    questionId,
    text: "由省里定",
    manner: "written",
  });
  await waitUntil(() => statusOf(asker.get(`question:${questionId}`)) === "answered", { what: "the answer" });
  expect(asker.get(`trail:${questionId}`)).toBeDefined();
  const rate = { type: "question.rate", questionId, verdict: "unsettled" } as const;
  expect(await neighbour.send({ ...rate, followId: newId() })).toMatchObject({
    error: { code: "forbidden" },
  });
  await did(asker, { ...rate, followId });

  await did(moderator, { type: "question.close", questionId, outcome: "follow-up" });
  await did(finance, { type: "followup.finish", followupId: questionId, evidence: "批复文号" });
  const clear = { type: "followup.clear", followupId: questionId } as const;
  const reopen = { type: "followup.reopen", followupId: questionId, reason: "还没有到账" } as const;
  expect(await asker.send(clear)).toMatchObject({ error: { code: "forbidden" } });
  const organiser = await room.organiser();
  await did(organiser, { type: "session.update", settings: { anonymity: "hidden" } });
  await did(asker, { ...clear, followId });
  await did(asker, { ...reopen, followId });
  await waitUntil(() => statusOf(asker.get(`followup:${questionId}`)) === "underway", {
    what: "the own row",
  });

  const host = await server.app.hosts.open(room.sessionId);
  const records = [...(host?.state.everything() ?? [])].filter(({ kind }) => kind !== "person");
  const rows = await server.storage.journal.rows(room.sessionId, 0, 1_000);
  const asked = rows.filter((row) => row.command.includes(questionId));
  expect(asked.filter((row) => row.command.includes("question.ask"))).toHaveLength(1);
  for (const text of [...asked, ...records].map((one) => JSON.stringify(one))) {
    if (text.includes('"person.arrive"')) continue;
    expect(
      [personId, name].some((word) => text.includes(word)),
      text,
    ).toBe(false);
  }
  for (const other of [moderator, neighbour, finance]) {
    await other.join();
    const views = [...other.records().values()].filter(({ kind }) => kind !== "person");
    const text = JSON.stringify(views.filter((view) => JSON.stringify(view).includes(questionId)));
    expect([personId, name, unit, followId].filter((word) => text.includes(word))).toEqual([]);
  }
});

test("[V8] following by an id of the roster opens nobody's lane", async () => {
  const server = await startServer();
  const room = await openClass(server, NEVER);
  const spy = await room.enter("neighbour");
  spy.follows = [room.seats.asker.personId];
  await spy.join();
  expect([...spy.lanes.keys()].filter((lane) => lane.startsWith("person:"))).toEqual([
    `person:${room.seats.neighbour.personId}`,
  ]);
});

test("[Q6] [V8] where askers are never recorded a seat asks so much at once and more with time, and nothing says who did", async () => {
  const server = await startServer();
  const room = await openClass(server, { ...NEVER, pendingMax: 3 });
  const [flooding, other] = [await room.enter("asker"), await room.enter("neighbour")];
  const ask = (follower: Follower) =>
    follower.send({
      type: "question.ask",
      questionId: newId(),
      roomId: room.plenary,
      text: "又一问",
      followId: newId(),
    });
  const refusal = {
    ok: false,
    error: { code: "too_many_pending", retryable: false, details: { pendingMax: 3 } },
  };
  const closed = { type: "question.ask", questionId: newId(), roomId: newId(), text: "无此房间" } as const;
  expect(await flooding.send(closed)).toMatchObject({ ok: false });
  const replies = [];
  for (let count = 0; count < 5; count += 1) replies.push(await ask(flooding));
  expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, false, false]);
  expect(replies.at(-1)).toEqual(refusal);
  const again = await room.enter("asker");
  expect(await ask(again)).toEqual(refusal);
  expect(await ask(other)).toMatchObject({ ok: true });
  const organiser = await room.organiser();
  await did(organiser, { type: "room.moderate", roomId: room.plenary, moderation: "after" });
  expect(await ask(flooding)).toMatchObject({ ok: true });
  const told = JSON.stringify([server.logged, await server.storage.journal.rows(room.sessionId, 0, 1_000)]);
  expect(told).not.toContain("too_many_pending");
});
