import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { readNotes } from "../../../../server/documents/notes/yjs-notes.ts";
import { notesToBlocks } from "../../../../shared/documents/notes/notes-to-blocks.ts";
import { zhCN } from "../../../../shared/messages/zh-CN.ts";
import { modelOf } from "../../../support/documents/built-model.ts";
import { keyedPlaces } from "../../../support/documents/keyed-places.ts";
import { headlessEditor } from "../../../support/notes/headless-editor.ts";
import { EVENING, room, session } from "../../../support/sample/minutes-evening.ts";

/** Somebody who writes the notes of the plenary, beginning with `state`. */
async function writer(clientID: number, state?: Uint8Array) {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  if (state !== undefined) Y.applyUpdate(doc, state);
  const { editor, type, press, destroy } = await headlessEditor(doc);
  onTestFinished(destroy);
  /** Puts the cursor behind the first place where `text` stands. */
  const goBehind = (text: string) =>
    editor.state.doc.descendants((inner, position) => {
      const at = inner.isText ? (inner.text ?? "").indexOf(text) : -1;
      if (at !== -1) editor.commands.setTextSelection(position + at + text.length);
      return true;
    });
  return { doc, editor, type, press, goBehind };
}

/** Texts of the notes by the keys they have in the minutes. */
function keyed(doc: Y.Doc): Map<string, string> {
  const blocks = readNotes(Y.encodeStateAsUpdate(doc), { namesLines: true });
  const records = [session(), room("plenary", "大会", 0)];
  const model = modelOf("minutes", { ...EVENING, records, notes: [{ roomId: "plenary", blocks }] });
  return new Map(
    keyedPlaces(model).flatMap(({ key, text }) => (key.startsWith("notes:") ? [[key, text] as const] : [])),
  );
}

const keyOf = (doc: Y.Doc, text: string) =>
  [...keyed(doc)].find(([, words]) => words === text)?.[0] ?? `nothing says ${text}`;

test("[X11] a line of notes keeps its key while it is written in and around, by others and in lists", async () => {
  const one = await writer(1);
  for (const line of ["第一条", "第二条", "第三条"]) {
    one.type(line);
    one.press("Enter");
  }
  const keys = ["第一条", "第二条", "第三条"].map((text) => keyOf(one.doc, text));
  expect(new Set(keys).size).toBe(3);
  const [first = "", second = "", third = ""] = keys;
  const two = await writer(2, Y.encodeStateAsUpdate(one.doc));
  two.goBehind("第一条");
  two.type("，改过");
  two.press("Enter");
  two.type("新的一条");
  one.goBehind("第二条");
  one.type("，也改过");
  one.editor.commands.toggleLine("bullet");
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc), "network");
  const now = keyed(one.doc);
  expect(now.get(second)).toBe("第二条，也改过");
  expect(now.get(third)).toBe("第三条");
  expect(now.get(first)).toBe("第一条，改过");
  expect(keys).not.toContain(keyOf(one.doc, "新的一条"));
});

test("[X11] a cell keeps its key while lines are written in it", async () => {
  const one = await writer(1);
  one.editor.commands.insertTable({ rows: 2, cols: 2, withHeaderRow: false });
  one.type("东");
  const key = keyOf(one.doc, "东");
  one.press("Enter");
  one.type("西");
  expect(keyed(one.doc).get(key)).toBe("东\n西");
});

test("[X11] every line has a key of its own, and none where nobody asks for names", async () => {
  const one = await writer(1);
  for (const line of ["同样的一条", "同样的一条", "同样的一条"]) {
    one.type(line);
    one.press("Enter");
  }
  expect(keyed(one.doc).size).toBe(3);
  const blocks = readNotes(Y.encodeStateAsUpdate(one.doc));
  const built = notesToBlocks({ roomId: "plenary", blocks }, zhCN.minutes);
  expect(JSON.stringify(built)).not.toContain('"key"');
});
