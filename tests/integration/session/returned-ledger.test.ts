import { expect, test } from "vitest";
import { ledger as words } from "../../../shared/messages/ledger/zh-CN.ts";
import { classLedgerReplySchema, ledgerReplySchema } from "../../../shared/protocol/ledger-http.ts";
import { filledIn } from "../../support/ledger/fill-in.ts";
import { sealedWithThreeRows } from "../../support/ledger/three-rows.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { enterPin } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const BOM = "\uFEFF";

function get(server: TestServer, path: string, token: string) {
  return fetch(`${server.url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
}

async function bytesOf(response: Response): Promise<Buffer> {
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

interface Sent {
  readonly token: string;
  readonly file: string | Buffer;
  readonly query?: string;
  readonly decisions?: unknown;
}

async function put(server: TestServer, sessionId: string, { token, file, query = "", decisions }: Sent) {
  const form = new FormData();
  if (decisions !== undefined) form.append("decisions", JSON.stringify(decisions));
  form.append("file", new Blob([file as BlobPart]), "台账.xlsx");
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${server.url}/api/sessions/${sessionId}/ledger${query}`, {
    method: "PUT",
    headers,
    body: form,
  });
  return { status: response.status, body: await response.json() };
}

test("[F1] [F3] a sealed session's ledger goes out, comes back, is previewed and taken in one act", {
  timeout: 120_000,
}, async () => {
  const server = await startServer();
  const { sessionId, token, followupIds } = await sealedWithThreeRows(server.url);
  const path = `/api/sessions/${sessionId}/documents/ledger`;
  const answer = await get(server, `${path}.xlsx`, token);
  expect(answer.headers.get("Content-Disposition")).toContain(encodeURIComponent("问题台账"));
  const file = await bytesOf(answer);
  expect((await bytesOf(await get(server, `${path}.xlsx`, token))).equals(file)).toBe(true);
  const csv = (await bytesOf(await get(server, `${path}.csv`, token))).toString("utf8");
  expect(csv.startsWith(`${BOM}序号,问题,提出单位,`)).toBe(true);
  expect(csv.split("\r\n")).toHaveLength(5);

  const filled = await filledIn(file, { I4: "王建国", I5: "李明", M6: "已办结" });
  const staff = await commandAs(server.url, sessionId, token);
  await staff({ type: "followup.update", followupId: followupIds[1] ?? "", personInCharge: "张志远" });
  const headBefore = await server.storage.journal.head(sessionId);
  const previewed = await put(server, sessionId, { token, file: filled, query: "?dryRun=1" });
  const { rows } = ledgerReplySchema.parse(previewed.body);
  expect(rows.map(({ number, result, reason }) => [number, result, reason])).toEqual([
    [1, "changed", undefined],
    [2, "conflict", "changed_here"],
    [3, "refused", "evidence_missing"],
  ]);
  for (const { reason } of rows) if (reason !== undefined) expect(words.reasons).toHaveProperty(reason);
  expect(await server.storage.journal.head(sessionId)).toEqual(headBefore);

  const decisions = { rows: [{ number: 2, rev: rows[1]?.rev, take: "file" }] };
  const done = await put(server, sessionId, { token, file: filled, decisions });
  expect(done.body.rows.map(({ result }: { result: string }) => result)).toEqual([
    "changed",
    "changed",
    "refused",
  ]);
  const journal = await server.storage.journal.rows(sessionId, headBefore?.head ?? 0, 10);
  expect(journal).toHaveLength(1);
  expect(journal[0]?.command).toContain("ledger.import");
  // Those in charge stand in no row of the journal.
  expect(JSON.stringify(journal)).not.toMatch(/王建国|李明|张志远/u);
  const again = await put(server, sessionId, { token, file: filled, decisions });
  expect(again.body.rows.map(({ result }: { result: string }) => result)).toEqual([
    "unchanged",
    "unchanged",
    "refused",
  ]);
  expect(await server.storage.journal.rows(sessionId, headBefore?.head ?? 0, 10)).toHaveLength(1);
  staff.close();
});

test("[F4] who may not gets and brings nothing, and what is no ledger changes nothing", {
  timeout: 120_000,
}, async () => {
  const server = await startServer();
  const { sessionId, token, finance, asker } = await sealedWithThreeRows(server.url);
  const path = `/api/sessions/${sessionId}/documents/ledger.csv`;
  const unit = await enterPin(server.url, sessionId, finance);
  const county = await enterPin(server.url, sessionId, asker);
  const linesFor = async (who: string, query = "") =>
    (await bytesOf(await get(server, `${path}${query}`, who))).toString("utf8").trim().split("\r\n").length -
    1;
  expect([await linesFor(token), await linesFor(unit), await linesFor(county)]).toEqual([3, 2, 0]);
  // Asking for another unit's rows gives a unit's people their own.
  expect(await linesFor(unit, `?unit=${encodeURIComponent("市发改委")}`)).toBe(2);
  expect(await linesFor(token, `?unit=${encodeURIComponent("市财政局")}`)).toBe(2);
  expect((await get(server, path, "nobody")).status).toBe(401);
  const all = await bytesOf(await get(server, path, token));
  const foreign = await put(server, sessionId, { token: county, file: all });
  expect(foreign.body.rows.map(({ reason }: { reason: string }) => reason)).toEqual([
    "not_yours",
    "not_yours",
    "not_yours",
  ]);
  for (const [file, code] of [
    ["%PDF-1.7", "ledger_unreadable"],
    ["甲,乙\r\n1,2", "ledger_no_headings"],
    ["问题,进展\r\n甲,乙", "ledger_missing_columns"],
    ["序号,问题,进展\r\n,,", "ledger_no_rows"],
  ] as const)
    expect((await put(server, sessionId, { token, file })).body.error.code).toBe(code);
  expect((await put(server, sessionId, { token, file: all, decisions: { rows: "x" } })).status).toBe(400);
});

test("[F5] the ledgers of several sessions are one view and one file for the organiser, and nobody else", {
  timeout: 120_000,
}, async () => {
  const server = await startServer();
  const first = await sealedWithThreeRows(server.url);
  const second = await sealedWithThreeRows(server.url);
  const { token } = second;
  const view = async (query = "") =>
    classLedgerReplySchema.parse(await (await get(server, `/api/ledger${query}`, token)).json()).rows;
  expect(await view()).toHaveLength(6);
  const one = await view(`?sessions=${first.sessionId}`);
  expect(new Set(one.map(({ sessionId }) => sessionId))).toEqual(new Set([first.sessionId]));
  expect(one.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  const csv = (await bytesOf(await get(server, "/api/ledger.csv", token))).toString("utf8");
  const numbers = csv
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",")[1]);
  expect(numbers).toEqual(["2", "2", "1", "1", "3", "3"]);
  const file = await bytesOf(await get(server, `/api/ledger.xlsx?sessions=${first.sessionId}`, token));
  // It may come back, too: each session takes its own rows.
  const back = await put(server, second.sessionId, { token, file });
  expect(back.body.rows.map(({ reason }: { reason: string }) => reason)).toEqual(
    Array.from({ length: 3 }, () => "other_session"),
  );
  const unit = await enterPin(server.url, first.sessionId, first.finance);
  for (const path of ["/api/ledger", "/api/ledger.xlsx"])
    expect((await get(server, path, unit)).status).toBe(403);
  expect((await get(server, "/api/ledger?sessions=../x", token)).status).toBe(400);
  expect((await get(server, `/api/ledger?sessions=${"0".repeat(22)}`, token)).status).toBe(404);
});
