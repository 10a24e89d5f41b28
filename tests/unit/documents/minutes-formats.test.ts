import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../../server/documents/markdown/render-markdown.ts";
import { renderJson } from "../../../server/documents/render-json.ts";
import type { DocumentModel } from "../../../shared/documents/model.ts";
import { modelOf, withSetup } from "../../support/documents/built-model.ts";
import { expectEverythingShown, expectNothingShown } from "../../support/documents/every-format.ts";
import { EVENING, HIDDEN, RED_HEAD } from "../../support/sample/minutes-evening.ts";

const PLAIN = modelOf("minutes", EVENING);
const RED = modelOf("minutes", withSetup(EVENING, "minutes", { redHead: RED_HEAD }));
const BOTH: readonly [string, DocumentModel][] = [
  ["plain", PLAIN],
  ["with the red head", RED],
];

describe.each(BOTH)("the evening %s", (_which, document) => {
  test("every text in the model appears in every rendered format", async () => {
    await expectEverythingShown(document);
  });

  test("no hidden text appears in any", async () => {
    await expectNothingShown(document, Object.values(HIDDEN));
  });
});

describe("Markdown", () => {
  test("the words of people are text, never markup", () => {
    const lines = [
      "<script>alert(1)</script>",
      "[a](javascript:b)",
      "# h",
      "1. x",
      "- y",
      "&lt;",
      "http://a.b",
      "www.a.b",
      "|",
    ];
    for (const text of lines) {
      const document: DocumentModel = {
        ...PLAIN,
        blocks: [{ kind: "paragraph", quote: false, runs: [{ text }] }],
      };
      const md = renderMarkdown(document).toString("utf8");
      expect(md).not.toContain(`\n${text}\n`);
      expect(md).not.toMatch(/(?<!\\)(?:<script|\]\(|&lt;|http:\/\/|www\.)/);
    }
  });

  test("emphasis beside Chinese punctuation is set off by a space, or it would be printed", () => {
    const runs = [{ text: "甲" }, { text: "【待填】", placeholder: true as const }, { text: "乙" }];
    const md = renderMarkdown({ ...PLAIN, blocks: [{ kind: "paragraph", quote: false, runs }] });
    expect(md.toString("utf8")).toContain("甲 **【待填】** 乙");
  });
});

test("JSON holds no `<`, so no browser takes it for a page", () => {
  expect(renderJson({ ...PLAIN, title: "<script>" }).includes("<")).toBe(false);
});
