import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { expect, test } from "vitest";
import { BASELINE_FILE, JOURNAL_FILE, SEAL_BYTES } from "../../../server/archive/archive-format.ts";
import type { JournalRow } from "../../../server/ports/journal.ts";
import type { Storage } from "../../../server/ports/storage.ts";
import { verifyArchive } from "../../../server/verification/verify-archive.ts";
import { DOCUMENTS } from "../../../shared/documents/documents.ts";
import { DOCUMENT_NAMES } from "../../../shared/protocol/document-names.ts";
import { notesDocumentName } from "../../../shared/protocol/notes.ts";
import {
  bytesOf,
  fetchArchive,
  livelyArchive,
  rewritten,
  sealed,
  servedClass,
} from "../../support/archive/archives.ts";
import { livelyFolder } from "../../support/crash/lively-folder.ts";
import { startServer } from "../../support/process/start-server.ts";
import { CAST } from "../../support/sample/cast.ts";
import { freshSeeds, Seeded } from "../../support/sample/seeded.ts";
import { call, signIn } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { OLD_SESSION, oldFolder } from "../../support/storage/old-folder.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

const CHANGES = 100;
const [seed = 0] = freshSeeds(1);

/** The archive of a lively class. */
async function archiveOfClass(): Promise<Buffer> {
  return (await livelyArchive(seed)).archive;
}

async function verified(archive: Uint8Array): Promise<{ broken: number; text: string }> {
  const file = join(await tempDirectory(), "archive.zip");
  writeFileSync(file, archive);
  const lines: string[] = [];
  const broken = await verifyArchive(file, (line) => lines.push(line));
  return { broken, text: lines.join("\n") };
}

async function linesIn(zip: JSZip, name: string): Promise<unknown[]> {
  const text = (await zip.file(name)?.async("string")) ?? "";
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

async function everyRow({ journal }: Storage, sessionId: string): Promise<JournalRow[]> {
  return journal.rows(sessionId, 0, 1_000_000);
}

test("[Z1] an archive has all that is kept, in the same bytes each time, and holds", {
  timeout: 120_000,
}, async () => {
  const folder = await livelyFolder(seed);
  // Taking the archive is recorded, so the next one would be of another head.
  const copy = await tempDirectory();
  cpSync(folder, copy, { recursive: true });
  const before = await servedClass(seed, folder);
  const archive = await bytesOf(await fetchArchive(before.server.url, before.sessionId, before.token));
  await before.server.stop();
  const { server, token, sessionId } = await servedClass(seed, copy);
  const loaded = await server.storage.journal.load(sessionId);
  const rows = await everyRow(server.storage, sessionId);
  const response = await fetchArchive(server.url, sessionId, token);
  expect(decodeURIComponent(response.headers.get("Content-Disposition") ?? "")).toContain("归档包.zip");
  expect(archive.equals(await bytesOf(response)), `seed ${seed}`).toBe(true);
  const zip = await JSZip.loadAsync(archive);
  expect(await linesIn(zip, "session/records.jsonl")).toEqual(loaded?.records);
  expect(await linesIn(zip, JOURNAL_FILE)).toEqual(rows);
  const host = await server.app.hosts.open(sessionId);
  let written = 0;
  for (const { roomId } of host?.state.all("room") ?? []) {
    const documentName = notesDocumentName(sessionId, roomId);
    const notes = await server.storage.notes.load(documentName);
    if (notes.seq === 0) continue;
    written += 1;
    const place = `notes/${roomId}`;
    const snapshot = (await zip.file(`${place}/snapshot.bin`)?.async("nodebuffer")) ?? null;
    expect(snapshot).toEqual(notes.snapshot === null ? null : Buffer.from(notes.snapshot));
    expect(await linesIn(zip, `${place}/updates.jsonl`)).toEqual(
      notes.updates.map((bytes, at) => ({
        seq: notes.seq - notes.updates.length + 1 + at,
        base64: Buffer.from(bytes).toString("base64"),
      })),
    );
    const versions = await server.storage.notesVersions.list(documentName);
    expect(versions.length).toBeGreaterThan(0);
    expect(await linesIn(zip, `${place}/versions.jsonl`)).toEqual(versions.reverse());
    for (const { versionId } of versions) {
      const state = await server.storage.notesVersions.packedState(documentName, versionId);
      const kept = await zip.file(`${place}/versions/${versionId}.bin`)?.async("nodebuffer");
      expect(kept).toEqual(Buffer.from(state ?? []));
    }
  }
  expect(written).toBeGreaterThan(0);
  const documents = DOCUMENT_NAMES.flatMap((name) =>
    DOCUMENTS[name].formats.map((format) => `documents/${name}.${format}`),
  );
  for (const name of [...documents, "documents/ledger.xlsx", "documents/ledger.csv"])
    expect((await zip.file(name)?.async("nodebuffer"))?.length, name).toBeGreaterThan(0);
  const minutes = await call(server.url, `/api/sessions/${sessionId}/documents/minutes.json`, { token });
  // Who takes it is said of a file, not in what is kept.
  const { watermark: _watermark, ...kept } = minutes.body;
  expect(JSON.parse((await zip.file("documents/minutes.json")?.async("string")) ?? "")).toEqual(kept);

  const { broken, text } = await verified(archive);
  expect(text).not.toContain("BROKEN");
  expect(broken).toBe(0);
  expect(text).toMatch(/session \S+: holds, \d\d+ rows replayed from the start, \d+ records/);
  expect(text).toMatch(/notes \S+: holds, [1-9]\d* updates after [1-9]\d*, [2-9] versions/);
  expect(text).toContain(`row ${loaded?.head}, ${loaded?.hash}`);
  for (const { name, unit } of Object.values(CAST)) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(unit);
  }
});

