import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "../../../server/documents/clean-text.ts";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { renderMarkdown } from "../../../server/documents/markdown/render-markdown.ts";
import { renderJson } from "../../../server/documents/render-json.ts";
import { buildMinutes } from "../../../shared/documents/minutes/build-minutes.ts";
import type { DocumentModel } from "../../../shared/documents/model.ts";
import { openDocx, textOf } from "../../support/documents/docx-file.ts";
import { EVENING, HIDDEN, OPTIONS, RED_HEAD } from "../../support/sample/minutes-evening.ts";
import { dense, hostileInput, shownMarkdown, shownTexts } from "../../support/sample/minutes-texts.ts";

const PLAIN = buildMinutes(EVENING);
const RED = buildMinutes({ ...EVENING, options: { ...OPTIONS, redHead: RED_HEAD } });
const BOTH: readonly [string, DocumentModel][] = [
  ["plain", PLAIN],
  ["with the red head", RED],
];

/** Every part of every file as text: what is in none of them is nowhere. */
async function allText(document: DocumentModel): Promise<Record<"docx" | "md" | "json", string>> {
  const docx = await openDocx(await renderDocx(document));
  const parts = [...docx.parts.values()].map(textOf);
  return {
    docx: parts.join("\n"),
    md: renderMarkdown(document).toString("utf8"),
    json: renderJson(document).toString("utf8"),
  };
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}

async function expectEverythingShown(document: DocumentModel): Promise<void> {
  const { docx, md, json } = await allText(document);
  const shown = {
    docx: dense(docx),
    md: dense(shownMarkdown(md)),
    json: strings(JSON.parse(json)).map(dense),
  };
  for (const text of shownTexts(document).map((raw) => dense(cleanText(raw)))) {
    expect(shown.docx).toContain(text);
    expect(shown.md).toContain(text);
  }
  expect(shown.json).toEqual(strings(document).map((raw) => dense(cleanText(raw))));
}

describe.each(BOTH)("the evening %s", (_which, document) => {
  test("every text in the model appears in every rendered format", async () => {
    await expectEverythingShown(document);
  });

  test("no hidden text appears in any", async () => {
    const { docx, md, json } = await allText(document);
    for (const text of Object.values(HIDDEN)) {
      for (const file of [docx, shownMarkdown(md), json]) expect(dense(file)).not.toContain(text);
    }
  });
});

test("whatever people write appears in every rendered format", async () => {
  await fc.assert(
    fc.asyncProperty(hostileInput, async (input) => expectEverythingShown(buildMinutes(input))),
    { numRuns: 25 },
  );
}, 120_000);

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
