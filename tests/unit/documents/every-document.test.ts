import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { DOCUMENTS, documentOf } from "../../../shared/documents/documents.ts";
import { disclosureSchema } from "../../../shared/protocol/commands/questions.ts";
import { DOCUMENT_FORMATS, DOCUMENT_NAMES } from "../../../shared/protocol/document-names.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { HIDDEN_ANYWHERE, WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { expectEverythingShown, expectNothingShown } from "../../support/documents/every-format.ts";
import { session } from "../../support/sample/minutes-evening.ts";
import { hostileInput, shownTexts } from "../../support/sample/minutes-texts.ts";

describe.each(DOCUMENT_NAMES)("%s", (name) => {
  const { formats } = DOCUMENTS[name];
  const document = modelOf(name, WHOLE_EVENING);

  test("every text in the model appears in every rendered format", async () => {
    await expectEverythingShown(document);
  });

  test("[X4] no hidden text appears in any", async () => {
    await expectNothingShown(document, HIDDEN_ANYWHERE);
  });

  test("[X4] whoever is hidden among the askers of a joined question stays hidden", async () => {
    const askers = [
      { askerId: "hidden", anonymous: true },
      { askerId: "liu", anonymous: false },
    ];
    const records = WHOLE_EVENING.records.map((record) => {
      if (record.kind === "question") return { ...record, merged: { from: ["other"], askers } };
      return record.kind === "followup" ? { ...record, askers } : record;
    });
    await expectNothingShown(modelOf(name, { ...WHOLE_EVENING, records }), HIDDEN_ANYWHERE);
  });

  test.each(disclosureSchema.options.filter((one) => one !== "open"))(
    "[X4] nothing of a question that is %s, of its answers and of its row in the ledger is in it",
    (disclosure) => {
      const records = WHOLE_EVENING.records.map((record) =>
        record.kind === "question" ? { ...record, disclosure } : record,
      );
      const texts = shownTexts(modelOf(name, { ...WHOLE_EVENING, records })).join("\n");
      for (const { text } of WHOLE_EVENING.records.flatMap((record) =>
        record.kind === "question" || record.kind === "answer" || record.kind === "followup" ? [record] : [],
      )) {
        expect(texts).not.toContain(text);
      }
    },
  );

  test("the same input gives the same bytes, whatever the order of records", async () => {
    const reversed = modelOf(name, { ...WHOLE_EVENING, records: [...WHOLE_EVENING.records].reverse() });
    expect(reversed).toEqual(document);
    expect((await renderDocx(reversed)).equals(await renderDocx(document))).toBe(true);
  });

  test("[X5] a session of which nothing is known has no empty headings and tables", () => {
    const { blocks } = modelOf(name, { ...WHOLE_EVENING, records: [], notes: [] });
    for (const [index, block] of blocks.entries()) {
      if (block.kind === "heading") expect(blocks[index + 1]?.kind).toBe("paragraph");
      expect(block.kind).not.toBe("table");
    }
  });

  test("says that it comes from a rehearsal", () => {
    const records = [session({ rehearsalOf: "other" })];
    expect(shownTexts(modelOf(name, { ...WHOLE_EVENING, records }))).toContain(
      "说明：本件由演练生成，不作为正式记录",
    );
  });

  test("is found by its file names, and by no other format", () => {
    for (const format of DOCUMENT_FORMATS) {
      expect(documentOf(`${name}.${format}`)).toEqual(formats.includes(format) ? { name, format } : null);
    }
    expect(documentOf(`${name}.exe`)).toBeNull();
  });
});

test("whatever people write appears in every rendered format of every document", async () => {
  await fc.assert(
    fc.asyncProperty(hostileInput, fc.constantFrom(...DOCUMENT_NAMES), async (input, name) =>
      expectEverythingShown(modelOf(name, input)),
    ),
    { numRuns: 30 },
  );
}, 120_000);
