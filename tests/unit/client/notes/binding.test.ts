import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { readNotes } from "../../../../server/documents/notes/yjs-notes.ts";
import { NOTES_TABLE_LIMITS } from "../../../../shared/protocol/notes-attributes.ts";
import { type HeadlessEditor, headlessEditor } from "../../../support/notes/headless-editor.ts";
import { node, notesState } from "../../../support/notes/notes-state.ts";
import { takeUpdate } from "../../../support/notes/take-update.ts";

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

/** A table of one cell. */
function table(text: string): Y.XmlElement {
  return node("table", {}, node("tableRow", {}, node("tableCell", {}, node("paragraph", {}, text))));
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
    {
      kind: "list",
      ordered: false,
      start: 1,
      items: [{ blocks: [{ kind: "paragraph", runs: [{ text: "第二行" }] }] }],
    },
  ]);
});

test.each([
  ["标题", (s: Seat) => s.editor.commands.toggleLine("heading", 2)],
  ["圆点", (s: Seat) => s.editor.commands.toggleLine("bullet")],
  ["任务", (s: Seat) => s.editor.commands.toggleLine("task")],
  ["引用", (s: Seat) => s.editor.commands.toggleQuote()],
  ["编号", (s: Seat) => s.editor.commands.toggleLine("ordered")],
  [
    "join",
    (s: Seat) => {
      after(s, "文字");
      s.press("Delete");
    },
  ],
  [
    "split",
    (s: Seat) => {
      after(s, "原有");
      s.press("Enter");
    },
  ],
])("[N20] what was written while cut off is kept: %s", async (_what, act) => {
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

test("[N23] lists have as many levels as the server and the minutes take, and Tab does nothing beyond", async () => {
  const one = await seat(1);
  one.editor.commands.toggleLine("bullet");
  for (let level = 0; level < 12; level += 1) {
    one.type(`第${level}级`);
    one.press("Enter");
    expect(one.press("Tab")).toBe(true);
  }
  const indents = lines(one).map((line) => line.split(":")[0]);
  expect(indents.slice(0, 10)).toEqual([
    "bullet",
    ...Array.from({ length: 8 }, (_, index) => `bullet${index + 1}`),
    "bullet8",
  ]);
  expect(takeUpdate(Y.encodeStateAsUpdate(one.doc), new Y.Doc()).kind).toBe("taken");
});

test("[N23] a table with as many rows as it may have makes room out of those taken away, and refuses one more", async () => {
  const one = await seat(1);
  one.editor.commands.insertTable({ rows: 2, cols: 2, withHeaderRow: false });
  const rows = () => one.editor.getJSON().content?.find(({ type }) => type === "table")?.content?.length;
  for (let more = 2; more < NOTES_TABLE_LIMITS.rowsMax; more += 1) one.editor.commands.addRowAfter();
  expect(rows()).toBe(NOTES_TABLE_LIMITS.rowsMax);
  one.editor.commands.addRowAfter();
  expect(rows()).toBe(NOTES_TABLE_LIMITS.rowsMax);
  one.editor.commands.deleteRow();
  one.editor.commands.addRowAfter();
  expect(rows()).toBe(NOTES_TABLE_LIMITS.rowsMax);
  expect(takeUpdate(Y.encodeStateAsUpdate(one.doc), new Y.Doc()).kind).toBe("taken");
});

test("[N21] two who begin at once in the same empty line, item or cell each keep their letters together", async () => {
  const begin = [
    (one: Seat) => one.press("Enter"),
    (one: Seat) => one.editor.commands.toggleLine("bullet"),
    (one: Seat) => one.editor.commands.insertTable({ rows: 2, cols: 2 }),
  ];
  for (const prepare of begin) {
    const a = await seat(1);
    prepare(a);
    const b = await seat(2, Y.encodeStateAsUpdate(a.doc));
    b.editor.commands.setTextSelection(a.editor.state.selection.from);
    a.type("甲");
    b.type("乙");
    sync(a, b);
    for (let count = 0; count < 5; count += 1) {
      a.type("甲");
      b.type("乙");
      sync(a, b);
    }
    expect(lines(a)).toEqual(lines(b));
    expect(lines(a).join("\n")).toMatch(/甲{6}/);
    expect(lines(a).join("\n")).toMatch(/乙{6}/);
    expect(
      lines(a)
        .join("")
        .match(/[甲乙]/g),
    ).toHaveLength(12);
  }
});

test("[N21] beside a table nothing is shared before somebody writes, and two who begin there keep their letters", async () => {
  const state = notesState(table("上表"), table("下表"));
  for (const [cell, key] of [
    ["上表", "ArrowUp"],
    ["上表", "ArrowDown"],
    ["上表", "Mod-Enter"],
    ["下表", "ArrowDown"],
  ] as const) {
    const [a, b] = [await seat(1, state), await seat(2, state)];
    for (const one of [a, b]) {
      after(one, cell);
      expect(one.press(key)).toBe(true);
    }
    sync(a, b);
    expect(Y.encodeStateAsUpdate(a.doc)).toEqual(state);
    for (let count = 0; count < 3; count += 1) {
      a.type("甲");
      b.type("乙");
      sync(a, b);
    }
    expect(lines(a)).toEqual(lines(b));
    const written = lines(a).join("\n");
    expect(written).toContain("甲甲甲");
    expect(written).toContain("乙乙乙");
    expect(written.match(/[甲乙]/g)).toHaveLength(6);
  }
});

test("a format chosen beside a table makes a line of that kind there", async () => {
  const one = await seat(1, notesState(table("表内")));
  after(one, "表内");
  one.press("ArrowUp");
  expect(one.editor.can().toggleLine("bullet")).toBe(true);
  one.editor.chain().focus().toggleLine("bullet").run();
  one.type("要点");
  expect(lines(one)).toEqual(["bullet:要点", "body:表内", "body:"]);
});

test("undo takes back one's own and nothing of others, tables too", async () => {
  const a = await seat(1);
  a.type("甲说");
  const b = await seat(2, Y.encodeStateAsUpdate(a.doc));
  a.editor.commands.insertTable({ rows: 2, cols: 2 });
  sync(a, b);
  after(b, "甲说");
  b.type("乙补");
  sync(a, b);
  for (let step = 0; step < 3; step += 1) {
    a.editor.commands.undo();
    await Promise.resolve();
  }
  sync(a, b);
  expect(lines(a)).toEqual(lines(b));
  expect(lines(a).join("")).toContain("乙补");
  expect(lines(a).join("")).not.toContain("甲说");
  expect(a.editor.getJSON().content?.some(({ type }) => type === "table")).toBe(false);
});

test("[N20] what a table that was taken away stood between can be joined, and keeps its style", async () => {
  const one = await seat(1);
  one.editor.commands.toggleLine("heading", 2);
  one.type("标题");
  one.press("Enter");
  one.editor.commands.insertTable({ rows: 2, cols: 2 });
  one.editor.commands.deleteTable();
  one.editor.commands.setTextSelection(one.editor.state.doc.content.size - 1);
  one.type("正文");
  after(one, "标题");
  one.press("Delete");
  expect(lines(one)).toEqual(["heading:标题正文"]);
});

test("[N22] a table that two made too large can be written in and made smaller, and does not grow", async () => {
  const a = await seat(1);
  a.editor.commands.insertTable({ rows: NOTES_TABLE_LIMITS.rowsMax - 1, cols: 1, withHeaderRow: false });
  const b = await seat(2, Y.encodeStateAsUpdate(a.doc));
  b.editor.commands.setTextSelection(4);
  for (const one of [a, b]) one.editor.commands.addRowAfter();
  sync(a, b);
  const rows = () => a.editor.state.doc.firstChild?.childCount;
  expect(rows()).toBe(NOTES_TABLE_LIMITS.rowsMax + 1);
  a.type("还能写");
  expect(lines(a).join("")).toContain("还能写");
  a.editor.commands.addRowAfter();
  expect(rows()).toBe(NOTES_TABLE_LIMITS.rowsMax + 1);
  a.editor.commands.deleteRow();
  expect(rows()).toBe(NOTES_TABLE_LIMITS.rowsMax);
});

test("[N20] a character of a user's own stays when the table above it goes", async () => {
  const one = await seat(1);
  one.editor.commands.insertTable({ rows: 1, cols: 1, withHeaderRow: false });
  one.editor.commands.setTextSelection(one.editor.state.doc.content.size - 1);
  one.type("\ue000名");
  one.editor.commands.setTextSelection(4);
  one.editor.commands.deleteTable();
  expect(lines(one).join("")).toBe("body:\ue000名");
});

test("[N20] text that replaces almost everything cuts no character in two", async () => {
  const one = await seat(1);
  one.type(`📌${"旧".repeat(2000)}📌`);
  one.editor.commands.selectAll();
  one.type(`📎${"新".repeat(4000)}📎`);
  const other = await seat(2, Y.encodeStateAsUpdate(one.doc));
  expect(lines(other)).toEqual([`body:📎${"新".repeat(4000)}📎`]);
});

test("Enter at the beginning of a ticked task makes room above it, and Shift-Tab leaves a list that goes no further out", async () => {
  const one = await seat(1);
  one.editor.commands.toggleLine("task");
  one.type("任务");
  one.editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(0, "done", true)));
  one.editor.commands.setTextSelection(1);
  one.press("Enter");
  expect(one.editor.state.doc.children.map(({ attrs, textContent }) => [attrs.done, textContent])).toEqual([
    [false, ""],
    [true, "任务"],
  ]);
  expect(one.press("Shift-Tab")).toBe(false);
});

