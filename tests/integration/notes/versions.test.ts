import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import type { NotesVersionStore } from "../../../server/ports/notes-version-store.ts";
import { StorageError } from "../../../server/ports/storage-error.ts";
import { openNotesEditor } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, startNotesServer } from "../../support/notes/notes-server.ts";
import {
  NEVER_MS,
  PARAGRAPH,
  sqlite,
  started,
  textNow,
  textThen,
  versionsOf,
  versionsWhen,
  wipe,
} from "../../support/notes/notes-versions.ts";
import { openForTest } from "../../support/storage/storage-adapters.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

describe("[N13] versions are kept", () => {
  test("when nobody wrote for a while, with who wrote", async () => {
    const server = await started({ pauseMs: 50 });
    const [ann, bob] = [openNotesEditor(server.url, "ann"), openNotesEditor(server.url, "bob")];
    await Promise.all([ann.synced(), bob.synced()]);
    ann.write("甲");
    bob.write("乙");
    const [version] = await waitUntil(
      async () => {
        const versions = await versionsOf(server);
        return versions[0]?.chars === 2 && versions;
      },
      { what: "a version of both" },
    );
    const all = await versionsOf(server);
    expect(version).toMatchObject({ occasion: "pause", by: null, name: null, deletedChars: null });
    expect([...new Set(all.flatMap(({ authors }) => authors))].sort()).toEqual(["ann", "bob"]);
  });

  test("while writing goes on, at times", async () => {
    const server = await started({ everyMs: 100 });
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    let typed = 0;
    const versions = await waitUntil(
      async () => {
        ann.type(String(typed++ % 10));
        const found = await versionsOf(server);
        return found.length >= 2 && found;
      },
      // Each version starts a worker out of the sources first.
      { deadlineMs: 20_000, what: "two versions without a pause" },
    );
    expect(versions.map(({ occasion }) => occasion)).toEqual(versions.map(() => "pause"));
  });

  test("once the store takes them again, with everybody who wrote since the one before", async () => {
    const storage = await openForTest(sqlite, await tempDirectory());
    const { notesVersions } = storage;
    let failures = 0;
    const versionStore: NotesVersionStore = {
      ...notesVersions,
      keep: async (added, dropped) => {
        if (failures < 2) {
          failures += 1;
          throw new StorageError("the disk is full", { retryable: true });
        }
        await notesVersions.keep(added, dropped);
      },
    };
    const versionLimits = { pauseMs: 60, everyMs: NEVER_MS };
    const server = await startNotesServer({ store: storage.notes, versionStore, versionLimits });
    const [ann, bob] = [openNotesEditor(server.url, "ann"), openNotesEditor(server.url, "bob")];
    await Promise.all([ann.synced(), bob.synced()]);
    ann.write("甲");
    await waitUntil(() => failures === 1, { what: "not stored" });
    bob.write("乙");
    const versions = await waitUntil(
      async () => {
        const found = await server.hub.versions.list(NOTES_DOCUMENT);
        return found[0]?.chars === 2 && found;
      },
      { what: "stored" },
    );
    expect(versions.flatMap(({ authors }) => authors).sort()).toEqual(["ann", "bob"]);
  });

  test("with those too whose own version was not stored while this one waited", async () => {
    const storage = await openForTest(sqlite, await tempDirectory());
    const { notesVersions } = storage;
    let refuse: (reason: StorageError) => void = () => {};
    const disk = new Promise<void>((_resolve, reject) => {
      refuse = reject;
    });
    let [asked, loads] = [0, 0];
    const versionStore: NotesVersionStore = {
      ...notesVersions,
      keep: (added, dropped) => {
        asked += 1;
        return asked === 1 ? disk : notesVersions.keep(added, dropped);
      },
    };
    const store = {
      ...storage.notes,
      load: (documentName: string) => {
        loads += 1;
        return storage.notes.load(documentName);
      },
    };
    const versionLimits = { pauseMs: NEVER_MS, everyMs: NEVER_MS };
    const server = await startNotesServer({ store, versionStore, versionLimits });
    const [ann, bob] = [openNotesEditor(server.url, "ann"), openNotesEditor(server.url, "bob")];
    await Promise.all([ann.synced(), bob.synced()]);
    const stored = (seq: number) =>
      waitUntil(async () => (await storage.notes.load(NOTES_DOCUMENT)).seq === seq, { what: `seq ${seq}` });
    ann.write("甲");
    await stored(1);
    const first = server.hub.versions.save(NOTES_DOCUMENT, "ann", null);
    await waitUntil(() => asked === 1, { what: "the disk to be asked" });
    bob.write("乙");
    await stored(2);
    const loadsBefore = loads;
    const second = server.hub.versions.save(NOTES_DOCUMENT, "bob", null);
    await waitUntil(() => loads > loadsBefore, { what: "the second to be taken" });
    await storage.notes.load(NOTES_DOCUMENT);
    refuse(new StorageError("the disk is full", { retryable: true }));
    await expect(first).rejects.toThrow("the disk is full");
    expect((await second).version.authors).toEqual(["ann", "bob"]);
  });

  test("before a large deletion, with who deleted how much", async () => {
    const server = await started();
    const ann = openNotesEditor(server.url, "ann");
    const bob = openNotesEditor(server.url, "bob");
    await Promise.all([ann.synced(), bob.synced()]);
    ann.write(PARAGRAPH);
    await waitUntil(() => bob.text() === PARAGRAPH, { what: "bob reads" });
    wipe(bob.doc);
    const [version] = await versionsWhen(server, 1);
    expect(version).toMatchObject({
      occasion: "deletion",
      by: "bob",
      deletedChars: PARAGRAPH.length,
      chars: PARAGRAPH.length,
      authors: ["ann"],
    });
    await waitUntil(async () => (await textNow(server)) === "", { what: "wiped" });
    expect(await textThen(server, version?.versionId ?? "")).toBe(PARAGRAPH);
  });

  test("before a large deletion that comes letter by letter", async () => {
    const server = await started();
    const bob = openNotesEditor(server.url, "bob");
    await bob.synced();
    bob.write(PARAGRAPH.repeat(4));
    await waitUntil(() => bob.saved() === 2, { what: "written" });
    const paragraph = bob.doc.getXmlFragment("notes").get(0) as Y.XmlElement;
    const text = paragraph.get(0) as Y.XmlText;
    while (text.length > 0) text.delete(text.length - 1, 1);
    const [version] = await versionsWhen(server, 1);
    expect(version).toMatchObject({ occasion: "deletion", by: "bob" });
    expect(version?.chars).toBeGreaterThan(PARAGRAPH.length * 2);
  });

  test("by hand, with a name; nothing new is kept where nothing changed", async () => {
    const server = await started();
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("甲");
    await waitUntil(() => ann.saved() === 2, { what: "written" });
    const first = await server.hub.versions.save(NOTES_DOCUMENT, "rec", null);
    expect(first).toMatchObject({ isNew: true, version: { occasion: "saved", by: "rec", authors: ["ann"] } });
    expect(await server.hub.versions.save(NOTES_DOCUMENT, "rec", null)).toEqual({ ...first, isNew: false });
    const named = await server.hub.versions.save(NOTES_DOCUMENT, "rec", "会前稿");
    expect(named).toMatchObject({ isNew: true, version: { name: "会前稿" } });
    // The same content again, by way of others.
    const root = ann.doc.getXmlFragment("notes");
    ann.write("乙");
    root.delete(root.length - 1, 1);
    await waitUntil(() => ann.saved() === 4, { what: "written and taken back" });
    expect(await server.hub.versions.save(NOTES_DOCUMENT, "rec", null)).toEqual({ ...named, isNew: false });
  });

  test("under another name in place of the one before, where the same person kept the same by hand", async () => {
    const server = await started();
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("甲");
    await waitUntil(() => ann.saved() === 2, { what: "written" });
    const save = (by: string, name: string | null) => server.hub.versions.save(NOTES_DOCUMENT, by, name);
    for (const name of [null, "一", "二", "三"]) await save("lead", name);
    const [only, ...more] = await versionsOf(server);
    expect([only, more]).toMatchObject([
      { occasion: "saved", name: "三", by: "lead", authors: ["ann"], chars: 1 },
      [],
    ]);
    expect(await textThen(server, only?.versionId ?? "")).toBe("甲");
    const bob = openNotesEditor(server.url, "bob");
    await bob.synced();
    const root = bob.doc.getXmlFragment("notes");
    bob.write("又");
    root.delete(root.length - 1, 1);
    await waitUntil(() => bob.saved() === 3, { what: "written and taken back" });
    await save("lead", "四");
    expect(await versionsOf(server)).toMatchObject([{ name: "四", authors: ["ann", "bob"] }]);
    // Another person's stay apart, and so does other content.
    await save("rec", "定稿");
    ann.write("乙");
    await waitUntil(() => ann.saved() === 3, { what: "written on" });
    await save("rec", "后来");
    expect((await versionsOf(server)).map(({ by, name }) => `${by} ${name}`)).toEqual([
      "rec 后来",
      "rec 定稿",
      "lead 四",
    ]);
  });

  test("at once when the room closes, where something changed", async () => {
    const server = await started();
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    server.hub.versions.closed([NOTES_DOCUMENT]);
    ann.write("甲");
    await waitUntil(() => ann.saved() === 2, { what: "written" });
    server.hub.versions.closed([NOTES_DOCUMENT]);
    const versions = await versionsWhen(server, 1);
    expect(versions).toMatchObject([{ occasion: "closed", chars: 1, authors: ["ann"] }]);
  });

  test("after a restart, of what was not kept any more, with who wrote it", async () => {
    const before = await started();
    const ann = openNotesEditor(before.url, "ann");
    await ann.synced();
    ann.write("停电前");
    await waitUntil(() => ann.saved() === 2, { what: "written" });
    ann.leave();
    await before.close();
    const after = await started({ pauseMs: 50 }, before.directory);
    openNotesEditor(after.url, "bob");
    expect(await versionsWhen(after, 1)).toMatchObject([{ occasion: "pause", authors: ["ann"], chars: 3 }]);
  });
});
