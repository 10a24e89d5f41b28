import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { putBackUpdates } from "../../../server/documents/versions/put-back.ts";
import { contentKey } from "../../../server/documents/versions/shared-type-key.ts";
import { NOTES_LIMITS } from "../../../server/notes/notes-limits.ts";
import { parseUpdate } from "../../../server/notes/update/parse-update.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { docOf, textOf } from "../../support/notes/notes-editor.ts";
import { marked, node, notesState } from "../../support/notes/notes-state.ts";
import { Seeded } from "../../support/sample/seeded.ts";

const SEEDS = 60;

/** What `current` is once a version was put back, and the updates that did it. */
function putBack(current: Y.Doc, wanted: Uint8Array): Uint8Array[] {
  const updates = putBackUpdates(Y.encodeStateAsUpdate(current), wanted);
  for (const update of updates) Y.applyUpdate(current, update);
  return updates;
}

function keyOf(doc: Y.Doc): string {
  return contentKey(doc.getXmlFragment(NOTES_FRAGMENT));
}

/** Notes as one text of lines, with what stands between them. */
function lines(...pieces: readonly (string | readonly [string, object] | Y.XmlElement)[]): Uint8Array {
  const doc = new Y.Doc();
  const text = new Y.XmlText();
  doc.getXmlFragment(NOTES_FRAGMENT).insert(0, [text]);
  for (const piece of pieces) {
    if (typeof piece === "string") text.insert(text.length, piece, {});
    else if (piece instanceof Y.XmlElement) text.insertEmbed(text.length, piece, {});
    else text.insert(text.length, piece[0], { ...piece[1] });
  }
  return Y.encodeStateAsUpdate(doc);
}

const table = (...cells: string[]) =>
  node("table", {}, node("tableRow", {}, ...cells.map((words) => node("tableCell", { colspan: 1 }, words))));

/** A tree of paragraphs, lists, tables, marks and lines, such as nobody would write. */
function randomState(random: Seeded): Uint8Array {
  const doc = new Y.Doc();
  const root = doc.getXmlFragment(NOTES_FRAGMENT);
  const words = () => random.pick(["专项债", "库存\n", "一行\n二行\n", "续建", "a", "\n"]);
  const marks = () => random.pick([{}, { bold: true }, { italic: {} }, { bold: true, size: 2 }]);
  const text = (depth: number): Y.XmlText => {
    const made = new Y.XmlText();
    const pieces = random.below(6);
    // Filled once it stands in the document.
    queue.push(() => {
      for (let piece = 0; piece < pieces; piece++) {
        if (depth < 3 && random.chance(0.15)) made.insertEmbed(made.length, element(depth + 1), marks());
        else made.insert(made.length, words(), marks());
      }
    });
    return made;
  };
  const element = (depth: number): Y.XmlElement => {
    const made = new Y.XmlElement<Record<string, never>>(random.pick(["paragraph", "table", "listItem"]));
    const children = depth < 3 ? random.below(4) : 0;
    if (random.chance(0.4)) made.setAttribute("colspan", random.pick([1, 2, [3, 4]]) as never);
    queue.push(() => {
      for (let child = 0; child < children; child++) {
        made.insert(made.length, [random.chance(0.5) ? text(depth + 1) : element(depth + 1)]);
      }
    });
    return made as unknown as Y.XmlElement;
  };
  const queue: (() => void)[] = [];
  const top = random.below(6);
  for (let child = 0; child < top; child++)
    root.insert(root.length, [random.chance(0.5) ? text(0) : element(0)]);
  for (const fill of queue) fill();
  return Y.encodeStateAsUpdate(doc);
}

describe("[N14] putting a version back", () => {
  test("makes any notes any other notes, whatever is in them, and the way back does too", () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = new Seeded(seed);
      const [then, now] = [randomState(random), randomState(random)];
      const doc = docOf(now);
      putBack(doc, then);
      expect(keyOf(doc), `seed ${seed}`).toBe(keyOf(docOf(then)));
      putBack(doc, now);
      expect(keyOf(doc), `seed ${seed}, back`).toBe(keyOf(docOf(now)));
    }
  });

  test("of the same notes changes nothing", () => {
    const state = notesState(node("paragraph", {}, "专项债"), table("甲", "乙"));
    expect(putBack(docOf(state), notesState(node("paragraph", {}, "专项债"), table("甲", "乙")))).toEqual([]);
  });

  test("marks stand where they stood and nowhere else", () => {
    const state = notesState(node("paragraph", {}, marked(["粗", { bold: true }], ["平", {}])));
    const doc = docOf(notesState(node("paragraph", {}, marked(["平", {}], ["粗", { bold: true }]))));
    putBack(doc, state);
    expect(keyOf(doc)).toBe(keyOf(docOf(state)));
  });

  test("words typed meanwhile into a paragraph, a line or a cell stay", () => {
    const shapes = [
      {
        earlier: notesState(node("paragraph", {}, "原来的话"), table("甲", "乙")),
        now: notesState(node("paragraph", {}, "后来的话"), table("丙", "丁")),
      },
      { earlier: lines("原来的话\n", table("甲"), "尾\n"), now: lines("后来的话\n", table("丙"), "尾\n") },
      { earlier: lines("第一行\n", "第二行\n"), now: lines("\n") },
    ];
    for (const { earlier, now } of shapes) {
      const server = docOf(now);
      const away = docOf(now);
      const texts: Y.XmlText[] = [];
      const collect = (type: Y.XmlFragment | Y.XmlText): void => {
        if (type instanceof Y.XmlText) texts.push(type);
        const inside: readonly unknown[] =
          type instanceof Y.XmlText
            ? type.toDelta().map(({ insert }: { insert: unknown }) => insert)
            : type.toArray();
        for (const child of inside)
          if (child instanceof Y.XmlFragment || child instanceof Y.XmlText) collect(child);
      };
      collect(away.getXmlFragment(NOTES_FRAGMENT));
      for (const [index, text] of texts.entries()) text.insert(0, `插${index}`);
      putBack(server, earlier);
      Y.applyUpdate(server, Y.encodeStateAsUpdate(away));
      const kept = JSON.stringify(keyOf(server));
      for (const index of texts.keys()) expect(kept).toContain(`插${index}`);
    }
  });

  test("large notes come in updates that a server takes", () => {
    const paragraphs = Array.from({ length: 4000 }, (_, index) =>
      node("paragraph", {}, marked([`第 ${index} 段，`, {}], ["要点", { bold: true }], ["，其余。", {}])),
    );
    const then = notesState(...paragraphs);
    const doc = docOf(notesState(node("paragraph", {}, "")));
    const updates = putBack(doc, then);
    expect(updates.length).toBeGreaterThan(4);
    const server = new Y.Doc();
    for (const update of updates) expect(() => parseUpdate(update, server, NOTES_LIMITS)).not.toThrow();
    expect(textOf(doc)).toBe(textOf(docOf(then)));
  });

  test("is written under a client id of its own", () => {
    const doc = docOf(notesState(node("paragraph", {}, "a")));
    const before = new Set(doc.store.clients.keys());
    const [update = Uint8Array.of(0, 0)] = putBack(doc, notesState(node("paragraph", {}, "b")));
    const { blocks } = parseUpdate(update, new Y.Doc(), NOTES_LIMITS);
    expect(blocks).toHaveLength(1);
    expect(before.has(blocks[0]?.client ?? 0)).toBe(false);
  });
});