test("[Z2] each of a hundred single bytes that was changed is found, and its place", {
  timeout: 300_000,
}, async () => {
  const archive = await archiveOfClass();
  const random = new Seeded(seed);
  const end = archive.length - 1;
  const places = [0, end, end - SEAL_BYTES];
  while (places.length < CHANGES) places.push(random.below(end + 1));
  for (const place of places) {
    const changed = Buffer.from(archive);
    changed[place] = (changed[place] ?? 0) ^ (1 + random.below(255));
    const { broken, text } = await verified(changed);
    const what = `byte ${place} of seed ${seed}`;
    expect(broken, what).toBeGreaterThan(0);
    expect(text, what).toMatch(
      /BROKEN, (?:\S+\.(?:json|jsonl|bin|docx|pdf|md|xlsx|csv) |it |its |something |the name )/,
    );
    for (const { name } of Object.values(CAST)) expect(text, what).not.toContain(name);
  }
});

test("[Z2] a byte changed within a file names the file", async () => {
  const archive = await archiveOfClass();
  const zip = await JSZip.loadAsync(archive);
  const pdf = (await zip.file("documents/minutes.pdf")?.async("nodebuffer")) ?? Buffer.alloc(0);
  const changed = Buffer.from(archive);
  const at = archive.indexOf(pdf) + (pdf.length >> 1);
  expect(archive.indexOf(pdf)).toBeGreaterThan(0);
  changed[at] = (changed[at] ?? 0) ^ 1;
  const { text } = await verified(changed);
  expect(text).toContain("files: BROKEN, documents/minutes.pdf is not as the manifest says");
  expect(text).toContain("archive: BROKEN, it is not as it was sealed");
});

test("[Z2] an archive cut short anywhere is refused", { timeout: 120_000 }, async () => {
  const archive = await archiveOfClass();
  const random = new Seeded(seed);
  const lengths = [0, 1, 22, archive.length - SEAL_BYTES, archive.length - 1];
  for (let cut = 0; cut < 20; cut += 1) lengths.push(random.below(archive.length));
  for (const length of lengths) {
    const { broken, text } = await verified(archive.subarray(0, length));
    expect(broken, `cut to ${length}`).toBe(1);
    expect(text).toContain("archive: BROKEN, it is cut short");
  }
});

