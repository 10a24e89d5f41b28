import fc from "fast-check";
import type { DocumentInput } from "../../../shared/documents/input.ts";
import type {
  DocumentBlock,
  DocumentModel,
  DocumentRun,
  LabelledLine,
} from "../../../shared/documents/model.ts";
import type { NotesBlock, NotesRun } from "../../../shared/documents/notes/notes-blocks.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { followup, point, progress, speech } from "../documents/documents-evening.ts";
import { answer, EVENING, person, question, room, STARTS_AT, session } from "./minutes-evening.ts";

/** Every text a document shows, paragraph by paragraph, as one string each. */
export function shownTexts(document: DocumentModel): string[] {
  const { redHead, title, meta, blocks, imprint, footer } = document;
  return [
    ...(redHead === null ? [] : [joined(redHead.sign), joined(redHead.issuer), joined(redHead.issuedOn)]),
    redHead?.serial ?? "",
    title,
    ...meta.map(lineText),
    ...blocks.flatMap(blockTexts),
    ...(imprint === null ? [] : [joined(imprint.issuer), joined(imprint.printedOn)]),
    ...(imprint?.copyTo == null ? [] : [lineText(imprint.copyTo)]),
    footer.text,
  ].filter((text) => text !== "");
}

function lineText({ label, runs }: LabelledLine): string {
  return label + joined(runs);
}

function blockTexts(block: DocumentBlock): string[] {
  switch (block.kind) {
    case "heading":
      return [(block.number ?? "") + joined(block.runs)];
    case "paragraph":
      return [joined(block.runs)];
    case "list":
      return block.items.map(({ runs }) => joined(runs));
    case "table":
      return block.rows.flatMap((row) => row.flatMap(({ paragraphs }) => paragraphs.map(joined)));
    case "figure":
      return [block.title, block.rowsAre, ...block.series, ...block.rows.map(({ label }) => label)];
    case "attendance":
    case "signature":
      return block.lines.map(lineText);
    case "pageBreak":
      return [];
  }
}

function joined(runs: readonly DocumentRun[]): string {
  return runs.map(({ text }) => text).join("");
}

/** Text as a reader compares it: white space does not count. */
export function dense(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Markdown as a reader sees it, for texts alone: escapes undone, the marks of formatting gone. */
export function shownMarkdown(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => line.replace(/^(?:#{1,6} |> |\s*(?:- \[[ x]\]|-|\d+\.) )/, ""))
    .join("\n")
    .replace(/\\\n/g, "")
    .replace(
      /\\([!-/:-@[-`{-~])|\*+|~~|<\/?u>|<br>| \| |^\| | \|$|\|/gm,
      (_all, escaped?: string) => escaped ?? "",
    );
}

/** Short texts of people, and of people who mean harm: markup, formulas, control characters, broken surrogates. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "<!--",
    "]]>",
    "&amp;&#60;",
    "![图](http://127.0.0.1/x.png)",
    "[链接](javascript:alert(1))",
    "# 标题",
    "1. 一",
    "- [x] 做了",
    "| a | b |",
    "***",
    "```",
    "~~~",
    "$x$",
    "<u>",
    "\\",
    "\u0000\u0001\u0008\u000b\u001f坏",
    "半\ud800个",
    "\udc00另半",
    "“引号”——破折号……",
    "\u202e倒过来",
    "\uffff\ufffe",
    "file:///etc/passwd",
    "www.example.com",
    "𠮷野家😀",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("县", "区", "财", "政", "*", "_", "`", "\n", " ", "#", "1", ".", "<", "|"),
    maxLength: 12,
  }),
);

const notesRun: fc.Arbitrary<NotesRun> = fc.record(
  {
    text: hostileText,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    strike: fc.constant(true as const),
    underline: fc.constant(true as const),
  },
  { requiredKeys: ["text"] },
);
const notesRuns = fc.array(notesRun, { maxLength: 4 });

/** Notes of every kind of block, three deep. */
export const notesBlocks: fc.Arbitrary<NotesBlock[]> = fc.letrec<{ block: NotesBlock; blocks: NotesBlock[] }>(
  (tie) => {
    const blocks = tie("blocks");
    const cell = fc.record({
      header: fc.boolean(),
      columnSpan: fc.integer({ min: 1, max: 4 }),
      rowSpan: fc.integer({ min: 1, max: 4 }),
      blocks,
    });
    return {
      blocks: fc.array(tie("block"), { maxLength: 3 }),
      block: fc.oneof(
        { maxDepth: 3, depthIdentifier: "notes" },
        fc.record({ kind: fc.constant("paragraph" as const), runs: notesRuns }),
        fc.record({
          kind: fc.constant("heading" as const),
          level: fc.integer({ min: 1, max: 6 }),
          runs: notesRuns,
        }),
        fc.record({
          kind: fc.constant("list" as const),
          ordered: fc.boolean(),
          start: fc.integer({ min: 1, max: 20 }),
          items: fc.array(fc.record({ blocks }), { maxLength: 3 }),
        }),
        fc.record({
          kind: fc.constant("tasks" as const),
          items: fc.array(fc.record({ done: fc.boolean(), blocks }), { maxLength: 3 }),
        }),
        fc.record({
          kind: fc.constant("table" as const),
          rows: fc.array(fc.record({ cells: fc.array(cell, { maxLength: 3 }) }), { maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant("quote" as const), blocks }),
      ),
    };
  },
).blocks;

/** A small session in which every free text is somebody's idea of a joke. */
export const hostileInput: fc.Arbitrary<DocumentInput> = fc
  .record({
    title: hostileText,
    place: fc.option(hostileText),
    names: fc.array(hostileText, { minLength: 2, maxLength: 4 }),
    texts: fc.array(hostileText, { minLength: 5, maxLength: 5 }),
    notes: notesBlocks,
  })
  .map(({ title, place, names, texts, notes }): DocumentInput => {
    const [asked = "", oral = "", roomName = "", noted = "", reported = ""] = texts;
    const records: AnyRecord[] = [
      session({ title, place }),
      room("plenary", roomName, 0),
      ...names.map((name, order) => person({ personId: `p${order}`, order, name, unit: `单位${name}` })),
      question("q", { text: asked, askerId: "p0", askedAt: STARTS_AT, leadUnit: names[1] ?? "" }),
      answer("a", { questionId: "q", text: oral, manner: "oral", unit: names[1] ?? "" }),
      followup("q", 1, {
        text: asked,
        gist: noted,
        leadUnit: names[1] ?? "",
        personInCharge: names[0] ?? "",
      }),
      progress("e", { followupId: "q", text: reported }),
      speech("s", "p0", { gist: noted }),
      point("p", "s", { text: reported, personId: "p0", wanters: ["p1"] }),
    ];
    return { ...EVENING, records, notes: [{ roomId: "plenary", blocks: notes }] };
  });
