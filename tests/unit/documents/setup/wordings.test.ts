import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentBlock, DocumentListItem, DocumentRun } from "../../../../shared/documents/model.ts";
import { applyChange, changeBetween, mergeTexts } from "../../../../shared/documents/wording/change.ts";
import { rewriteBlocks } from "../../../../shared/documents/wording/keyed-texts.ts";
import { reword, textOfLines, textOfRuns } from "../../../../shared/documents/wording/reword.ts";

/** Few letters, so that beginnings and ends are often shared; halves of 𠮷 and 𠮶 are. */
const text = fc.string({ unit: fc.constantFrom("县", "区", "，", "𠮷", "𠮶", "1", "\n"), maxLength: 14 });
const line = fc.string({ unit: fc.constantFrom("县", "区", "，", "𠮷", "𠮶", "1"), maxLength: 14 });
const run: fc.Arbitrary<DocumentRun> = fc.record(
  { text: line, bold: fc.constant(true as const), placeholder: fc.constant(true as const) },
  { requiredKeys: ["text"] },
);
const lines = fc.array(fc.array(run, { maxLength: 4 }), { minLength: 1, maxLength: 3 });

/** The look of each UTF-16 unit. */
function looks(runs: readonly DocumentRun[]): string[] {
  return runs.flatMap(({ text: words, ...look }) => Array.from(words, () => JSON.stringify(look))).flat();
}

describe("[X10] one change between two texts", () => {
  test("makes the one of the other, is no longer than it must, and cuts no character in half", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after);
        expect(applyChange(before, change)).toBe(after);
        for (const part of [before.slice(0, change.from), change.text, before.slice(change.to)])
          expect(part).not.toMatch(/\p{Surrogate}/u);
        if (before === after) expect(change).toMatchObject({ from: before.length, text: "" });
      }),
    );
  });
});

describe("[X10] a wording and new data", () => {
  test("in different words both stand, from whichever side they come", () => {
    expect(mergeTexts("共3个，未答1个。", "共4个，未答1个。", "共3个，尚待答复1个。")).toEqual({
      text: "共4个，尚待答复1个。",
      isContested: false,
    });
    expect(mergeTexts("共3个，未答1个。", "共3个，未答2个。", "总共3个，未答1个。")).toEqual({
      text: "总共3个，未答2个。",
      isContested: false,
    });
  });

  test("in the same words the wording stands, and is contested; so where they meet", () => {
    expect(mergeTexts("共3个。", "共4个。", "共3余个。")).toEqual({ text: "共3余个。", isContested: true });
    expect(mergeTexts("共3个。", "共4个。", "共三个。")).toEqual({ text: "共三个。", isContested: true });
    expect(mergeTexts("共3个。", "共4个。", "")).toEqual({ text: "", isContested: true });
  });

  test("what may be said no longer is not said because it was worded, and that is told", () => {
    const named = "提问人：甲县 张三；类别：难点。";
    const worded = "提问人：甲县 张三同志；问题类别：难点。";
    expect(mergeTexts(named, "类别：难点。", worded)).toEqual({ text: "类别：难点。", isContested: true });
    expect(
      mergeTexts("甲局：已安排。乙局：不同意。", "甲局：已安排。", "甲局：已作安排。乙局：暂不同意。"),
    ).toEqual({
      text: "甲局：已安排。",
      isContested: true,
    });
    expect(mergeTexts("共3个。", "", "共三个。")).toEqual({ text: "", isContested: true });
    expect(mergeTexts(named, "类别：难点。", "")).toEqual({ text: "", isContested: true });
  });

  test("what both changed alike, or neither, is not contested", () => {
    expect(mergeTexts("共3个。", "共4个。", "共4个。")).toEqual({ text: "共4个。", isContested: false });
    expect(mergeTexts("共3个。", "共4个。", "共3个。")).toEqual({ text: "共4个。", isContested: false });
  });

  test("whatever the three texts: nothing new is lost without being said", () => {
    fc.assert(
      fc.property(text, text, text, (source, now, worded) => {
        const merged = mergeTexts(source, now, worded);
        const isTakenAway = changeBetween(source, now).text === "" && worded !== "";
        if (merged.isContested) expect(merged.text).toBe(isTakenAway ? now : worded);
        else {
          // What each of the two put in place of the source's words is in the result.
          expect(merged.text).toContain(changeBetween(source, worded).text);
          expect(merged.text).toContain(changeBetween(source, now).text);
        }
        expect(mergeTexts(source, source, worded)).toEqual({ text: worded, isContested: false });
      }),
    );
  });
});