test.each([
  ["../uments/minutes.md", "leaves the folder of the archive"],
  ["/ocuments/minutes.md", "leaves the folder of the archive"],
  ["C:cuments/minutes.md", "leaves the folder of the archive"],
  ["documents\\..\\..\\a.md", "leaves the folder of the archive"],
  ["documents/MINUTES.md", "is none that an archive has"],
  ["documents/ninutes.md", "documents/ninutes.md is not in the manifest"],
])("[Z3] a file named %s, all else right, is refused", async (name, reason) => {
  const was = "documents/minutes.md";
  const archive = await archiveOfClass();
  const renamed = sealed(Buffer.from(archive.toString("latin1").replaceAll(was, name), "latin1"));
  expect(renamed.length).toBe(archive.length);
  const { broken, text } = await verified(renamed);
  expect(broken).toBeGreaterThan(0);
  expect(text).toContain(reason);
});

test("[Z4] a row changed, with every hash around it made anew, breaks the chain", async () => {
  const archive = await archiveOfClass();
  const untouched = await verified(await rewritten(archive, JOURNAL_FILE, (text) => text));
  expect(untouched.text).not.toContain("BROKEN");
  const later = await rewritten(archive, JOURNAL_FILE, (text) => {
    const lines = text.split("\n");
    const row: JournalRow = JSON.parse(lines[2] ?? "");
    return lines.with(2, JSON.stringify({ ...row, at: row.at + 1 })).join("\n");
  });
  expect((await verified(later)).text).toContain("BROKEN, row 3 is not as its hash says");
  const cut = await rewritten(
    archive,
    JOURNAL_FILE,
    (text) => `${text.split("\n").slice(0, -2).join("\n")}\n`,
  );
  expect((await verified(cut)).text).toMatch(/BROKEN, the head is \d+, the last row \d+/);
  const other = await rewritten(archive, "session/records.jsonl", (text) =>
    text.replace('"title":"', '"title":"另'),
  );
  expect((await verified(other)).text).toMatch(/BROKEN, record \S+: not as the journal made it: title/);
});

test("[Z4] a session whose records an upgrade rewrote is replayed from there", {
  timeout: 60_000,
}, async () => {
  const directory = await oldFolder();
  const { url } = await startServer({ directory });
  const archive = await bytesOf(await fetchArchive(url, OLD_SESSION, await signIn(url)));
  const { broken, text } = await verified(archive);
  expect(text).not.toContain("BROKEN");
  expect(broken).toBe(0);
  expect(text).toContain("1 rows replayed from row 1, as an upgrade left the records");
  const other = await rewritten(archive, BASELINE_FILE, (lines) => lines.replace('"title":"', '"title":"另'));
  expect((await verified(other)).text).toMatch(
    /BROKEN, record session:\S*: not as the journal made it: title/,
  );
});

test("[X17] whoever leaves half way through an archive leaves nothing behind but that it was taken", {
  timeout: 120_000,
}, async () => {
  const server = await startServer();
  const { sessionId, organiserToken } = await openClass(server);
  const leaving = new AbortController();
  const response = await fetchArchive(server.url, sessionId, organiserToken, leaving.signal);
  await response.body?.getReader().read();
  leaving.abort();
  const path = `/api/sessions/${sessionId}/documents/minutes.json`;
  expect((await call(server.url, path, { token: organiserToken })).status).toBe(200);
  expect(server.logged.filter(({ message }) => message === "request failed")).toEqual([]);
  const host = await server.app.hosts.open(sessionId);
  const takings = () => [...(host?.state.all("export") ?? [])].filter(({ file }) => file === "archive.zip");
  await waitUntil(() => takings().length > 0, { what: "what went out is recorded" });
  expect(takings()).toHaveLength(1);
  expect(takings()[0]?.bytes).toBeGreaterThan(0);
});
