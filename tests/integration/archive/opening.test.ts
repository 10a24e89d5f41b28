import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { expect, test } from "vitest";
import { MANIFEST_FILE } from "../../../server/archive/archive-format.ts";
import { readKeptData } from "../../../server/storage/sqlite/read-kept-data.ts";
import { verifyData } from "../../../server/verification/verify-data.ts";
import type { SessionListReply } from "../../../shared/protocol/http.ts";
import type { ClassLedgerReply } from "../../../shared/protocol/ledger-http.ts";
import { CLOSE_CODES, notesDocumentName } from "../../../shared/protocol/notes.ts";
import { bytesOf, fetchArchive, livelyArchive } from "../../support/archive/archives.ts";
import { bringArchive } from "../../support/archive/bring-archive.ts";
import { keptOf } from "../../support/archive/kept-of.ts";
import { newId } from "../../support/new-id.ts";
import { openNotesEditor } from "../../support/notes/notes-editor.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { call, createSession, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";
import { OLD_SESSION, oldFolder } from "../../support/storage/old-folder.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** Another installation, with the organiser signed in. */
async function otherPlace(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer(options);
  return { server, token: await signIn(server.url) };
}

async function sessionsOf({ url }: TestServer, token: string): Promise<SessionListReply["sessions"]> {
  return (await call<SessionListReply>(url, "/api/sessions", { token })).body.sessions;
}

function editorOf({ url }: TestServer, token: string, documentName: string) {
  return openNotesEditor(`${url.replace("http", "ws")}/yjs`, token, { documentName });
}

/** What stays of uploads. */
function leftBehind({ directory }: TestServer): string[] {
  const folder = join(directory, "incoming");
  return existsSync(folder) ? readdirSync(folder) : [];
}

test("[Z5] what is in an archive is told, and nothing is changed", { timeout: 120_000 }, async () => {
  const { archive, sessionId, kept } = await livelyArchive();
  const { server, token } = await otherPlace();
  const { status, body } = await bringArchive(server.url, token, archive, "?dryRun=1");
  const ofKind = (kind: string) => kept.records?.filter((record) => record.kind === kind).length;
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ...{ sessionId, status: "open", isRehearsal: false, people: ofKind("person"), rooms: ofKind("room") },
    ...{ questions: ofKind("question"), followups: ofKind("followup"), here: null },
    notes: kept.rooms.filter(({ seq }) => seq > 0).length,
    versions: kept.rooms.flatMap(({ versions }) => versions).length,
    journal: { head: kept.head, hash: kept.hash },
  });
  expect(await sessionsOf(server, token)).toEqual([]);
  expect(await server.storage.journal.head(sessionId)).toBeNull();
  expect(leftBehind(server)).toEqual([]);
});

test("[Z6] every record, row, text and version is as it was, and so are the documents", {
  timeout: 120_000,
}, async () => {
  const { archive, sessionId, kept } = await livelyArchive();
  const { server, token } = await otherPlace();
  const opened = await bringArchive(server.url, token, archive);
  expect(opened.status).toBe(201);
  expect(await keptOf(server.storage, sessionId)).toEqual(kept);
  expect(leftBehind(server)).toEqual([]);
  const again = await bytesOf(await fetchArchive(server.url, sessionId, token));
  const [one, other] = await Promise.all([JSZip.loadAsync(archive), JSZip.loadAsync(again)]);
  // Notes are folded, which the manifest tells.
  const isOther = (name: string) => /snapshot|updates|document\.json/.test(name) || name === MANIFEST_FILE;
  for (const name of Object.keys(one.files).filter((name) => !isOther(name))) {
    const [then, now] = await Promise.all([one, other].map((zip) => zip.file(name)?.async("nodebuffer")));
    expect(now?.equals(then ?? Buffer.alloc(0)), name).toBe(true);
  }
  expect(Object.keys(other.files).length).toBeGreaterThan(30);
  await server.stop();
  const lines: string[] = [];
  const line = (text: string) => lines.push(text);
  const broken = readKeptData(server.directory, (data) =>
    verifyData(data, { line, secretFingerprint: "any" }),
  );
  expect(broken, lines.join("\n")).toBe(0);
  expect(lines.join("\n")).toContain(`session ${sessionId}: holds, ${kept.head} rows replayed`);
});

