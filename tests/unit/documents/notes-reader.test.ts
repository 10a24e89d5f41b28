import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readNotes } from "../../../server/documents/notes/yjs-notes.ts";
import { NOTES_LIMITS, type NotesBlock } from "../../../shared/documents/notes/notes-blocks.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { marked, node, notesState } from "../../support/notes/notes-state.ts";

function paragraph(text: string): NotesBlock {
  return { kind: "paragraph", runs: [{ text }] };
}

function allText(blocks: readonly NotesBlock[]): string {
  return [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join("");
}

describe("what the editor writes", () => {
  test("every kind of node and mark, as earlier editors nested them", () => {
    const text = (words: string, ...marks: string[]) =>
      [words, Object.fromEntries(marks.map((name) => [name, {}]))] as const;
    const lined = (words: string) => node("paragraph", {}, words);
    const state = notesState(
      node("heading", { level: 2 }, "标题"),
      node(
        "paragraph",
        {},
        marked(
          text("粗", "bold"),
          text("斜", "italic"),
          text("划", "underline"),
          text("删", "strike"),
          text("全", "bold", "italic", "underline", "strike"),
          text("平"),
        ),
      ),
      node("paragraph", {}, "一行", node("hardBreak"), "二行"),
      node(
        "bulletList",
        {},
        node(
          "listItem",
          {},
          lined("点"),
          node("orderedList", { start: 3 }, node("listItem", {}, lined("三"))),
        ),
      ),
      node(
        "taskList",
        {},
        node("taskItem", { checked: true }, lined("已做")),
        node("taskItem", { checked: false }, lined("未做")),
      ),
      node(
        "table",
        {},
        node("tableRow", {}, node("tableHeader", { colspan: 2 }, lined("头"))),
        node("tableRow", {}, node("tableCell", {}, lined("甲")), node("tableCell", {}, lined("乙"))),
      ),
      node("blockquote", {}, lined("引")),
      node("horizontalRule"),
      node("codeBlock", {}, "码一\n码二"),
    );
    expect(readNotes(state)).toEqual([
      { kind: "heading", level: 2, runs: [{ text: "标题" }] },
      {
        kind: "paragraph",
        runs: [
          { text: "粗", bold: true },
          { text: "斜", italic: true },
          { text: "划", underline: true },
          { text: "删", strike: true },
          { text: "全", bold: true, italic: true, underline: true, strike: true },
          { text: "平" },
        ],
      },
      { kind: "paragraph", runs: [{ text: "一行" }, { text: "\n" }, { text: "二行" }] },
      {
        kind: "list",
        ordered: false,
        start: 1,
        items: [
          {
            blocks: [
              paragraph("点"),
              { kind: "list", ordered: true, start: 3, items: [{ blocks: [paragraph("三")] }] },
            ],
          },
        ],
      },
      {
        kind: "tasks",
        items: [
          { done: true, blocks: [paragraph("已做")] },
          { done: false, blocks: [paragraph("未做")] },
        ],
      },
      {
        kind: "table",
        rows: [
          { cells: [{ header: true, columnSpan: 2, rowSpan: 1, blocks: [paragraph("头")] }] },
          {
            cells: [
              { header: false, columnSpan: 1, rowSpan: 1, blocks: [paragraph("甲")] },
              { header: false, columnSpan: 1, rowSpan: 1, blocks: [paragraph("乙")] },
            ],
          },
        ],
      },
      { kind: "quote", blocks: [paragraph("引")] },
      paragraph("码一"),
      paragraph("码二"),
    ]);
  });

  test("notes nobody wrote are no blocks", () => {
    expect(readNotes(Y.encodeStateAsUpdate(new Y.Doc()))).toEqual([]);
  });
});

describe("what it does not know", () => {
  test("an unknown node is its text, an unknown mark nothing, an embed nothing", () => {
    const state = notesState(
      node("iframe", { src: "http://127.0.0.1/" }, node("script", {}, "外"), "内"),
      node("paragraph", {}, marked(["字", { link: { href: "javascript:x" }, "bold--9f": {}, italic: null }])),
      "裸字",
    );
    expect(readNotes(state)).toEqual([
      { kind: "paragraph", runs: [{ text: "\n" }, { text: "外" }, { text: "内" }] },
      { kind: "paragraph", runs: [{ text: "字", bold: true }] },
      paragraph("裸字"),
    ]);
  });

  test("nodes out of place keep their text", () => {
    const state = notesState(
      node("listItem", {}, node("paragraph", {}, "孤项")),
      node("table", {}, node("paragraph", {}, "表里段")),
      node("bulletList", {}, node("heading", { level: "x" }, "表头")),
      node("table", {}, node("tableRow", {}, node("blockquote", {}, node("paragraph", {}, "行里引")))),
    );
    expect(allText(readNotes(state)).replace(/\\n/g, "")).toBe("孤项表里段表头行里引");
  });

  test("attributes that are no such thing count as absent", () => {
    const hostile = { level: { toString: "x" }, start: -5, colspan: 1e9, rowspan: "2", checked: "yes" };
    const state = notesState(
      node("heading", hostile, "头"),
      node("table", {}, node("tableRow", {}, node("tableCell", hostile, node("paragraph", {}, "格")))),
    );
    expect(readNotes(state)).toMatchObject([
      { level: 1 },
      { rows: [{ cells: [{ columnSpan: 1, rowSpan: 1 }] }] },
    ]);
  });
});

describe("limits", () => {
  test("below the depth limit structure ends and text goes on", () => {
    const document = new Y.Doc();
    let inside: Y.XmlFragment = document.getXmlFragment(NOTES_FRAGMENT);
    for (let depth = 0; depth < 3_000; depth += 1) {
      const quote = new Y.XmlElement("blockquote");
      inside.insert(0, [quote]);
      inside = quote;
    }
    inside.insert(0, [new Y.XmlText("深处")]);
    const blocks = readNotes(Y.encodeStateAsUpdate(document));
    expect(allText(blocks).replace(/\\n/g, "")).toBe("深处");
    let depth = 0;
    for (let level: readonly NotesBlock[] = blocks; level[0]?.kind === "quote"; level = level[0].blocks)
      depth += 1;
    expect(depth).toBe(NOTES_LIMITS.depthMax - 1);
  });

  test("too many nodes or too much text stop the reader, and it says so", () => {
    const many = Array.from({ length: NOTES_LIMITS.nodesMax / 2 }, () => node("paragraph", {}, "字"));
    const long = node("paragraph", {}, "长".repeat(NOTES_LIMITS.charsMax + 1));
    for (const state of [notesState(...many), notesState(long)]) {
      const blocks = readNotes(state);
      expect(blocks.at(-1)).toEqual({ kind: "truncated" });
      expect(blocks.length).toBeLessThan(NOTES_LIMITS.nodesMax);
      expect(allText(blocks).length).toBeLessThanOrEqual(NOTES_LIMITS.charsMax);
    }
  });

  test("what is no Yjs update is refused", () => {
    expect(() => readNotes(new Uint8Array([255, 255, 255, 255, 255]))).toThrow();
  });
});
