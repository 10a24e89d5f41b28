import { expect, test } from "vitest";
import { StorageError } from "../../../server/ports/storage-error.ts";
import { lineUpdate } from "../../../server/rehearsal/notes-line.ts";
import { NotesPen } from "../../../server/rehearsal/notes-pen.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { hostsOn } from "../../support/host/hosts-on.ts";
import { newId } from "../../support/new-id.ts";
import { openNotesEditor } from "../../support/notes/notes-editor.ts";
import {
  NOTES_DOCUMENT,
  NOTES_ROOM,
  NOTES_SESSION,
  startNotesServer,
} from "../../support/notes/notes-server.ts";
import { actor, CREATE, IMPORT, personId } from "../../support/sample/sample-session.ts";
import { waitUntil } from "../../support/wait-until.ts";

async function started() {
  const storage = openMemoryStorage();
  const server = await startNotesServer({ store: storage.notes, versionStore: storage.notesVersions });
  const hosts = hostsOn(storage.journal);
  const rooms = [{ roomId: NOTES_ROOM, name: "大会", kind: "plenary" as const }];
  await hosts.create(actor("organiser"), { ...CREATE, sessionId: NOTES_SESSION, rooms });
  const host = await hosts.open(NOTES_SESSION);
  if (host === null) throw new Error("no session");
  await host.submit(actor("organiser"), newId(), IMPORT);
  const pen = new NotesPen({ store: storage.notes, write: server.hub.write });
  const writeAs = (role: "asker" | "observer", text: string) =>
    pen.write(host, { kind: "line", personId: personId(role), roomId: NOTES_ROOM, text });
  return { storage, server, pen, writeAs };
}

test("[E2] robots write as people do: at the end, each under an id of its own, seen by everybody, and only who may", async () => {
  const { storage, server, pen, writeAs } = await started();
  const editor = openNotesEditor(server.url, "somebody");
  await editor.synced();
  editor.write("开头");
  const isStored = async () => (await storage.notes.load(NOTES_DOCUMENT)).seq > 0;
  await waitUntil(isStored, { what: "the first line on disk" });
  await writeAs("asker", "第一行");
  await writeAs("asker", "第二行");
  await writeAs("observer", "列席不写");
  await waitUntil(() => editor.text() === "开头\n第一行\n第二行", { what: "the lines of robots are seen" });
  const owners = [...(await storage.notes.load(NOTES_DOCUMENT)).owners.values()];
  expect(owners.sort()).toEqual([personId("asker"), "somebody"].sort());
  expect(pen.linesIn(NOTES_ROOM)).toBe(3);
});

test("[E3] notes that are forgotten close whoever writes in them, and nothing that comes later is stored", async () => {
  const { storage, server, writeAs } = await started();
  const editor = openNotesEditor(server.url, "somebody");
  await editor.synced();
  editor.write("开头");
  const writing = Promise.allSettled([writeAs("asker", "一"), writeAs("asker", "二")]);
  editor.write("还在写");
  await server.hub.forget(NOTES_SESSION, () => storage.forget(NOTES_SESSION));
  await writing;
  await waitUntil(() => editor.closeCodes.includes(CLOSE_CODES.noSuchDocument), { what: "closed" });
  const late = openNotesEditor(server.url, "another");
  late.write("来晚了");
  await waitUntil(() => late.closeCodes.includes(CLOSE_CODES.noSuchDocument), { what: "not let in" });
  await expect(server.hub.write(NOTES_DOCUMENT, [], "asker")).rejects.toThrow(StorageError);
  expect((await storage.notes.load(NOTES_DOCUMENT)).seq).toBe(0);
  expect(await storage.notesVersions.list(NOTES_DOCUMENT)).toEqual([]);
});