test("[Z6] whoever goes before the answer has opened nothing", { timeout: 120_000 }, async () => {
  const { archive, sessionId } = await livelyArchive();
  const { server, token } = await otherPlace();
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(archive)]), "archive.zip");
  const leaving = new AbortController();
  const headers = { Authorization: `Bearer ${token}` };
  const { signal } = leaving;
  const asking = fetch(`${server.url}/api/archive`, { method: "POST", headers, body: form, signal });
  await waitUntil(() => leftBehind(server).length > 0, { what: "the upload" });
  leaving.abort();
  await expect(asking).rejects.toThrow();
  await waitUntil(() => leftBehind(server).length === 0, { what: "the upload gone", deadlineMs: 30_000 });
  expect(await sessionsOf(server, token)).toEqual([]);
  expect(await server.storage.journal.head(sessionId)).toBeNull();
  // And may do it after all.
  expect((await bringArchive(server.url, token, archive)).status).toBe(201);
  expect(server.logged.filter(({ message }) => message === "request failed")).toEqual([]);
});

test("[Z7] a session that is here, as held or as opened, is left as it is", {
  timeout: 120_000,
}, async () => {
  const { archive, sessionId } = await livelyArchive();
  const { server, token } = await otherPlace();
  const own = await createSession(server.url, token);
  const ownArchive = await bytesOf(await fetchArchive(server.url, own.sessionId, token));
  await bringArchive(server.url, token, archive);
  const places = [
    { sessionId: own.sessionId, file: ownArchive, here: "held" },
    { sessionId, file: archive, here: "opened" },
  ];
  for (const { file, here, ...place } of places) {
    const before = await keptOf(server.storage, place.sessionId);
    const listed = await sessionsOf(server, token);
    const { title } = listed.find((one) => one.sessionId === place.sessionId) ?? {};
    expect((await bringArchive(server.url, token, file, "?dryRun=1")).body).toMatchObject({ here });
    const { status, body } = await bringArchive(server.url, token, file);
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      code: "archive_session_exists",
      details: { sessionId: place.sessionId, title },
    });
    expect(await keptOf(server.storage, place.sessionId)).toEqual(before);
    expect(await sessionsOf(server, token)).toEqual(listed);
  }
});

test("[Z8] the organiser reads all of it; nobody does anything in it, and nobody enters", {
  timeout: 120_000,
}, async () => {
  const { archive, sessionId, kept } = await livelyArchive();
  const { server, token } = await otherPlace();
  const { url } = server;
  await bringArchive(url, token, archive);
  const [listed] = await sessionsOf(server, token);
  expect(listed).toMatchObject({ sessionId, status: "open", openedAt: expect.any(Number) });
  const statusOf = async (path: string, method = "GET", body?: object) => {
    const asked = { method, token, ...(body !== undefined && { body }) };
    const { status, body: said } = await call<{ error?: { code: string } }>(url, path, asked);
    return [status, said.error?.code ?? null];
  };
  const session = `/api/sessions/${sessionId}`;
  const written = kept.rooms.find(({ text }) => text !== "");
  const versions = `${session}/rooms/${written?.roomId}/notes/versions`;
  for (const path of [
    `${session}/documents/minutes.json`,
    versions,
    `${versions}/${written?.versions[0]?.versionId}`,
  ])
    expect([path, await statusOf(path)]).toEqual([path, [200, null]]);
  const refused: [string, string, object?][] = [
    [`${session}/roster`, "PUT", { people: [] }],
    [`${session}/seat-cards`, "GET"],
    [`${session}/stage`, "POST", {}],
    [`${session}/rehearsal`, "GET"],
    [`${session}/rehearsal`, "POST", { pace: "slow" }],
    [versions, "POST", {}],
    [`${versions}/${written?.versions[0]?.versionId}/restore`, "POST", {}],
  ];
  for (const [path, method, body] of refused)
    expect([path, await statusOf(path, method, body)]).toEqual([path, [409, "session_opened"]]);

  const command = await commandAs(url, sessionId, token);
  const [row] = kept.records?.filter(({ kind }) => kind === "followup") ?? [];
  const followupId = row?.id.slice("followup:".length) ?? "";
  for (const one of [
    { type: "session.seal" },
    // In a sealed session the ledger goes on; here it does not.
    { type: "followup.progress", followupId, entryId: newId(), text: "已联系" },
  ] as const)
    await expect(command(one)).rejects.toThrow("session_opened");
  command.close();
  expect(await server.storage.journal.head(sessionId)).toEqual({ head: kept.head, hash: kept.hash });

  const documentName = notesDocumentName(sessionId, written?.roomId ?? "");
  const editor = editorOf(server, token, documentName);
  await editor.synced();
  expect(editor.text()).toBe(written?.text);
  editor.write("后来写的");
  // In sync once more, all it sent before has been looked at.
  editor.provider.disconnect();
  editor.provider.connect();
  await editor.synced();
  const reader = editorOf(server, token, documentName);
  await reader.synced();
  expect(reader.text()).toBe(written?.text);
  expect((await server.storage.notes.load(documentName)).seq).toBe(written?.seq);

  expect(await call(url, "/api/lobby")).toMatchObject({ body: { sessions: [] } });
  expect(await call(url, `${session}/lobby`)).toMatchObject({ status: 404 });
  const personId = kept.records?.find(({ kind }) => kind === "person")?.id.slice("person:".length);
  const body = { personId, pin: "123456" };
  expect(await call(url, `${session}/join`, { body })).toMatchObject({ status: 404 });

  const { rows } = (await call<ClassLedgerReply>(url, "/api/ledger", { token })).body;
  expect(rows.length).toBe(kept.records?.filter(({ kind }) => kind === "followup").length);
  for (const row of rows) expect(row.openedAt).toBe(listed?.openedAt);
});

