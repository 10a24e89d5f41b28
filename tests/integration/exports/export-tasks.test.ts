import { expect, test, vi } from "vitest";
import { notesDocumentName } from "../../../shared/protocol/notes.ts";
import { ExportCalls } from "../../support/documents/export-calls.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { type Class, openClass } from "../../support/sockets/class-of-thirteen.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** A worker is bundled from its sources first, on a machine that runs other tests besides. */
vi.setConfig({ testTimeout: 120_000 });

/** To write them takes tens of seconds of a worker that is in no native code, which alone is not interrupted. */
const LONG_QUESTIONS = 5_000;
/** Far less than that. */
const SOON_MS = 15_000;
const STARTS = 1_000;
const STARTS_AT_ONCE = 200;

async function served(settings: object = {}) {
  const server = await startServer();
  const room = await openClass(server, settings);
  const callsOf = async (who: Parameters<Class["token"]>[0] | "organiser") => {
    const token = who === "organiser" ? room.organiserToken : await room.token(who);
    return new ExportCalls(server.url, room.sessionId, token);
  };
  return { server, room, callsOf };
}

test("[X19] a task tells its steps, is its doer's alone, is taken once, and gives the file one gets at once", async () => {
  const { callsOf } = await served();
  const calls = await callsOf("recorder");
  // Whoever enters changes what documents say.
  const others = [await callsOf("moderator"), await callsOf("organiser"), await callsOf("asker")];
  const { taskId, steps } = await calls.ready("minutes.docx");
  const shares = steps.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((one, other) => one - other));
  expect(steps.at(-1)).toEqual({ taskId, status: "ready", step: "packing", share: 1 });
  for (const other of others) {
    expect((await other.ask(taskId)).status).toBe(404);
    expect((await other.take(taskId)).status).toBe(404);
    expect(await other.cancel(taskId)).toBe(404);
  }
  const taken = await calls.take(taskId);
  expect(taken.status).toBe(200);
  const atOnce = await calls.get("minutes.docx");
  for (const header of ["Content-Disposition", "Content-Type", "Content-Length"])
    expect(taken.headers.get(header)).toBe(atOnce.headers.get(header));
  expect(Buffer.from(await taken.arrayBuffer()).equals(Buffer.from(await atOnce.arrayBuffer()))).toBe(true);
  expect((await calls.take(taskId)).status).toBe(404);
  expect((await calls.ask(taskId)).status).toBe(404);
  expect((await calls.start("minutes.exe")).status).toBe(404);
  expect((await others.at(-1)?.start("minutes.docx"))?.status).toBe(403);
  expect((await calls.get(`assignments.md?unit=${"长".repeat(100)}`)).status).toBe(400);
});

test("[X19] an archive is made as it is taken, and tells meanwhile how much of it is behind", async () => {
  const { server, room, callsOf } = await served();
  const calls = await callsOf("organiser");
  const { body } = await calls.start("archive.zip");
  expect(body.status).toBe("ready");
  const taking = calls.take(body.taskId).then(async (response) => Buffer.from(await response.arrayBuffer()));
  const told: number[] = [];
  await waitUntil(
    async () => {
      const { status, body: now } = await calls.ask(body.taskId);
      if (status === 200) told.push(now.share);
      return status === 404;
    },
    { what: "the archive to be taken", deadlineMs: 60_000 },
  );
  expect((await taking).subarray(0, 2).toString()).toBe("PK");
  expect(told.length).toBeGreaterThan(2);
  expect(told).toEqual([...told].sort((one, other) => one - other));
  expect(told.at(-1)).toBeGreaterThan(0.5);

  const again = await calls.start("archive.zip");
  const leaving = calls.take(again.body.taskId).then((response) => response.arrayBuffer());
  leaving.catch(() => undefined);
  await waitUntil(async () => (await calls.ask(again.body.taskId)).body.status === "working", {
    what: "it to begin",
  });
  expect(await calls.cancel(again.body.taskId)).toBe(200);
  await expect(leaving).rejects.toThrow();
  expect(server.logged.filter(({ message }) => message === "request failed")).toEqual([]);
  const host = await server.app.hosts.open(room.sessionId);
  // The other too, if some of it went out.
  const taken = [...(host?.state.all("export") ?? [])].map(({ file }) => file);
  expect([1, 2]).toContain(taken.length);
  expect(new Set(taken)).toEqual(new Set(["archive.zip"]));
});

