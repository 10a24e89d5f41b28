import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { renderMarkdown } from "../../../server/documents/markdown/render-markdown.ts";
import { printedPages } from "../../../server/documents/pdf/printed-pages.ts";
import { renderPptx } from "../../../server/documents/pptx/render-pptx.ts";
import { renderJson } from "../../../server/documents/render-json.ts";
import { OFFICIAL_STYLE } from "../../../server/documents/style/style.ts";
import { textDigest } from "../../../server/text-digest.ts";
import { buildLedgerSheet } from "../../../shared/documents/sheets/ledger-sheet.ts";
import { resultsDeck } from "../../../shared/documents/slides/results-deck.ts";
import { watermarkOf } from "../../../shared/documents/watermark.ts";
import { ledgerFile } from "../../../shared/messages/ledger/zh-CN.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { elements, openDocx, textOf } from "../../support/documents/docx-file.ts";
import { csvFileOf, planOf, sheetOf, xlsxOf } from "../../support/ledger/ledger-file.ts";
import { ledgerSession } from "../../support/ledger/ledger-session.ts";
import { EVENING } from "../../support/sample/minutes-evening.ts";
import { shownMarkdown } from "../../support/sample/minutes-texts.ts";
import { actor, play, sampleSession } from "../../support/sample/sample-session.ts";

const WORDS = "市委党校 吴敏 & <乙> 2026年2月3日20:15 导出";
const PLAIN = modelOf("minutes", EVENING);
const MARKED = { ...PLAIN, watermark: WORDS };
/** 2026-02-03 20:15 in Beijing. */
const AT = Date.UTC(2026, 1, 3, 12, 15);

describe("[X18] a file tells who takes it and when", () => {
  test("where the session says so, by unit and name", () => {
    const session = sampleSession();
    const marked = play(
      [{ actor: actor("organiser"), command: { type: "session.update", settings: { watermark: true } } }],
      session,
    );
    expect(watermarkOf(actor("recorder"), session, AT, zhCN)).toBeUndefined();
    const { unit, name } =
      marked.find("person", `person:${(actor("recorder") as { personId: string }).personId}`) ?? {};
    expect(watermarkOf(actor("recorder"), marked, AT, zhCN)).toBe(`${unit} ${name} 2026年2月3日20:15 导出`);
    expect(watermarkOf(actor("organiser"), marked, AT, zhCN)).toBe("组织者 2026年2月3日20:15 导出");
  });

  test("behind odd and even pages of a .docx, in no theme's font, and nowhere else in it", async () => {
    const docx = await openDocx(await renderDocx(MARKED));
    const heads = [...docx.parts].filter(([path]) => /^word\/header\d\.xml$/.test(path));
    expect(heads).toHaveLength(2);
    for (const [, head] of heads) {
      const words = elements(head, "v:textpath").flatMap(({ attributes }) => attributes.string ?? []);
      expect(words).toEqual([WORDS, WORDS, WORDS]);
      for (const { attributes } of elements(head, "w:rFonts"))
        expect(Object.keys(attributes).filter((name) => /theme/i.test(name))).toEqual([]);
    }
    expect(textOf(docx.part("word/document.xml"))).not.toContain("吴敏");
    const kinds = elements(docx.part("word/document.xml"), "w:headerReference").map(
      ({ attributes }) => attributes["w:type"],
    );
    expect(kinds.sort()).toEqual(["default", "even"]);
    const plain = await openDocx(await renderDocx(PLAIN));
    expect([...plain.parts.keys()].filter((path) => path.includes("header"))).toEqual([]);
  });

  test("a line of .md, a field of .json, pale words behind the pages of a .pdf", () => {
    expect(shownMarkdown(renderMarkdown(MARKED).toString()).trimEnd().endsWith(WORDS)).toBe(true);
    expect(JSON.parse(renderJson(MARKED).toString()).watermark).toBe(WORDS);
    expect(JSON.parse(renderJson(PLAIN).toString())).not.toHaveProperty("watermark");
    expect(printedPages(MARKED, OFFICIAL_STYLE).watermark?.runs.map(({ text }) => text)).toEqual([WORDS]);
    expect(printedPages(PLAIN, OFFICIAL_STYLE).watermark).toBeNull();
  });

  test("behind every page of a .pptx, and in no other part of it", async () => {
    const deck = { ...resultsDeck(modelOf("results", EVENING), EVENING), watermark: WORDS };
    const zip = await JSZip.loadAsync(await renderPptx(deck));
    const parts = Object.keys(zip.files).filter((name) => name.endsWith(".xml"));
    const marked: string[] = [];
    for (const name of parts) {
      const xml = (await zip.file(name)?.async("string")) ?? "";
      if (xml.includes("市委党校 吴敏 &amp; &lt;乙&gt;")) marked.push(name);
    }
    expect(marked).toEqual(["ppt/slideMasters/slideMaster1.xml"]);
    expect(resultsDeck({ ...modelOf("results", EVENING), watermark: WORDS }, EVENING).watermark).toBe(WORDS);
  });

  test("at the head of printed pages of a ledger, which comes back as if nothing were said", async () => {
    const state = ledgerSession();
    const sheet = { ...sheetOf(state), watermark: WORDS };
    const file = await xlsxOf(sheet);
    const zip = await JSZip.loadAsync(file);
    const xml = (await zip.file("xl/worksheets/sheet1.xml")?.async("string")) ?? "";
    expect(xml).toContain(
      "<oddHeader>&amp;C市委党校 吴敏 &amp;&amp; &lt;乙&gt; 2026年2月3日20:15 导出</oddHeader><oddFooter>",
    );
    const results = async (returned: Buffer) =>
      (await planOf(returned, state)).rows.map(({ number, result }) => `${number} ${result}`);
    expect(await results(file)).toEqual(["1 unchanged", "2 unchanged", "3 unchanged"]);
    expect(csvFileOf(sheet).toString()).not.toContain("吴敏");
  });

  test("on several ledgers together where one that has rows in the file asks for it", () => {
    const marking = {
      actor: actor("organiser"),
      command: { type: "session.update", settings: { watermark: true } },
    } as const;
    const plain = ledgerSession();
    const [marked, rowless] = [play([marking], plain), play([marking], sampleSession())];
    const markOf = (isOfClass: boolean, ...states: readonly (typeof plain)[]) =>
      buildLedgerSheet({
        sources: states.map((state) => ({ records: [...state.everything()] })),
        unit: null,
        isOfClass,
        words: ledgerFile,
        digestOf: textDigest,
        watermark: WORDS,
      }).watermark;
    expect(markOf(true, plain, marked)).toBe(WORDS);
    expect(markOf(true, marked, rowless)).toBe(WORDS);
    expect(markOf(true, plain, rowless)).toBeUndefined();
    // A session's own ledger is marked by whoever hands it out, with rows or without.
    expect(markOf(false, rowless)).toBe(WORDS);
  });

  test("the same words give the same bytes, others others", async () => {
    const bytes = await renderDocx(MARKED);
    expect(bytes.equals(await renderDocx(MARKED))).toBe(true);
    expect(bytes.equals(await renderDocx({ ...PLAIN, watermark: "组织者" }))).toBe(false);
  });
});
