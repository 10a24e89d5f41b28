import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { questionKey, tidyQuestion } from "../../../shared/domain/collected/text.ts";
import { tidyLedgerText } from "../../../shared/domain/ledger/text.ts";
import { sideOfWord } from "../../../shared/domain/roster/words.ts";
import { withoutBlankEnds } from "../../../shared/domain/tidy-lines.ts";
import { NATURE_ENDINGS } from "../../../shared/messages/collected-vocabulary.ts";
import { SIDE_ENDINGS } from "../../../shared/messages/roster-vocabulary.ts";

/** More than a busy machine needs for what each of these is, and a small part of what a pattern takes that begins anew within a run. */
const LINEAR_MAX_MS = 2_000;
const RUN = 100_000;

const textOf = (...pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(""));
const ANY_LINES = fc.oneof(
  textOf(..." \t\n\r\v\f\u0085\u00A0\u2028\u2029\u3000\uFEFF\u200B'=\"甲a"),
  fc.string({ maxLength: 20, unit: "binary" }),
);

describe("a text of several lines is tidied to what it always was", () => {
  const composed = (text: string) =>
    text
      .normalize("NFC")
      .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, "")
      .replace(/\r\n?/gu, "\n");

  test("without blanks at the ends of lines, which end by line feeds alone", () => {
    fc.assert(
      fc.property(ANY_LINES, (text) => {
        expect(withoutBlankEnds(text)).toBe(text.replace(/[^\S\n]+(?=\n|$)/gu, ""));
      }),
      { numRuns: 3_000 },
    );
  });

  test("as a cell of a ledger, and as a question of a list", () => {
    fc.assert(
      fc.property(ANY_LINES, (text) => {
        const cell = composed(text)
          .replace(/[^\S\n]+(?=\n|$)/gu, "")
          .trim()
          .replace(/^'+/u, "")
          .replace(/^\s*=\s*"((?:[^"]|"")*)"\s*$/u, (_whole, inner: string) =>
            inner.replaceAll('""', '"').trim(),
          );
        expect(tidyLedgerText(text)).toBe(cell);
        const question = composed(text)
          .replace(/[^\S\n]+\n/gu, "\n")
          .replace(/\n{3,}/gu, "\n\n")
          .trim();
        expect(tidyQuestion(text)).toBe(question);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("endings are taken off words as they always were", () => {
  const endings = [
    {
      now: NATURE_ENDINGS,
      before: /(?:类|型|类型|问题|性)+$/u,
      of: ["类", "型", "问", "题", "性", "难点", "\n"],
    },
    {
      now: SIDE_ENDINGS,
      before: /(?:干部|人员|领导|代表|学员|单位|部门|成员|同志)+$/u,
      of: [..."干部人员领导代表学单位门成同志", "市直", "干部", "人员", "\n"],
    },
  ];
  for (const { now, before, of } of endings) {
    test(before.source, () => {
      fc.assert(
        fc.property(textOf(...of), (text) => {
          expect(text.replace(now, "")).toBe(text.replace(before, ""));
        }),
        { numRuns: 3_000 },
      );
    });
  }

  test("and stops off questions", () => {
    fc.assert(
      fc.property(textOf(..."。.;甲"), (text) => {
        expect(questionKey(text)).toBe(text.replace(/[。.;]+$/u, ""));
      }),
    );
  });
});

describe("a long run of the same takes no longer than other texts as long", () => {
  const runs: [string, () => unknown][] = [
    ["blanks in a cell of a ledger", () => tidyLedgerText(`甲${" ".repeat(RUN)}乙`)],
    ["blanks in a question", () => tidyQuestion(`甲${"\u3000".repeat(RUN)}乙`)],
    ["stops in a question", () => questionKey(`${"。".repeat(RUN)}乙`)],
    ["endings that are two ways the same", () => `${"类型".repeat(30)}乙`.replace(NATURE_ENDINGS, "")],
    ["endings of a nature", () => `${"问题".repeat(RUN)}乙`.replace(NATURE_ENDINGS, "")],
    ["endings of a side", () => sideOfWord(`${"干部".repeat(RUN)}乙`)],
  ];
  test.each(runs)("%s", (_what, tidy) => {
    const begun = performance.now();
    tidy();
    expect(performance.now() - begun).toBeLessThan(LINEAR_MAX_MS);
  });
});
