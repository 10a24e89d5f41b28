import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { openDocument } from "../../../server/notes/storing/stored-document.ts";
import { forbiddenUpdates, nestedElements } from "../../support/notes/hostile-updates.ts";
import { type Taken, takeUpdate } from "../../support/notes/take-update.ts";
import { forge, forgeUpdate } from "../../support/notes/update-forge.ts";
import { freshSeeds, Seeded } from "../../support/sample/seeded.ts";

const ROOT = { root: "notes" } as const;

function emptyServerDoc(): Y.Doc {
  return openDocument("a document", { snapshot: null, updates: [] });
}

/** Takes an update into an empty document, or the one given. */
function take(
  bytes: Uint8Array,
  doc = emptyServerDoc(),
  mayWriteAs: (clientId: number) => boolean = () => true,
): Taken {
  return takeUpdate(bytes, doc, { mayWriteAs });
}

/** A client's document with a paragraph of text. */
function typedDoc(text: string, clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment("notes").insert(0, [paragraph]);
  return doc;
}

describe("what gets in", () => {
  test("a paragraph is new under its client id, then known", () => {
    const server = emptyServerDoc();
    const update = Y.encodeStateAsUpdate(typedDoc("专项债", 5));
    expect(take(update, server)).toMatchObject({ kind: "taken", clientIds: [5], parts: 1 });
    expect(take(update, server).kind).toBe("known");
  });

  test("deleting is new until it is done", () => {
    const server = emptyServerDoc();
    const doc = typedDoc("gone soon", 5);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    doc.getXmlFragment("notes").delete(0, 1);
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
    expect(take(update, server)).toMatchObject({ kind: "taken", clientIds: [] });
    expect(take(update, server).kind).toBe("known");
  });

  test("the empty update is known", () => {
    expect(take(Uint8Array.of(0, 0)).kind).toBe("known");
  });

  test("nesting up to 16 levels", () => {
    expect(take(nestedElements(5, 16)).kind).toBe("taken");
  });

  test("the rest of a text whose start is known", () => {
    const server = emptyServerDoc();
    const doc = typedDoc("start", 5);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    const text = doc.getXmlFragment("notes").get(0);
    const inner = text instanceof Y.XmlElement ? text.get(0) : null;
    if (inner instanceof Y.XmlText) inner.insert(5, " and rest");
    expect(take(Y.encodeStateAsUpdate(doc), server)).toMatchObject({ kind: "taken", clientIds: [5] });
  });

  test("what hangs in a place that was deleted for good", () => {
    const server = emptyServerDoc();
    const doc = typedDoc("bye", 5);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    const late = new Y.Doc();
    late.clientID = 6;
    Y.applyUpdate(late, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(late);
    const inner = (late.getXmlFragment("notes").get(0) as Y.XmlElement).get(0) as Y.XmlText;
    inner.insert(1, "late");
    doc.getXmlFragment("notes").delete(0, 1);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    expect(take(Y.encodeStateAsUpdate(late, before), server)).toMatchObject({
      kind: "taken",
      clientIds: [6],
    });
  });
});

describe("what takes long", () => {
  // Looked at round by round it took minutes; the deadline is far above what it takes.
  test("[N6] 2,000 blocks that each wait for the next are judged in one go", { timeout: 10_000 }, () => {
    const [first, count, length] = [1_000, 2_000, 10];
    const blocks = Array.from({ length: count }, (_, index) => {
      const client = first + index;
      const structs = Array.from({ length }, (_unused, clock) => {
        if (index < count - 1) return forge.element("p", { left: [client + 1, clock] });
        return forge.element("p", clock === 0 ? ROOT : { left: [first, clock - 1] });
      });
      return { client, clock: 0, structs };
    });
    expect(take(forgeUpdate({ blocks })).kind).toBe("taken");
  });

  test("[N6] blocks that wait for each other in a circle are refused", () => {
    const blocks = [
      { client: 1, clock: 0, structs: [forge.element("p", { left: [2, 0] })] },
      { client: 2, clock: 0, structs: [forge.element("p", { left: [1, 0] })] },
    ];
    expect(take(forgeUpdate({ blocks })).kind).toBe("structure");
  });
});

describe("what does not", () => {
  test.each(Object.entries(forbiddenUpdates(77)))("%s", (_name, update) => {
    const verdict = take(update);
    expect(["structure", "malformed", "gap"]).toContain(verdict.kind);
    if (verdict.kind === "gap") throw new Error("taken for haste");
  });

  test("[N3] new structs under another's client id", () => {
    const update = Y.encodeStateAsUpdate(typedDoc("IMPORTANT", 5));
    expect(take(update, emptyServerDoc(), (clientId) => clientId !== 5).kind).toBe("foreign");
  });

  test("another's structs are fine where they are known", () => {
    const server = emptyServerDoc();
    const update = Y.encodeStateAsUpdate(typedDoc("theirs", 5));
    Y.applyUpdate(server, update);
    expect(take(update, server, () => false).kind).toBe("known");
  });

  test.each([
    [
      "a clock ahead",
      forgeUpdate({ blocks: [{ client: 5, clock: 9, structs: [forge.element("p", ROOT)] }] }),
    ],
    [
      "an unknown left neighbour",
      forgeUpdate({ blocks: [{ client: 5, clock: 0, structs: [forge.element("p", { left: [6, 0] })] }] }),
    ],
    [
      "an unknown parent",
      forgeUpdate({ blocks: [{ client: 5, clock: 0, structs: [forge.text("x", { parent: [6, 0] })] }] }),
    ],
    ["an unknown range to delete", forgeUpdate({ deletes: [{ client: 5, ranges: [[0, 1]] }] })],
    [
      "a range beyond what comes",
      forgeUpdate({
        blocks: [{ client: 5, clock: 0, structs: [forge.element("p", ROOT)] }],
        deletes: [{ client: 5, ranges: [[0, 2]] }],
      }),
    ],
  ])("a gap: %s", (_name, update) => {
    expect(take(update).kind).toBe("gap");
  });

  test("the rest of a struct that claims another place than its start", () => {
    const server = emptyServerDoc();
    Y.applyUpdate(
      server,
      forgeUpdate({
        blocks: [
          {
            client: 5,
            clock: 0,
            structs: [forge.type(6, ROOT), forge.type(6, ROOT), forge.text("ab", { parent: [5, 0] })],
          },
        ],
      }),
    );
    const elsewhere = forgeUpdate({
      blocks: [{ client: 5, clock: 2, structs: [forge.text("abcd", { parent: [5, 1] })] }],
    });
    const here = forgeUpdate({
      blocks: [{ client: 5, clock: 2, structs: [forge.text("abcd", { parent: [5, 0] })] }],
    });
    expect(take(elsewhere, server).kind).toBe("structure");
    expect(take(here, server).kind).toBe("taken");
  });

  test("known structs sent again with neighbours or parents that are nowhere are left out", () => {
    const server = emptyServerDoc();
    const known = [forge.type(6, ROOT), forge.text("ab", { parent: [5, 0] })];
    Y.applyUpdate(server, forgeUpdate({ blocks: [{ client: 5, clock: 0, structs: known }] }));
    const fresh = { client: 6, clock: 0, structs: [forge.element("p", ROOT)] };
    for (const place of [{ parent: [5, 33] }, { left: [5, 33] }, { right: [9, 0] }] as const) {
      const again = { client: 5, clock: 0, structs: [forge.type(6, ROOT), forge.text("ab", place)] };
      const into = emptyServerDoc();
      Y.applyUpdate(into, Y.encodeStateAsUpdate(server));
      expect(take(forgeUpdate({ blocks: [fresh, again] }), into).kind).toBe("taken");
      expect(into.getXmlFragment("notes").length).toBe(2);
    }
  });

  test("cut off anywhere, it is never taken, and no neighbour's bytes are read", () => {
    const update = Y.encodeStateAsUpdate(typedDoc("some text", 5));
    const pool = new Uint8Array(update.length + 4096).fill(1);
    for (let end = 0; end < update.length; end++) {
      pool.set(update);
      const verdict = take(pool.subarray(0, end));
      expect(verdict.kind, `cut at ${end}`).not.toBe("taken");
    }
  });
});

describe("what the check lets in, Yjs takes whole", () => {
  test.each(freshSeeds(10))(
    "seed %i: bit-flipped updates that pass leave nothing pending and read alike",
    (seed) => {
      const random = new Seeded(seed);
      const base = Y.encodeStateAsUpdate(typedDoc("there before", 7));
      const doc = typedDoc("some text to break", 1000);
      Y.applyUpdate(doc, base);
      const update = Y.encodeStateAsUpdate(doc);
      for (let round = 0; round < 100; round++) {
        const broken = Uint8Array.from(update);
        for (let flips = 1 + random.below(3); flips > 0; flips--) {
          const at = random.below(broken.length);
          broken[at] = (broken[at] ?? 0) ^ (1 << random.below(8));
        }
        const server = emptyServerDoc();
        Y.applyUpdate(server, base);
        if (take(broken, server).kind !== "taken") continue;
        expect(server.store.pendingStructs).toBeNull();
        expect(server.store.pendingDs).toBeNull();
        const again = emptyServerDoc();
        Y.applyUpdate(again, Y.encodeStateAsUpdate(server));
        expect(again.getXmlFragment("notes").toString()).toBe(server.getXmlFragment("notes").toString());
      }
    },
  );
});
