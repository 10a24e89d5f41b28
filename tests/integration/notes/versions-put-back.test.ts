import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { openNotesEditor } from "../../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT } from "../../support/notes/notes-server.ts";
import {
  PARAGRAPH,
  started,
  textNow,
  versionsOf,
  versionsWhen,
  wipe,
} from "../../support/notes/notes-versions.ts";
import { waitUntil } from "../../support/wait-until.ts";

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
