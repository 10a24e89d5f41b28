import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import type { NotesHub } from "../../../server/notes/notes-hub.ts";
import type { NotesVersionStore } from "../../../server/ports/notes-version-store.ts";
import { StorageError } from "../../../server/ports/storage-error.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { docOf, openNotesEditor, textOf } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, type NotesServer, startNotesServer } from "../../support/notes/notes-server.ts";
import { openForTest } from "../../support/storage/storage-adapters.ts";
import { tempDirectory } from "../../support/temp-directory.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** So long that no pause comes within a test. */
const NEVER_MS = 3_600_000;
const PARAGRAPH = "专项债券项目二审由市里负责，县里先报清单，逐项核对资金来源与还款计划。".repeat(2);

const sqlite = {
  name: "sqlite",
  durable: true,
  open: (directory: string) => openSqliteStorage({ directory }),
};

async function started(
  versionLimits: NonNullable<Parameters<typeof startNotesServer>[0]>["versionLimits"] = {},
  directory?: string,
): Promise<NotesServer & { readonly directory: string }> {
  const folder = directory ?? (await tempDirectory());
  const storage = await openForTest(sqlite, folder);
  const server = await startNotesServer({
    store: storage.notes,
    versionStore: storage.notesVersions,
    versionLimits: { pauseMs: NEVER_MS, everyMs: NEVER_MS, ...versionLimits },
    // Tests type faster than people: what is too fast is no matter of versions.
    limits: { updatesPerSecond: 1000, updatesBurst: 1000 },
  });
  return { ...server, directory: folder };
}

function versionsOf({ hub }: { hub: NotesHub }) {
  return hub.versions.list(NOTES_DOCUMENT);
}

async function versionsWhen(server: NotesServer, count: number) {
  return waitUntil(
    async () => {
      const versions = await versionsOf(server);
      return versions.length >= count && versions;
    },
    { what: `${count} versions` },
  );
}

/** The text of a version as it was, read out of what comparing tells of it. */
async function textThen(server: NotesServer, versionId: string): Promise<string> {
  const compared = await server.hub.versions.compare(NOTES_DOCUMENT, versionId);
  return (compared?.lines ?? [])
    .filter(({ change }) => change !== "new")
    .map(({ text }) => text)
    .join("\n");
}

async function textNow(server: NotesServer): Promise<string> {
  return textOf(docOf(await server.stateOf(NOTES_DOCUMENT)));
}

function wipe(doc: Y.Doc): void {
  const root = doc.getXmlFragment("notes");
  root.delete(0, root.length);
}

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