test("[Z8] a copy can be taken away and opened again; what was held here cannot", {
  timeout: 120_000,
}, async () => {
  const { archive, sessionId, kept } = await livelyArchive();
  const { server, token } = await otherPlace();
  const own = await createSession(server.url, token);
  await bringArchive(server.url, token, archive);
  const remove = (id: string) => call(server.url, `/api/archive/${id}`, { method: "DELETE", token });
  expect(await remove(own.sessionId)).toMatchObject({
    status: 409,
    body: { error: { code: "session_not_opened" } },
  });
  expect(await remove("nobody-nobody-nobody-1")).toMatchObject({ status: 404 });
  expect((await remove(sessionId)).status).toBe(200);
  expect((await sessionsOf(server, token)).map((one) => one.sessionId)).toEqual([own.sessionId]);
  expect(await server.storage.journal.load(sessionId)).toBeNull();
  const written = kept.rooms.find(({ text }) => text !== "");
  const documentName = notesDocumentName(sessionId, written?.roomId ?? "");
  const between = editorOf(server, token, documentName);
  await waitUntil(() => between.closeCodes.includes(CLOSE_CODES.noSuchDocument), { what: "no notes" });
  expect((await bringArchive(server.url, token, archive)).status).toBe(201);
  expect(await keptOf(server.storage, sessionId)).toEqual(kept);
  const reader = editorOf(server, token, documentName);
  await reader.synced();
  expect(reader.text()).toBe(written?.text);
});

test("[Z9] an archive of an earlier version is opened, and upgraded as it is looked at", {
  timeout: 60_000,
}, async () => {
  const one = await startServer({ directory: await oldFolder() });
  await one.app.hosts.open(OLD_SESSION);
  const kept = await keptOf(one.storage, OLD_SESSION);
  const archive = await bytesOf(await fetchArchive(one.url, OLD_SESSION, await signIn(one.url)));
  const { server, token } = await otherPlace();
  expect(await bringArchive(server.url, token, archive)).toMatchObject({
    status: 201,
    body: { title: "旧研讨" },
  });
  expect(await keptOf(server.storage, OLD_SESSION)).toEqual(kept);
});

test("only the organiser brings archives, and only as a file of a form", async () => {
  const { server, token } = await otherPlace();
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${server.url}/api/archive`, { method: "POST", headers, body }).then(({ status }) => status);
  expect(await post({}, "")).toBe(401);
  const form = { Authorization: `Bearer ${token}`, "Content-Type": "multipart/form-data; boundary=x" };
  expect(await post({ ...form, "Content-Type": "application/zip" }, "PK")).toBe(400);
  expect(await post(form, "--x\r\nnothing")).toBe(400);
  expect(await post(form, '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nPK')).toBe(
    400,
  );
  expect(leftBehind(server)).toEqual([]);
});
