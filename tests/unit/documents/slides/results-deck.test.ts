import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildDocument } from "../../../../shared/documents/build-document.ts";
import type { DocumentInput } from "../../../../shared/documents/input.ts";
import type { SlideDeck } from "../../../../shared/documents/slides/deck.ts";
import { resultsDeck } from "../../../../shared/documents/slides/results-deck.ts";
import type { AnyRecord } from "../../../../shared/domain/records.ts";
import { disclosureSchema } from "../../../../shared/protocol/commands/questions.ts";
import { modelOf } from "../../../support/documents/built-model.ts";
import { HIDDEN_ANYWHERE, WHOLE_EVENING } from "../../../support/documents/documents-evening.ts";
import { question } from "../../../support/sample/minutes-evening.ts";
import { dense, hostileInput, shownTexts } from "../../../support/sample/minutes-texts.ts";

function deckOf(input: DocumentInput): SlideDeck {
  return resultsDeck(buildDocument("results", input).model, input);
}

function withRecords(...records: AnyRecord[]): DocumentInput {
  return { ...WHOLE_EVENING, records: [...WHOLE_EVENING.records, ...records] };
}

/** What stands on the pages, a line each. */
function textsOf({ title, meta, parts }: SlideDeck): string[] {
  const joined = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join("");
  return [
    title,
    ...meta.map(({ label, runs }) => label + joined(runs)),
    ...parts.flatMap((part) => [
      joined(part.title),
      joined(part.facts),
      ...part.lines.map(({ marker, runs }) => [marker, joined(runs)].join(" ").trim()),
    ]),
  ];
}

const DECK = deckOf(WHOLE_EVENING);

describe("[X21] the slides of the results", () => {
  test("begin with a title, then a part a group and the plenary", () => {
    expect(DECK.title).toBe("全市县域经济高质量发展专题研讨班分组研讨成果汇编");
    expect(DECK.meta.map(({ label }) => label)).toEqual(["时间：", "地点："]);
    expect(DECK.parts.map(({ title }) => title.map(({ text }) => text).join(""))).toEqual(["第一组", "大会"]);
  });

  test("tell of a group who leads it, its experience, its questions with what became of them, its notes", () => {
    const [first] = DECK.parts;
    if (first === undefined) throw new Error("no part");
    const texts = textsOf({ ...DECK, meta: [], parts: [first] }).slice(1);
    expect(texts.slice(0, 5)).toEqual([
      "第一组",
      "组长：文峰区财政局 孟庆华。",
      "经验要点2条",
      "1. 先建后招，厂房建到七成就开始招商（滑县人民政府 刘文波；可复制；想学的单位：文峰区财政局、内黄县人民政府）",
      "2. 收储闲置厂房（滑县人民政府 刘文波；需政策支持）",
    ]);
    expect(texts).toContain("保税物流中心（B型）申报材料由哪个部门牵头汇总？");
    expect(texts).toContain("研讨记录");
    expect(texts).toContain("盘活闲置资产的三条路子");
  });

  test("have the five questions that most share, most first, and say of how many", () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      question(`q${at}`, { text: `问题之${at}`, roomId: "first", support: at, askedAt: at }),
    );
    const [first] = deckOf(withRecords(...many)).parts;
    const texts = textsOf({ ...DECK, parts: first === undefined ? [] : [first] });
    const asked = texts.filter((text) => text.startsWith("问题之"));
    expect(asked).toEqual([8, 7, 6, 5, 4].map((at) => `问题之${at}`));
    expect(texts).toContain("问题11个，列出同问最多的5个");
    expect(texts.some((text) => text.includes("同问8"))).toBe(true);
  });

  test("end with the figures of the statistics, where these are shown", () => {
    expect(DECK.figures.map(({ title }) => title)).toContain("各主办单位的问题");
    expect(DECK.figures).toEqual(
      modelOf("statistics", WHOLE_EVENING).blocks.filter(({ kind }) => kind === "figure"),
    );
  });

  test("of nothing say so", () => {
    const empty = deckOf({ ...WHOLE_EVENING, records: [], notes: [] });
    expect(textsOf(empty)).toContain("本次研讨没有可收录的成果。");
  });
});

describe("[X22] they say nothing that the document does not", () => {
  test("nothing that is hidden anywhere", () => {
    const texts = dense(textsOf(DECK).join("\n"));
    for (const hidden of HIDDEN_ANYWHERE) expect(texts).not.toContain(dense(hidden));
  });

  test.each(disclosureSchema.options.filter((one) => one !== "open"))(
    "nothing of a question that is %s",
    (disclosure) => {
      const records = WHOLE_EVENING.records.map((record) =>
        record.kind === "question" ? { ...record, disclosure } : record,
      );
      const texts = textsOf(deckOf({ ...WHOLE_EVENING, records })).join("\n");
      for (const record of WHOLE_EVENING.records)
        if (record.kind === "question") expect(texts).not.toContain(record.text);
    },
  );

  test("a wording is that of the document, a place left out is left out", () => {
    const edit = (key: string, source: string, text: string) =>
      ({
        id: `documentEdit:results:${key}`,
        kind: "documentEdit",
        rev: 9,
        documentName: "results",
        key,
        source,
        text,
        editedBy: "organiser",
        editedAt: 1,
      }) as AnyRecord;
    const asked = WHOLE_EVENING.records.find(
      (record) => record.kind === "question" && record.text.startsWith("保税物流中心"),
    );
    if (asked?.kind !== "question") throw new Error("no question");
    const key = `question:${asked.questionId}/text`;
    const reworded = textsOf(deckOf(withRecords(edit(key, asked.text, "保税物流中心归谁管？"))));
    expect(reworded).toContain("保税物流中心归谁管？");
    expect(reworded).not.toContain(asked.text);
    expect(textsOf(deckOf(withRecords(edit(key, asked.text, ""))))).not.toContain(asked.text);
  });

  test("a room that the setup hides is on no page", () => {
    const hidden = {
      id: "documentSetup:results",
      kind: "documentSetup",
      rev: 9,
      documentName: "results",
      redHead: null,
      grouping: "room",
      namesAskers: true,
      disclosure: "open",
      sections: [],
      hidden: ["room:first"],
    } as AnyRecord;
    const { parts } = deckOf(withRecords(hidden));
    expect(parts.map(({ title }) => title.map(({ text }) => text).join(""))).toEqual(["大会"]);
  });

  test("whatever people write: each title and each line of text is one of the document", () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        const document = dense(shownTexts(buildDocument("results", input).model).join("\n"));
        for (const { title, facts, lines } of deckOf(input).parts) {
          const said = [title, facts, ...lines.filter(({ look }) => look === "text").map(({ runs }) => runs)];
          for (const runs of said)
            for (const { text } of runs) if (text !== " | ") expect(document).toContain(dense(text));
        }
      }),
      { numRuns: 100 },
    );
  });
});
