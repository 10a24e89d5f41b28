import { expect, test } from "vitest";
import { collectedReplySchema } from "../../../shared/protocol/http.ts";
import type { RecordView } from "../../../shared/protocol/lanes.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { CAST } from "../../support/sample/cast.ts";
import { type Class, openClass } from "../../support/sockets/class-of-thirteen.ts";
import type { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

const LIST = [
  "提问单位,提问人,问题,性质,希望答复单位",
  "滑县政府,刘文波,土地指标何时到位？,堵点,市发改委",
  "汤阴县,石某,跨县供水的价格怎么定？,难点,",
  "滑县政府,刘文波,,难点,",
].join("\r\n");

interface Sent {
  readonly token: string;
  readonly file?: string | Buffer;
  readonly query?: string;
  readonly decisions?: unknown;
}

async function put(
  server: TestServer,
  { sessionId }: Class,
  { token, file = LIST, query = "", decisions }: Sent,
) {
  const form = new FormData();
  if (decisions !== undefined) form.append("decisions", JSON.stringify(decisions));
  form.append("file", new Blob([file as BlobPart]), "征集.csv");
  const response = await fetch(`${server.url}/api/sessions/${sessionId}/questions${query}`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  return { status: response.status, body: await response.json() };
}

function questions(viewer: Follower): RecordView[] {
  return [...viewer.records().values()].filter(({ kind }) => kind === "question");
}

const dryRun = { query: "?dryRun=1" };
const staffAsk = { askers: [{ unit: "汤阴县", name: "石某", personId: null }], units: [] };

test("[Q11] a list is previewed, imported as pending, known again, and seen by its asker and staff alone", {
  timeout: 120_000,
}, async () => {
  const server = await startServer();
  const room = await openClass(server);
  const token = room.organiserToken;
  const [moderator, asker, other] = [
    await room.enter("moderator"),
    await room.enter("leader"),
    await room.enter("asker"),
  ];

  const previewed = await put(server, room, { token, ...dryRun });
  expect(previewed.status).toBe(200);
  const plan = collectedReplySchema.parse(previewed.body);
  expect(plan.questions.map(({ row }) => row)).toEqual([2]);
  expect(plan.rejected.map(({ row, reason }) => [row, reason])).toEqual([
    [3, "asker_unknown"],
    [4, "text_missing"],
  ]);
  expect(questions(moderator)).toEqual([]);

  const done = await put(server, room, { token: await room.token("moderator"), decisions: staffAsk });
  const imported = collectedReplySchema.parse(done.body);
  expect(imported.questions.map(({ row }) => row)).toEqual([2, 3]);
  await waitUntil(() => questions(moderator).length === 2, { what: "both questions at the console" });
  const [first, second] = imported.questions.map(({ questionId }) => questionId);
  expect(
    questions(moderator)
      .map(({ questionId, status }) => [questionId, status])
      .sort(),
  ).toEqual(
    [
      [first, "pending"],
      [second, "pending"],
    ].sort(),
  );
  await waitUntil(() => questions(asker).length === 1, { what: "the asker has the question" });
  expect(questions(asker)[0]).toMatchObject({ questionId: first, nature: "blockage", mine: true });
  expect(questions(other)).toEqual([]);

  for (const query of ["?dryRun=1", ""]) {
    const again = await put(server, room, { token, query });
    expect(again.body.questions).toEqual(imported.questions);
    expect(again.body.rows.map(({ status }: { status: string }) => status)).toEqual([
      "there",
      "there",
      "refused",
    ]);
  }
  expect(questions(moderator)).toHaveLength(2);
});

test("[Q11] staff alone import, over no socket, and what is no list changes nothing", {
  timeout: 120_000,
}, async () => {
  const server = await startServer();
  const room = await openClass(server);
  const token = room.organiserToken;
  for (const role of ["asker", "finance", "observer"] as const)
    expect((await put(server, room, { token: await room.token(role) })).body.error.code).toBe("forbidden");
  expect((await put(server, room, { token: "nobody" })).status).toBe(401);
  for (const decisions of ["{", [], { askers: [{ unit: "", name: "", personId: "x" }], units: [] }])
    expect((await put(server, room, { token, decisions })).status).toBe(400);
  expect((await put(server, room, { token, file: "%PDF-1.7" })).body.error.code).toBe("list_unreadable");
  expect((await put(server, room, { token, file: "提问单位,提问人\r\n滑县,刘某" })).body.error).toMatchObject(
    {
      code: "list_missing_columns",
      details: { row: 1, columns: ["text"] },
    },
  );
  const moderator = await room.enter("moderator");
  const overSocket = await moderator.send({
    type: "question.import",
    roomId: room.plenary,
    questions: [{ questionId: "0".repeat(22), text: "甲问" }],
  });
  expect(overSocket).toMatchObject({ ok: false, error: { code: "forbidden" } });
  const organiser = await room.organiser();
  await organiser.send({ type: "session.seal" });
  expect((await put(server, room, { token })).body.error.code).toBe("session_sealed");
  expect(questions(organiser)).toEqual([]);
});

test("[V8] where askers are never recorded, the journal has neither names nor units of a list", {
  timeout: 120_000,
}, async () => {
  const server = await startServer();
  const room = await openClass(server, { anonymity: "never" });
  const { body } = await put(server, room, { token: room.organiserToken, decisions: staffAsk });
  expect(body.questions).toHaveLength(2);
  const rows = JSON.stringify(await server.storage.journal.rows(room.sessionId, 0, 1_000));
  expect(rows).toContain("土地指标何时到位");
  for (const word of [CAST.leader.name, CAST.leader.unit, "石某", "汤阴县"]) expect(rows).not.toContain(word);
});
