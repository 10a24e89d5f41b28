import { expect } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { renderMarkdown } from "../../../server/documents/markdown/render-markdown.ts";
import { renderJson } from "../../../server/documents/render-json.ts";
import { cleanText } from "../../../shared/documents/clean-text.ts";
import type { DocumentModel } from "../../../shared/documents/model.ts";
import { dense, shownMarkdown, shownTexts } from "../sample/minutes-texts.ts";
import { openDocx, textOf } from "./docx-file.ts";

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

/** Expects every text of the model in every format. */
export async function expectEverythingShown(document: DocumentModel): Promise<void> {
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

/** Expects none of `texts` in any format. */
export async function expectNothingShown(document: DocumentModel, texts: readonly string[]): Promise<void> {
  const { docx, md, json } = await allText(document);
  for (const text of texts) {
    for (const file of [docx, shownMarkdown(md), json]) expect(dense(file)).not.toContain(text);
  }
}