describe("[N14] putting a version back", () => {
  const request = (versionId: string) => ({
    documentName: NOTES_DOCUMENT,
    versionId,
    actorId: "mod",
    mayWrite: () => true,
  });

  test("everybody connected has it, it is stored, and the state before can be put back in turn", async () => {
    const server = await started();
    const ann = openNotesEditor(server.url, "ann");
    const bob = openNotesEditor(server.url, "bob");
    await Promise.all([ann.synced(), bob.synced()]);
    ann.write(PARAGRAPH);
    await waitUntil(() => bob.text() === PARAGRAPH, { what: "bob reads" });
    wipe(bob.doc);
    bob.write("乱写");
    const [wiped] = await versionsWhen(server, 1);
    await waitUntil(() => ann.text() === "乱写", { what: "wiped" });

    const done = await server.hub.versions.putBack(request(wiped?.versionId ?? ""));
    expect(done).toMatchObject({
      outcome: "done",
      version: { occasion: "restored", by: "mod", ofVersionAt: wiped?.at, authors: ["mod"] },
      before: { occasion: "replaced", by: "mod", chars: 2, authors: ["bob"] },
    });
    await waitUntil(() => ann.text() === PARAGRAPH && bob.text() === PARAGRAPH, { what: "back at both" });
    expect([...ann.closeCodes, ...bob.closeCodes]).toEqual([]);
    const { owners } = await server.store.load(NOTES_DOCUMENT);
    expect([...owners.values()]).toContain("mod");

    if (done.outcome !== "done") throw new Error("not put back");
    await server.hub.versions.putBack(request(done.before.versionId));
    await waitUntil(() => ann.text() === "乱写", { what: "undone" });
    await server.close();
    const again = await started({}, server.directory);
    expect(await textNow(again)).toBe("乱写");
  });

  test("words of somebody who was offline meanwhile are kept", async () => {
    const server = await started();
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write(PARAGRAPH);
    await waitUntil(() => ann.saved() === 2, { what: "written" });
    const { version } = await server.hub.versions.save(NOTES_DOCUMENT, "rec", null);
    ann.write("后来写的一段");
    await waitUntil(() => ann.saved() === 3, { what: "written on" });
    ann.provider.disconnect();
    const paragraph = ann.doc.getXmlFragment("notes").get(0) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).insert(0, "离线写的");
    await server.hub.versions.putBack(request(version.versionId));
    ann.provider.connect();
    await waitUntil(async () => (await textNow(server)) === `离线写的${PARAGRAPH}`, {
      what: "both are there",
    });
    await waitUntil(() => ann.text() === `离线写的${PARAGRAPH}`, { what: "ann has both" });
  });

  test("large notes come back whole, and the loop is never held long", { timeout: 60_000 }, async () => {
    const server = await started();
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    for (let part = 0; part < 30; part++) {
      ann.doc.transact(() => {
        for (let line = 0; line < 100; line++) ann.write(`第 ${part * 100 + line} 段 ${PARAGRAPH}`);
      });
      await waitUntil(() => ann.saved() === part + 2, { what: "written" });
    }
    const whole = ann.text();
    wipe(ann.doc);
    const [version] = await waitUntil(
      async () => {
        const found = (await versionsOf(server)).filter(({ occasion }) => occasion === "deletion");
        return found.length > 0 && found;
      },
      { what: "kept before", deadlineMs: 20_000 },
    );
    await waitUntil(async () => (await textNow(server)) === "", { what: "wiped", deadlineMs: 20_000 });
    let longestMs = 0;
    let lastAt = performance.now();
    const ticker = setInterval(() => {
      const now = performance.now();
      longestMs = Math.max(longestMs, now - lastAt);
      lastAt = now;
    }, 1);
    const done = await server.hub.versions.putBack(request(version?.versionId ?? ""));
    clearInterval(ticker);
    expect(done.outcome).toBe("done");
    expect(await textNow(server)).toBe(whole);
    await waitUntil(() => ann.text() === whole, { what: "back at ann", deadlineMs: 20_000 });
    // The writers' own clients run in this process as well; the bound says that nothing is done in one go.
    expect(longestMs).toBeLessThan(1500);
  });

  test("of what is there already changes nothing, of what is not there neither", async () => {
    const server = await started();
    const ann = openNotesEditor(server.url, "ann");
    await ann.synced();
    ann.write("甲");
    await waitUntil(() => ann.saved() === 2, { what: "written" });
    const { version } = await server.hub.versions.save(NOTES_DOCUMENT, "rec", null);
    const { seq } = await server.store.load(NOTES_DOCUMENT);
    expect(await server.hub.versions.putBack(request(version.versionId))).toMatchObject({
      outcome: "unchanged",
    });
    expect(await server.hub.versions.putBack(request("no-such-version"))).toEqual({ outcome: "unknown" });
    ann.write("乙");
    await waitUntil(() => ann.saved() === 3, { what: "written" });
    const denied = { ...request(version.versionId), mayWrite: () => false };
    expect(await server.hub.versions.putBack(denied)).toEqual({ outcome: "forbidden" });
    expect((await server.store.load(NOTES_DOCUMENT)).seq).toBe(seq + 1);
  });
});