describe("[X10] a place that is worded otherwise", () => {
  test("says what it should; what is the same keeps its look, and new words are no placeholder", () => {
    fc.assert(
      fc.property(lines, text, (built, worded) => {
        const result = reword(built, worded);
        expect(textOfLines(result)).toBe(worded);
        const change = changeBetween(textOfLines(built), worded);
        const before = looks(built.flatMap((runs, at) => (at === 0 ? runs : [{ text: "\n" }, ...runs])));
        const after = looks(result.flatMap((runs, at) => (at === 0 ? runs : [{ text: "\n" }, ...runs])));
        const chars = (words: string) => Array.from(words).length;
        const head = chars(textOfLines(built).slice(0, change.from));
        const tail = chars(textOfLines(built).slice(change.to));
        const plain = (look: string | undefined) =>
          look?.replace(/,?"placeholder":true/, "").replace("{,", "{");
        for (let at = 0; at < head; at += 1) expect(plain(after[at])).toBe(plain(before[at]));
        for (let at = 1; at <= tail; at += 1) expect(plain(after.at(-at))).toBe(plain(before.at(-at)));
        for (const look of after.slice(head, after.length - tail)) expect(look).not.toContain("placeholder");
      }),
    );
  });

  test("and is not changed at all where it says the same", () => {
    fc.assert(
      fc.property(lines, (built) => {
        const full = built.map((runs) => runs.filter((one) => one.text !== ""));
        expect(reword(full, textOfLines(full))).toEqual(full);
      }),
    );
  });

  test("a placeholder that is written over is one no longer, not even its brackets", () => {
    const built = [{ text: "主办：" }, { text: "【待填】", placeholder: true as const }, { text: "。" }];
    expect(reword([built], "主办：【发改委】。")).toEqual([
      [{ text: "主办：" }, { text: "【发改委】" }, { text: "。" }],
    ]);
  });

  test("new words look as what they begin in", () => {
    const built = [{ text: "市财政局：", bold: true as const }, { text: "已安排。" }];
    expect(reword([built], "市财政局：资金已安排。").flat()).toEqual([
      { text: "市财政局：", bold: true },
      { text: "资金已安排。" },
    ]);
  });
});

describe("[X10] a place with an empty wording is left out", () => {
  const item = (key: string, value: number, depth = 0): DocumentListItem => ({
    depth,
    key,
    marker: { kind: "number", value },
    runs: [{ text: key }],
  });
  const without = (gone: readonly string[], block: DocumentBlock) =>
    rewriteBlocks([block], (key, built) => (gone.includes(key) ? null : built));
  const numbers = (blocks: readonly DocumentBlock[]) =>
    blocks.flatMap((block) =>
      block.kind !== "list"
        ? []
        : block.items.map(({ marker, runs }) => [
            textOfRuns(runs),
            marker.kind === "number" ? marker.value : null,
          ]),
    );

  test("and a list counts on over it, at each depth by itself and from where it began", () => {
    const list: DocumentBlock = {
      kind: "list",
      items: [item("a", 3), item("b", 4), item("b1", 1, 1), item("b2", 2, 1), item("c", 5), item("new", 1)],
    };
    expect(numbers(without(["a", "b1"], list))).toEqual([
      ["b", 3],
      ["b2", 1],
      ["c", 4],
      ["new", 1],
    ]);
    expect(without(["a", "b", "b1", "b2", "c", "new"], list)).toEqual([]);
  });

  test("but a cell and a line to sign stay, empty", () => {
    const cell = { key: "cell", header: false, columnSpan: 1, rowSpan: 1, paragraphs: [[{ text: "事项" }]] };
    const table: DocumentBlock = { kind: "table", columns: 1, shares: null, rows: [[cell]] };
    expect(without(["cell"], table)).toEqual([{ ...table, rows: [[{ ...cell, paragraphs: [[]] }]] }]);
    const signature: DocumentBlock = {
      kind: "signature",
      lines: [{ key: "by", label: "签收：", runs: [{ text: "甲" }] }],
    };
    expect(without(["by"], signature)).toEqual([
      { kind: "signature", lines: [{ key: "by", label: "签收：", runs: [] }] },
    ]);
  });
});