test("[X19] an archive that cannot be made ends its task, and its doer begins as many as before", async () => {
  const { server, room, callsOf } = await served();
  const organiser = await callsOf("organiser");
  const documentName = notesDocumentName(room.sessionId, room.plenary);
  const broken = {
    documentName,
    seq: 1,
    actor: "nobody",
    at: 0,
    bytes: Uint8Array.of(9, 9, 9),
    clientIds: [],
  };
  expect(await server.storage.notes.append([broken])).toEqual({ ok: true });
  for (let at = 0; at < 5; at += 1) {
    const { status, body } = await organiser.start("archive.zip");
    expect(status).toBe(202);
    expect((await organiser.take(body.taskId)).status).toBe(500);
    expect((await organiser.ask(body.taskId)).status).toBe(404);
  }
});

test("[X19] whoever cancels or goes away ends the process at once, also while waiting; a thousand starts are four", async () => {
  const { server, room, callsOf } = await served({ moderation: "after" });
  const [organiser, recorder, helper] = [
    await callsOf("organiser"),
    await callsOf("recorder"),
    await callsOf("helper"),
  ];
  const host = await server.app.hosts.open(room.sessionId);
  const asked = Array.from({ length: LONG_QUESTIONS }, () =>
    host?.submit({ kind: "organiser" }, newId(), {
      type: "question.ask",
      questionId: newId(),
      roomId: room.plenary,
      text: "专项债二审由哪一方负责、多长时间反馈？".repeat(20),
    }),
  );
  for (const reply of await Promise.all(asked)) expect(reply?.ok).toBe(true);
  const isWaiting = async (calls: ExportCalls, taskId: string) => {
    const { status, step } = (await calls.ask(taskId)).body;
    return status === "working" && step === "waiting";
  };
  const soonReady = (calls: ExportCalls, taskId: string) =>
    waitUntil(async () => (await calls.ask(taskId)).body.status === "ready", {
      what: "a worker to be free",
      deadlineMs: SOON_MS,
    });

  // Both workers are at work for tasks.
  const long = [await organiser.start("minutes.docx"), await organiser.start("minutes.docx")];
  const waiting = await recorder.start("statistics.md");
  expect(await isWaiting(recorder, waiting.body.taskId)).toBe(true);

  // All that another doer starts waits with it: four, and no more.
  const statuses: number[] = [];
  for (let at = 0; at < STARTS; at += STARTS_AT_ONCE) {
    const some = await Promise.all(
      Array.from({ length: STARTS_AT_ONCE }, () => helper.start("statistics.md")),
    );
    statuses.push(...some.map(({ status }) => status));
  }
  expect(statuses.filter((status) => status === 202)).toHaveLength(4);
  expect(statuses.filter((status) => status === 429)).toHaveLength(STARTS - 4);

  expect(await recorder.cancel(waiting.body.taskId)).toBe(200);
  expect((await recorder.ask(waiting.body.taskId)).status).toBe(404);
  const next = await recorder.start("statistics.md");
  for (const { body } of long) {
    expect((await organiser.ask(body.taskId)).body.status).toBe("working");
    expect(await organiser.cancel(body.taskId)).toBe(200);
  }
  await soonReady(recorder, next.body.taskId);

  // Both are at work for calls that wait for their file.
  const leaving = new AbortController();
  const gone = [1, 2, 3].map(() => organiser.get("minutes.docx", leaving.signal));
  for (const call of gone) call.catch(() => undefined);
  let last = await recorder.start("statistics.md");
  await waitUntil(
    async () => {
      if (await isWaiting(recorder, last.body.taskId)) return true;
      last = await recorder.start("statistics.md");
      return false;
    },
    { what: "both workers to be busy", deadlineMs: SOON_MS },
  );
  leaving.abort();
  await soonReady(recorder, last.body.taskId);
  for (const call of gone) await expect(call).rejects.toThrow();
  expect(server.logged.filter(({ message }) => /request failed|file not made/.test(message))).toEqual([]);
  expect([...(host?.state.all("export") ?? [])]).toEqual([]);
});
