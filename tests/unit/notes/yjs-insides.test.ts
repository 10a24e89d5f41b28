import { expect, test } from "vitest";
import * as Y from "yjs";
import {
  attributeItem,
  firstItemIn,
  hasGaps,
  holderOf,
  isEmptied,
  leaveFormats,
  nextClock,
  structIndex,
  structsByClient,
  typeAround,
  typeIn,
  waitingUpdate,
  wordsIn,
} from "../../../shared/notes/yjs-insides.ts";

const CLIENT = 7;

/** A paragraph `ab` with an attribute, written by one client, and the updates that made it. */
function written() {
  const doc = new Y.Doc();
  doc.clientID = CLIENT;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const root = doc.getXmlFragment("notes");
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  root.insert(0, [paragraph]);
  paragraph.setAttribute("kind", "body");
  paragraph.insert(0, [text]);
  text.insert(0, "ab");
  return { doc, updates, root, paragraph, text };
}

test("a document's structs stand by client and clock", () => {
  const { doc } = written();
  expect([...structsByClient(doc).keys()]).toEqual([CLIENT]);
  const structs = structsByClient(doc).get(CLIENT) ?? [];
  expect(structs.map(({ id, length }) => [id.clock, length])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 2],
  ]);
  expect(structs.every((struct) => struct instanceof Y.Item && !struct.deleted)).toBe(true);
  expect([nextClock(doc, CLIENT), nextClock(doc, CLIENT + 1)]).toEqual([5, 0]);
  expect([structIndex(structs, 0), structIndex(structs, 3), structIndex(structs, 4)]).toEqual([0, 3, 3]);
});

test("items know what they hold, what they stand in and who stands beside them", () => {
  const { root, paragraph, text } = written();
  const holder = holderOf(paragraph);
  expect(holderOf(root)).toBeNull();
  expect(firstItemIn(root)).toBe(holder);
  expect(holder && typeIn(holder)).toBe(paragraph);
  expect(holder && typeAround(holder)).toBe(root);
  expect(holder && wordsIn(holder)).toBeNull();
  const kind = attributeItem(paragraph, "kind");
  expect([kind?.parentSub, kind?.content.getContent()]).toEqual(["kind", ["body"]]);
  expect(attributeItem(paragraph, "level")).toBeNull();
  text.insert(2, "c");
  text.insert(0, "^");
  const first = firstItemIn(text);
  expect(first && wordsIn(first)).toBe("^");
  expect(first?.left).toBeNull();
  expect(first?.right && wordsIn(first.right)).toBe("abc");
  expect(first?.right?.left).toBe(first);
  expect(first?.origin).toBeNull();
  expect(first?.rightOrigin).toMatchObject({ client: CLIENT, clock: 3 });
});

test("what is deleted is emptied, and what stood in it is gone", () => {
  const { doc, root, text } = written();
  const words = firstItemIn(text);
  root.delete(0, 1);
  const holder = structsByClient(doc).get(CLIENT)?.[0];
  if (!(holder instanceof Y.Item) || words === null) throw new Error("an item is expected");
  expect([holder.deleted, isEmptied(holder), typeIn(holder)]).toEqual([true, true, null]);
  expect(structsByClient(doc).get(CLIENT)?.at(-1)).toBeInstanceOf(Y.GC);
});

test("an update whose ground is missing waits, and so does a deletion of what is not there", () => {
  const { doc: source, updates } = written();
  const [ground, ...rest] = updates;
  const doc = new Y.Doc();
  expect([hasGaps(doc), waitingUpdate(doc)]).toEqual([false, null]);
  for (const update of rest) Y.applyUpdate(doc, update);
  expect(hasGaps(doc)).toBe(true);
  const waiting = waitingUpdate(doc);
  const structs = waiting === null ? [] : Y.decodeUpdateV2(waiting).structs;
  expect(structs.flatMap((struct) => (struct instanceof Y.Item ? (wordsIn(struct) ?? []) : []))).toEqual([
    "ab",
  ]);
  if (ground !== undefined) Y.applyUpdate(doc, ground);
  expect([hasGaps(doc), waitingUpdate(doc)]).toEqual([false, null]);

  let deletion: Uint8Array | undefined;
  source.once("update", (update: Uint8Array) => {
    deletion = update;
  });
  source.getXmlFragment("notes").delete(0, 1);
  const other = new Y.Doc();
  if (deletion !== undefined) Y.applyUpdate(other, deletion);
  expect([hasGaps(other), waitingUpdate(other)]).toEqual([true, null]);
});

test("formats are left as they came only where that is asked for", () => {
  const base = new Y.Doc();
  base.get("text", Y.XmlText).insert(0, "abc");
  const start = Y.encodeStateAsUpdate(base);
  // Two make the same letters bold at once, and one pair of marks would do.
  const bold = [1, 2].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    Y.applyUpdate(doc, start);
    doc.get("text", Y.XmlText).format(0, 3, { bold: true });
    return Y.encodeStateAsUpdate(doc);
  });
  const ownDeletions = (leave: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    leave(doc);
    doc.get("text", Y.XmlText);
    let deletions = 0;
    doc.on("afterTransaction", ({ local, deleteSet }: Y.Transaction) => {
      if (local) deletions += deleteSet.clients.size;
    });
    for (const update of [start, ...bold]) Y.applyUpdate(doc, update);
    return deletions;
  };
  expect(ownDeletions(() => undefined)).toBeGreaterThan(0);
  expect(ownDeletions(leaveFormats)).toBe(0);
});
