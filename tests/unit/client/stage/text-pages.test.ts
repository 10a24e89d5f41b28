import fc from "fast-check";
import { expect, test } from "vitest";
import { type LaidOut, type PageRoom, pagesOf } from "../../../../client/features/stage/stage-pages.ts";
import type { StageBlock } from "../../../../client/features/stage/stage-sheet.tsx";
import type { AnswerRole } from "../../../../shared/domain/answers/reading-order.ts";
import { answerView } from "../../../support/sample/question-view.ts";

const LINE_CHARS = 20;
const ROOM: PageRoom = { alonePx: 600, pagePx: 550, headingPx: 50 };
const LATER_PX = ROOM.pagePx - ROOM.headingPx;

/** Laid out as lines of so many characters each, of 40 pixels, with 60 around. */
function laidOut(block: StageBlock): LaidOut {
  const lines = Math.max(1, Math.ceil(block.text.length / LINE_CHARS));
  const lineStarts = () => Array.from({ length: lines }, (_, line) => line * LINE_CHARS);
  return { block, aroundPx: 60, linePx: 40, lines, lineStarts };
}

function question(text: string): StageBlock {
  return { kind: "question", text, facts: "", isContinued: false };
}

function answer(id: string, text: string, role: AnswerRole): StageBlock {
  return { kind: "answer", answer: answerView(id, "q"), role, text, isContinued: false };
}

const heightPx = (block: StageBlock) => {
  const { aroundPx, linePx, lines } = laidOut(block);
  return aroundPx + linePx * lines;
};
const bare = (text: string) => text.replace(/\s/gu, "");
const idOf = (block: StageBlock) => (block.kind === "answer" ? block.answer.answerId : "question");

const text = fc
  .array(fc.constantFrom("抓好落实", "十五个工作日", "。", "；", "Projects. ", "\n"), {
    minLength: 1,
    maxLength: 200,
    size: "max",
  })
  .map((words) => words.join("").trim())
  .filter((written) => written !== "");
const sheets = fc
  .tuple(text, fc.array(text, { maxLength: 6 }))
  .map(([asked, said]) => [
    question(asked),
    ...said.map((words, index) => answer(`${index}`, words, index === 0 ? "lead" : "added")),
  ]);

test("[W1] whatever is said, all of it is on the pages, in order, none too full, and whole where a page holds it", () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      const pages = pagesOf(sheet.map(laidOut), ROOM);
      for (const [index, { blocks }] of pages.entries()) {
        const sumPx = blocks.reduce((sum, block) => sum + heightPx(block), 0);
        expect(blocks.length).toBeGreaterThan(0);
        expect(sumPx).toBeLessThanOrEqual(
          pages.length === 1 ? ROOM.alonePx : index === 0 ? ROOM.pagePx : LATER_PX,
        );
      }
      const shown = pages.flatMap(({ blocks }) => blocks);
      for (const block of sheet) {
        const parts = shown.filter((part) => idOf(part) === idOf(block));
        expect(bare(parts.map((part) => part.text).join(""))).toBe(bare(block.text));
        expect(parts.map(({ isContinued }) => isContinued)).toEqual(parts.map((_, index) => index > 0));
        if (heightPx(block) <= LATER_PX) expect(parts).toHaveLength(1);
      }
      expect([...new Set(shown.map(idOf))]).toEqual(sheet.map(idOf));
    }),
  );
});

test("[W1] each page says what is still to come, and the last that nothing is", () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      const pages = pagesOf(sheet.map(laidOut), ROOM);
      let begun = 0;
      for (const [index, { blocks, goesOn, toCome }] of pages.entries()) {
        begun += blocks.filter((block) => block.kind === "answer" && !block.isContinued).length;
        const left = sheet.length - 1 - begun;
        expect((toCome.main === null ? 0 : 1) + toCome.added).toBe(left);
        expect(goesOn).toBe(pages[index + 1]?.blocks[0]?.isContinued === true);
      }
      expect(pages.at(-1)).toMatchObject({ goesOn: false, toCome: { main: null, added: 0 } });
    }),
  );
});

test("a long answer goes on after the end of a sentence, where there is one not far", () => {
  const sentence = "材料齐全的一般十五个工作日内反馈；对年内发行影响不大。";
  const pages = pagesOf([question("谁负责？"), answer("1", sentence.repeat(20), "lead")].map(laidOut), ROOM);
  expect(pages.length).toBeGreaterThan(2);
  for (const { blocks } of pages.slice(0, -1)) expect(blocks.at(-1)?.text).toMatch(/[；。]$/u);
});

test("a question that leaves no room for its answer has the first page for itself", () => {
  const pages = pagesOf(
    [question("问".repeat(100)), answer("1", "答".repeat(200), "lead")].map(laidOut),
    ROOM,
  );
  expect(pages.map(({ blocks }) => blocks.map(idOf))).toEqual([["question"], ["1"]]);
});