test("[Z8] notes of a session that is here anew are opened again, and only then are they written and kept", async () => {
  const { storage, server } = await started();
  await server.hub.forget(NOTES_SESSION, () => storage.forget(NOTES_SESSION));
  const line = lineUpdate(NOTES_DOCUMENT, { snapshot: null, updates: [] }, { clientId: 7, text: "档案里的" });
  const row = { documentName: NOTES_DOCUMENT, seq: 1, actor: "asker", clientIds: [7], at: 1, bytes: line };
  await storage.notes.append([row]);
  const { hub } = server;
  await expect(hub.write(NOTES_DOCUMENT, [], "asker")).rejects.toThrow(StorageError);
  await expect(hub.versions.save(NOTES_DOCUMENT, "asker", "迟到")).rejects.toThrow(StorageError);
  hub.hereAnew("session-another-0123456");
  const early = openNotesEditor(server.url, "early");
  await waitUntil(() => early.closeCodes.includes(CLOSE_CODES.noSuchDocument), { what: "not let in" });
  hub.hereAnew(NOTES_SESSION);
  const reader = openNotesEditor(server.url, "reader");
  await waitUntil(() => reader.text() === "档案里的", { what: "read again" });
  expect((await hub.versions.save(NOTES_DOCUMENT, "asker", "再来")).isNew).toBe(true);
  await hub.forget(NOTES_SESSION, () => storage.forget(NOTES_SESSION));
  await waitUntil(() => reader.closeCodes.includes(CLOSE_CODES.noSuchDocument), { what: "closed again" });
});

test("[E3] who was taken away is remembered of a bounded number of sessions", async () => {
  const { hub } = await startNotesServer({ limits: { forgottenMax: 2 } });
  const isRefused = () =>
    hub.write(NOTES_DOCUMENT, [], "asker").then(
      () => false,
      () => true,
    );
  const seen: boolean[] = [];
  for (const sessionId of [NOTES_SESSION, "session-one-0123456789", "session-two-0123456789"]) {
    await hub.forget(sessionId, () => Promise.resolve());
    seen.push(await isRefused());
  }
  expect(seen).toEqual([true, true, false]);
});

/** Holds back what a store is asked until it is opened. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resume) => {
    open = resume;
  });
  const turns = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resume) => setImmediate(resume));
  };
  return { opened, open, turns };
}

test("[E3] what the server itself writes is stored before notes are erased, never after", async () => {
  const storage = openMemoryStorage();
  const { opened, open, turns } = gate();
  const load = (name: string) => opened.then(() => storage.notes.load(name));
  const { hub } = await startNotesServer({ store: { ...storage.notes, load } });
  const line = lineUpdate(NOTES_DOCUMENT, { snapshot: null, updates: [] }, { clientId: 7, text: "一行" });
  const writing = hub.write(NOTES_DOCUMENT, [line], "asker");
  const forgetting = hub.forget(NOTES_SESSION, () => storage.forget(NOTES_SESSION));
  await turns();
  open();
  await writing;
  await forgetting;
  expect((await storage.notes.load(NOTES_DOCUMENT)).seq).toBe(0);
});

test("[E3] a version that is being kept by hand as notes are erased is not kept", async () => {
  const storage = openMemoryStorage();
  const { opened, open } = gate();
  const list = (name: string) => opened.then(() => storage.notesVersions.list(name));
  const versionStore = { ...storage.notesVersions, list };
  const { hub } = await startNotesServer({ store: storage.notes, versionStore });
  const line = lineUpdate(NOTES_DOCUMENT, { snapshot: null, updates: [] }, { clientId: 7, text: "一行" });
  await storage.notes.append([
    { documentName: NOTES_DOCUMENT, seq: 1, actor: "asker", clientIds: [7], at: 1, bytes: line },
  ]);
  const saving = hub.versions.save(NOTES_DOCUMENT, "asker", "定稿");
  await hub.forget(NOTES_SESSION, () => storage.forget(NOTES_SESSION));
  open();
  await expect(saving).rejects.toThrow(StorageError);
  expect(await storage.notesVersions.list(NOTES_DOCUMENT)).toEqual([]);
});

test("[E3] notes that could not be erased go on", async () => {
  const { server, writeAs } = await started();
  const full = new StorageError("the disk is full", { retryable: true });
  await expect(server.hub.forget(NOTES_SESSION, () => Promise.reject(full))).rejects.toThrow(full);
  await writeAs("asker", "还在");
  const editor = openNotesEditor(server.url, "somebody");
  await waitUntil(() => editor.text() === "还在", { what: "the line is there" });
});
