import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { readNotes } from "../../server/documents/yjs-notes.ts";
import { type HeadlessEditor, headlessEditor } from "../support/headless-editor.ts";
import { node, notesState } from "../support/notes-state.ts";

interface Seat extends HeadlessEditor {
  readonly doc: Y.Doc;
}

async function seat(clientID: number, state?: Uint8Array): Promise<Seat> {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  if (state !== undefined) Y.applyUpdate(doc, state);
  const headless = await headlessEditor(doc);
  onTestFinished(headless.destroy);
  return { doc, ...headless };
}

/** Everybody gets what everybody has. */
function sync(...seats: readonly Seat[]): void {
  for (const from of seats) {
    for (const to of seats) {
      Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "network");
    }
  }
}

function lines({ editor }: Seat): string[] {
  const found: string[] = [];
  editor.state.doc.descendants((inner) => {
    if (inner.type.name !== "line") return true;
    const { kind, indent } = inner.attrs;
    found.push(`${kind}${indent === 0 ? "" : indent}:${inner.textContent}`);
    return false;
  });
  return found;
}

/** Puts the cursor behind the first place where `text` stands. */
function after({ editor }: Seat, text: string): void {
  editor.state.doc.descendants((inner, position) => {
    const at = inner.isText ? (inner.text ?? "").indexOf(text) : -1;
    if (at !== -1) editor.commands.setTextSelection(position + at + text.length);
    return true;
  });
}

test("what is typed is shared, and what is shared is shown", async () => {
  const [a, b] = [await seat(1), await seat(2)];
  a.type("第一行");
  a.press("Enter");
  a.type("第二行");
  a.editor.commands.toggleLine("bullet");
  sync(a, b);
  expect(lines(b)).toEqual(["body:第一行", "bullet:第二行"]);
  expect(readNotes(Y.encodeStateAsUpdate(b.doc))).toEqual([
    { kind: "paragraph", runs: [{ text: "第一行" }] },
    { kind: "list", ordered: false, start: 1, items: [{ blocks: [{ kind: "paragraph", runs: [{ text: "第二行" }] }] }] },
  ]);
});

test.each([
  ["标题", (s: Seat) => s.editor.commands.toggleLine("heading", 2)],
  ["圆点", (s: Seat) => s.editor.commands.toggleLine("bullet")],
  ["任务", (s: Seat) => s.editor.commands.toggleLine("task")],
  ["引用", (s: Seat) => s.editor.commands.toggleQuote()],
  ["编号", (s: Seat) => s.editor.commands.toggleLine("ordered")],
  ["join", (s: Seat) => { after(s, "文字"); s.press("Delete"); }],
  ["split", (s: Seat) => { after(s, "原有"); s.press("Enter"); }],
])("what was written while cut off is kept: %s", async (_what, act) => {
  for (const legacy of [false, true]) {
    const a = legacy
      ? await seat(1, notesState(node("paragraph", {}, "原有文字"), node("paragraph", {}, "下一段")))
      : await seat(1);
    if (!legacy) {
      a.type("原有文字");
      a.press("Enter");
      a.type("下一段");
    }
    const b = await seat(2);
    sync(a, b);
    expect(lines(b)).toEqual(["body:原有文字", "body:下一段"]);
    after(a, "文字");
    for (const char of "补写要点") a.type(char);
    after(b, "文字");
    act(b);
    sync(a, b);
    expect(lines(a)).toEqual(lines(b));
    expect(lines(a).join("")).toContain("文字补写要点");
  }
});
