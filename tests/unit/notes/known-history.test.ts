import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { NOTES_LIMITS } from "../../../server/notes/notes-limits.ts";
import { openDocument } from "../../../server/notes/storing/stored-document.ts";
import { checkUpdate, type UpdateVerdict } from "../../../server/notes/update/check-update.ts";
import { takeUpdate } from "../../support/notes/take-update.ts";
import { type ForgedUpdate, forge, forgeUpdate } from "../../support/notes/update-forge.ts";
import { freshSeeds, Seeded } from "../../support/sample/seeded.ts";

const ROOT = { root: "notes" } as const;
const CLIENTS = 3000;
/** More structs and deletions than one update may bring. */
const STRUCTS_EACH = 40;

type Blocks = NonNullable<ForgedUpdate["blocks"]>;
type Deletes = NonNullable<ForgedUpdate["deletes"]>;

/** Paragraphs in a row, some under each of many client ids; every second one is deleted. */
const BLOCKS: Blocks = Array.from({ length: CLIENTS }, (_, number) => ({
  client: number + 1,
  clock: 0,
  structs: Array.from({ length: STRUCTS_EACH }, (_, index) => {
    if (index > 0) return forge.element("p", { left: [number + 1, index - 1] });
    return forge.element("p", number === 0 ? ROOT : { left: [number, STRUCTS_EACH - 1] });
  }),
}));
const DELETES: Deletes = BLOCKS.map(({ client }) => ({
  client,
  ranges: Array.from({ length: STRUCTS_EACH / 2 }, (_, index) => [index * 2, 1] as const),
}));
const HISTORY = forgeUpdate({ blocks: BLOCKS, deletes: DELETES });

function documentOf(...updates: Uint8Array[]): Y.Doc {
  return openDocument("a document", { snapshot: null, updates });
}

function check(bytes: Uint8Array, doc: Y.Doc, mayWriteAs = (_clientId: number) => true): UpdateVerdict {
  return checkUpdate(bytes, { doc, mayWriteAs, limits: NOTES_LIMITS });
}

function takenFrom(verdict: UpdateVerdict, doc: Y.Doc): Uint8Array {
  if (verdict.kind !== "new") throw new Error(verdict.kind);
  return verdict.pending.encode(verdict.pending.next(doc, NOTES_LIMITS.partSizeMax));
}

describe("[N10] what the document has counts towards no bound", () => {
  test("all of it again, by somebody who owns nothing of it", () => {
    const doc = documentOf(HISTORY);
    expect(CLIENTS).toBeGreaterThan(NOTES_LIMITS.newClientIdsPerUpdateMax);
    expect(CLIENTS * STRUCTS_EACH).toBeGreaterThan(NOTES_LIMITS.structsPerUpdateMax);
    expect((CLIENTS * STRUCTS_EACH) / 2).toBeGreaterThan(NOTES_LIMITS.deleteRangesPerUpdateMax);
    expect(check(HISTORY, doc, () => false)).toEqual({ kind: "known" });
    expect(check(Y.encodeStateAsUpdate(doc), doc, () => false)).toEqual({ kind: "known" });
  });

  test("all of it and a paragraph: the paragraph is what is taken", () => {
    const doc = documentOf(HISTORY);
    const fresh = {
      client: 4_000_000_000,
      clock: 0,
      structs: [forge.element("p", { left: [1, 5], right: [1, 6] })],
    };
    const verdict = check(forgeUpdate({ blocks: [...BLOCKS, fresh], deletes: DELETES }), doc);
    expect(verdict).toMatchObject({ kind: "new", newClientIds: 1 });
    expect(takenFrom(verdict, doc)).toEqual(forgeUpdate({ blocks: [fresh] }));
  });

  test("all of it and a deletion: the deletion is what is taken", () => {
    const doc = documentOf(HISTORY);
    const deletes = DELETES.map(({ client, ranges }) =>
      client === 7 ? { client, ranges: [[0, 2] as const, ...ranges.slice(1)] } : { client, ranges },
    );
    const verdict = check(forgeUpdate({ deletes }), doc);
    expect(verdict).toMatchObject({ kind: "new", newClientIds: 0 });
    expect(takenFrom(verdict, doc)).toEqual(forgeUpdate({ deletes: [{ client: 7, ranges: [[0, 2]] }] }));
  });

  test("what is brought is counted: client ids, pieces, deletions", () => {
    const text = forgeUpdate({
      blocks: [
        {
          client: 1,
          clock: 0,
          structs: [forge.type(6, ROOT), forge.text("x".repeat(200_000), { parent: [1, 0] })],
        },
      ],
    });
    const deletions = Array.from(
      { length: NOTES_LIMITS.deleteRangesPerUpdateMax + 1 },
      (_, index) => [1 + index * 2, 1] as const,
    );
    expect(check(HISTORY, documentOf())).toEqual({ kind: "forbidden", reason: "too_many_structs" });
    expect(check(forgeUpdate({ deletes: [{ client: 1, ranges: deletions }] }), documentOf(text))).toEqual({
      kind: "forbidden",
      reason: "too_many_deletes",
    });
    const one = BLOCKS.map(({ client, clock }) => ({ client, clock, structs: [forge.element("p", ROOT)] }));
    expect(check(forgeUpdate({ blocks: one }), documentOf())).toEqual({
      kind: "forbidden",
      reason: "too_many_clients",
    });
  });
});

describe("[N12] what is known is judged along one walk", () => {
  test.each([
    [
      "over and over the same range",
      [
        {
          client: 1,
          ranges: [
            [0, 1],
            [0, 1],
          ],
        },
      ],
    ],
    [
      "ranges that overlap",
      [
        {
          client: 1,
          ranges: [
            [0, 3],
            [2, 3],
          ],
        },
      ],
    ],
    [
      "ranges out of order",
      [
        {
          client: 1,
          ranges: [
            [2, 1],
            [0, 1],
          ],
        },
      ],
    ],
    [
      "the same client twice",
      [
        { client: 1, ranges: [[0, 1]] },
        { client: 1, ranges: [[2, 1]] },
      ],
    ],
  ] as const)("no client writes deletions so: %s", (_name, deletes) => {
    expect(check(forgeUpdate({ deletes }), documentOf(HISTORY)).kind).toBe("forbidden");
  });

  test.each(freshSeeds(20))("seed %i: what is left of any mixture is what the document lacks", (seed) => {
    const random = new Seeded(seed);
    const writer = new Y.Doc();
    writer.clientID = 1 + random.below(2);
    const other = documentOf();
    const notes = writer.getXmlFragment("notes");
    for (let edits = 0; edits < 60; edits++) {
      if (notes.length > 0 && random.below(3) === 0) notes.delete(random.below(notes.length), 1);
      else {
        const text = new Y.XmlText(random.pick(["a", "研讨", "a longer one"]));
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.setAttribute("align", "left");
        paragraph.insert(0, [text]);
        notes.insert(random.below(notes.length + 1), [paragraph]);
        text.format(0, 1, { bold: {} });
      }
      if (random.below(4) === 0) takeUpdate(Y.encodeStateAsUpdate(writer, Y.encodeStateVector(other)), other);
    }
    const whole = Y.encodeStateAsUpdate(writer);
    expect(["taken", "known"]).toContain(takeUpdate(whole, other, { partSizeMax: 7 }).kind);
    expect(Y.encodeStateAsUpdate(other)).toEqual(Y.encodeStateAsUpdate(documentOf(whole)));
    expect(takeUpdate(whole, other).kind).toBe("known");
  });
});
