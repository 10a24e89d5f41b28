import { createHash } from "node:crypto";
import JSZip from "jszip";
import { expect, test, vi } from "vitest";
import type { ExportRecord } from "../../../shared/domain/exports/records.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { ExportCalls } from "../../support/documents/export-calls.ts";
import { sealedWithThreeRows } from "../../support/ledger/three-rows.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { dense } from "../../support/sample/minutes-texts.ts";
import { hasPoppler, readPdf } from "../../support/sample/pdf-file.ts";
import { enterPin } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { commandAs } from "../../support/sockets/command-as.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** A worker is bundled from its sources first, on a machine that runs other tests besides. */
vi.setConfig({ testTimeout: 120_000 });

async function takenIn(server: TestServer, sessionId: string): Promise<ExportRecord[]> {
  const host = await server.app.hosts.open(sessionId);
  return [...(host?.state.all("export") ?? [])].sort((one, other) => one.rev - other.rev);
}

async function bytesOf(response: Response): Promise<Buffer> {
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

test("[X17] [X20] each file that leaves is recorded with what it is, by whoever took it, and changes none after it", async () => {
  const server = await startServer();
  const { sessionId, token, finance } = await sealedWithThreeRows(server.url);
  const organiser = new ExportCalls(server.url, sessionId, token);
  const county = new ExportCalls(server.url, sessionId, await enterPin(server.url, sessionId, finance));
  const names = [
    "minutes.docx",
    "minutes.json",
    "assignments.zip",
    "attendance.xlsx",
    "ledger.xlsx",
    "archive.zip",
  ];
  const taken: Buffer[] = [];
  for (const name of names) taken.push(await bytesOf(await organiser.get(name)));
  taken.push(await bytesOf(await county.get("ledger.csv")));
  taken.push(await bytesOf(await organiser.get(`assignments.md?unit=${encodeURIComponent("市财政局")}`)));

  const records = await takenIn(server, sessionId);
  expect(records.map(({ file }) => file)).toEqual([...names, "ledger.csv", "assignments.md"]);
  expect(records.map(({ bytes }) => bytes)).toEqual(taken.map(({ length }) => length));
  expect(records.map((record) => record.sha256)).toEqual(taken.map(sha256));
  expect(records.map(({ unit }) => unit)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    "市财政局",
    "市财政局",
  ]);
  expect(records.map(({ takenBy }) => takenBy)).toEqual([
    ...names.map(() => "organiser"),
    finance.personId,
    "organiser",
  ]);

  // Two of the same are one file, however many were taken between them.
  for (const [at, name] of names.slice(0, -1).entries())
    expect((await bytesOf(await organiser.get(name))).equals(taken[at] ?? Buffer.alloc(0)), name).toBe(true);
  const { footer } = JSON.parse(taken[1]?.toString() ?? "");
  const rows = await server.storage.journal.rows(sessionId, 0, 1_000);
  const changed = rows.filter(({ command }) => !command.includes("export.record")).at(-1);
  expect(footer).toMatchObject({ seq: changed?.seq, hash: changed?.hash });
  // Whose unit's ledger it was would tell, beside who took it, whose unit that is.
  const takings = rows.filter(({ command }) => command.includes("export.record"));
  expect(takings).toHaveLength(names.length * 2 + 1);
  expect(JSON.stringify(takings)).not.toContain("市财政局");
});

test("[X16] who may take files is asked at each door, and once more when they are handed out", async () => {
  const server = await startServer();
  const room = await openClass(server);
  const { sessionId } = room;
  const staff = await commandAs(server.url, sessionId, room.organiserToken);
  const recorder = new ExportCalls(server.url, sessionId, await room.token("recorder"));
  const moderator = new ExportCalls(server.url, sessionId, await room.token("moderator"));
  const finance = new ExportCalls(server.url, sessionId, await room.token("finance"));
  const { taskId } = await recorder.ready("lists.md");
  await staff({ type: "session.update", settings: { exportsBy: "named" } });
  const files = ["minutes.md", "attendance.xlsx", "assignments.zip", "ledger.csv"];
  for (const file of files) expect((await recorder.get(file)).status, file).toBe(403);
  expect((await recorder.start("minutes.docx")).status).toBe(403);
  expect((await recorder.take(taskId)).status).toBe(403);
  expect((await finance.get("ledger.csv")).status).toBe(200);
  const personId = room.seats.recorder.personId;
  await staff({ type: "person.update", personId, duties: ["recorder", "exporter"] });
  for (const file of files) expect((await recorder.get(file)).status, file).toBe(200);
  expect((await recorder.get("archive.zip")).status).toBe(403);
  expect((await moderator.get("minutes.md")).status).toBe(403);
  const organiser = new ExportCalls(server.url, sessionId, room.organiserToken);
  for (const file of files) expect((await organiser.get(file)).status, file).toBe(200);
  staff.close();
});

test("[X18] what is taken names who took it where the session says so", async () => {
  const server = await startServer({ clock: () => Date.UTC(2026, 1, 3, 12, 15) });
  const room = await openClass(server, { watermark: true });
  const { unit, name } = room.seats.recorder;
  const recorder = new ExportCalls(server.url, room.sessionId, await room.token("recorder"));
  const words = `${unit} ${name} 2026年2月3日20:15 导出`;
  expect((await bytesOf(await recorder.get("minutes.md"))).toString()).toContain(words);
  const organiser = new ExportCalls(server.url, room.sessionId, room.organiserToken);
  const { watermark } = JSON.parse((await bytesOf(await organiser.get("lists.json"))).toString());
  expect(watermark).toBe("组织者 2026年2月3日20:15 导出");
  // What is looked at names nobody, and is the same for all who look.
  const looked = [
    await bytesOf(await recorder.get("lists/preview.pdf")),
    await bytesOf(await organiser.get("lists/preview.pdf")),
  ] as const;
  expect(looked[0].equals(looked[1])).toBe(true);
  expect(looked[0].equals(await bytesOf(await recorder.get("lists.pdf")))).toBe(false);
  if (!(await hasPoppler())) return;
  const { text } = await readPdf(looked[0], await tempDirectory(), 2_000);
  expect(dense(text)).toContain(dense(zhCN.documents.previewMark));
  expect(text).not.toContain(name);
});