test("tables of earlier editors are laid out as a browser would, and a table in a cell is shown as its lines", async () => {
  const state = notesState(
    node(
      "table",
      {},
      node(
        "tableRow",
        {},
        node("tableCell", { rowspan: 2 }, node("paragraph", {}, "甲")),
        node("tableCell", {}, node("paragraph", {}, "A")),
      ),
      node("tableRow", {}, node("tableCell", {}, node("paragraph", {}, "B"))),
      node(
        "tableRow",
        {},
        node(
          "tableCell",
          {},
          node("table", {}, node("tableRow", {}, node("tableCell", {}, node("paragraph", {}, "里")))),
        ),
        node("tableCell", {}, node("paragraph", {}, "C")),
      ),
    ),
  );
  const one = await seat(1, state);
  const rows = one.editor.state.doc.firstChild?.children.map((row) =>
    row.children.map(({ attrs, textContent }) => `${textContent}${attrs.rowspan}`),
  );
  expect(rows).toEqual([["甲2", "A1"], ["B1"], ["里1", "C1"]]);
  after(one, "B");
  one.editor.commands.addColumnBefore();
  const grown = one.editor.state.doc.firstChild?.children.map((row) =>
    row.children.map(({ textContent }) => textContent),
  );
  expect(grown).toEqual([
    ["甲", "", "A"],
    ["", "B"],
    ["里", "", "C"],
  ]);
});