test("[X18] what a task has made unmarked is not handed out once files are to be marked", async () => {
  const server = await startServer();
  const { sessionId, organiserToken } = await openClass(server);
  const organiser = new ExportCalls(server.url, sessionId, organiserToken);
  const staff = await commandAs(server.url, sessionId, organiserToken);
  const mark = (watermark: boolean) => staff({ type: "session.update", settings: { watermark } });
  const unmarked = await organiser.ready("lists.md");
  await mark(true);
  for (const _again of [1, 2]) expect((await organiser.take(unmarked.taskId)).status).toBe(404);
  const marked = await organiser.ready("lists.md");
  await mark(false);
  expect((await bytesOf(await organiser.take(marked.taskId))).toString()).toContain(
    zhCN.documents.byOrganiser,
  );
  staff.close();
});

test("[X17] [F5] a file of several ledgers is recorded in each session with rows in it, and leaves none in memory", async () => {
  const server = await startServer({ idleHostMs: 600 });
  const first = await sealedWithThreeRows(server.url);
  const { sessionId: empty } = await openClass(server);
  const second = await sealedWithThreeRows(server.url);
  await waitUntil(() => server.app.hosts.size === 0, { what: "no session in memory" });
  const headers = { Authorization: `Bearer ${second.token}` };
  const file = await bytesOf(await fetch(`${server.url}/api/ledger.xlsx`, { headers }));
  await waitUntil(() => server.app.hosts.size === 0, { what: "no session in memory again" });
  for (const { sessionId } of [first, second])
    expect(await takenIn(server, sessionId)).toMatchObject([
      { file: "classLedger.xlsx", sha256: sha256(file), bytes: file.length, takenBy: "organiser" },
    ]);
  expect(await takenIn(server, empty)).toEqual([]);
});

test("[X18] [F5] a file of several ledgers names who took it where one of them says so", async () => {
  const server = await startServer({ clock: () => Date.UTC(2026, 1, 3, 12, 15) });
  const plain = await sealedWithThreeRows(server.url);
  const marked = await sealedWithThreeRows(server.url, { watermark: true });
  const headers = { Authorization: `Bearer ${plain.token}` };
  const headsOf = async (query: string) => {
    const file = await bytesOf(await fetch(`${server.url}/api/ledger.xlsx${query}`, { headers }));
    const zip = await JSZip.loadAsync(file);
    return /<oddHeader>.*<\/oddHeader>/u.exec(
      (await zip.file("xl/worksheets/sheet1.xml")?.async("string")) ?? "",
    );
  };
  expect((await headsOf(""))?.[0]).toContain("组织者 2026年2月3日20:15 导出");
  expect(await headsOf(`?sessions=${marked.sessionId}`)).not.toBeNull();
  expect(await headsOf(`?sessions=${plain.sessionId}`)).toBeNull();
});

test("[X17] who asks by HEAD is told the type of a file, and has taken none", async () => {
  const server = await startServer({ exportLimits: { takingsBurst: 1, takingsPerSecond: 0.001 } });
  const { sessionId, token, finance } = await sealedWithThreeRows(server.url);
  const organiser = new ExportCalls(server.url, sessionId, token);
  const { taskId } = await organiser.ready("lists.md");
  const files = ["minutes.docx", "archive.zip", "ledger.csv"].map((fileName) => ({ fileName }));
  const types: (string | null)[] = [];
  for (const wanted of [...files, { taskId }]) {
    const { status, headers } = await organiser.head(wanted);
    expect(status).toBe(200);
    types.push(headers.get("Content-Type"));
  }
  expect(types).toEqual([
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/zip",
    "text/csv; charset=utf-8",
    "text/markdown; charset=utf-8",
  ]);
  const headers = { Authorization: `Bearer ${token}` };
  const ofClass = await fetch(`${server.url}/api/ledger.xlsx`, { method: "HEAD", headers });
  expect([ofClass.status, ofClass.headers.get("Content-Type")]).toEqual([
    200,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]);
  const county = new ExportCalls(server.url, sessionId, await enterPin(server.url, sessionId, finance));
  expect((await county.head({ fileName: "minutes.docx" })).status).toBe(403);
  expect(await takenIn(server, sessionId)).toEqual([]);
  await bytesOf(await organiser.take(taskId));
  expect((await organiser.head({ taskId })).status).toBe(404);
  expect(await takenIn(server, sessionId)).toHaveLength(1);
});

test("[X19] files are taken a hundred at once and then one by one", async () => {
  const server = await startServer({ exportLimits: { takingsBurst: 2, takingsPerSecond: 0.001 } });
  const room = await openClass(server);
  const calls = new ExportCalls(server.url, room.sessionId, room.organiserToken);
  for (const status of [200, 200, 429]) expect((await calls.get("ledger.csv")).status).toBe(status);
  const other = new ExportCalls(server.url, room.sessionId, await room.token("recorder"));
  expect((await other.get("ledger.csv")).status).toBe(200);
});
