import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildDocument } from "../../../../shared/documents/build-document.ts";
import type { DocumentInput } from "../../../../shared/documents/input.ts";
import { inSetupOrder } from "../../../../shared/documents/sections/setup-order.ts";
import { DOCUMENT_NAMES, type DocumentName } from "../../../../shared/protocol/document-names.ts";
import { modelOf, withSetup } from "../../../support/documents/built-model.ts";
import { HIDDEN_BESIDE, WHOLE_EVENING } from "../../../support/documents/documents-evening.ts";
import { keyedPlaces } from "../../../support/documents/keyed-places.ts";
import { tableTexts } from "../../../support/documents/table-texts.ts";
import { EVENING, person, question, room, session } from "../../../support/sample/minutes-evening.ts";
import { shownTexts } from "../../../support/sample/minutes-texts.ts";

const sectionsOf = (name: DocumentName, input: DocumentInput) =>
  buildDocument(name, input)
    .outline.sections.filter(({ isPart }) => isPart === undefined)
    .map(({ key }) => key);
const headings = (name: DocumentName, input: DocumentInput, level = 1) =>
  modelOf(name, input).blocks.flatMap((block) =>
    block.kind === "heading" && block.level === level
      ? [(block.number ?? "") + block.runs.map(({ text }) => text).join("")]
      : [],
  );

describe("[X7] sections", () => {
  test.each([
    ["minutes", ["overview", "room:plenary", "room:first", "room:second", "measures", "open", "attendance"]],
    ["results", ["overview", "room:first", "room:plenary"]],
    ["experience", ["overview", "tag:replicable", "tag:policy", "tag:untagged"]],
    ["statistics", ["overview", "units", "natures", "times"]],
    ["lists", ["questions", "tasks", "duties"]],
    ["attendance", ["overview", "people"]],
  ] as const)("%s consist of what they are known by", (name, keys) => {
    expect(sectionsOf(name, WHOLE_EVENING)).toEqual(keys);
  });

  test.each(DOCUMENT_NAMES)("%s: hidden one by one, each leaves what the others say", (name) => {
    const all = modelOf(name, WHOLE_EVENING);
    for (const key of sectionsOf(name, WHOLE_EVENING)) {
      const { model, outline } = buildDocument(name, withSetup(WHOLE_EVENING, name, { hidden: [key] }));
      expect(outline.sections.find((section) => section.key === key)?.isShown).toBe(false);
      const left = new Set(keyedPlaces(model).map((place) => place.key));
      const places = keyedPlaces(all).filter((place) => !left.has(place.key));
      const figures = all.blocks.length > model.blocks.length;
      expect(places.length > 0 || figures, key).toBe(true);
      const kept = keyedPlaces(all).flatMap((place) => (left.has(place.key) ? [place.key] : []));
      // A gist is told where it is read first.
      const told = keyedPlaces(model).filter((place) => !place.key.startsWith("speech:"));
      expect(told.map((place) => place.key)).toEqual(kept.filter((place) => !place.startsWith("speech:")));
    }
  });

  test("are counted as they are shown", () => {
    const input = withSetup(WHOLE_EVENING, "minutes", {
      sections: ["measures", "room:second", "overview"],
      hidden: ["room:plenary", "room:second"],
    });
    expect(headings("minutes", input)).toEqual(["一、下一步措施", "二、尚待办理", "三、第一组"]);
  });

  test("begin pages wherever they come to stand", () => {
    const input = withSetup(WHOLE_EVENING, "lists", { sections: ["duties", "questions"], hidden: ["tasks"] });
    expect(headings("lists", input)).toEqual(["一、责任清单", "二、问题清单"]);
    const kinds = modelOf("lists", input).blocks.map(({ kind }) => kind);
    expect(kinds).toEqual(["heading", "table", "pageBreak", "heading", "table"]);
  });

  test("the attendance stands where it is put, or nowhere", () => {
    const first = modelOf(
      "minutes",
      withSetup(WHOLE_EVENING, "minutes", { sections: ["attendance", "overview"] }),
    );
    expect(first.blocks.map(({ kind }) => kind).indexOf("attendance")).toBe(0);
    const none = modelOf("minutes", withSetup(WHOLE_EVENING, "minutes", { hidden: ["attendance"] }));
    expect(shownTexts(none).join()).not.toContain("出席");
  });

  test("the gist of a speech is told in the section in which it is read first", () => {
    const told = (setup: Parameters<typeof withSetup>[2]) =>
      keyedPlaces(modelOf("experience", withSetup(WHOLE_EVENING, "experience", setup))).flatMap(({ key }) =>
        /gist/.test(key) ? [key] : [],
      );
    const [first, ...later] = told({});
    expect([first, later.length > 1]).toEqual(["speech:grid/gist/line/1", true]);
    const hidden = told({ hidden: ["tag:replicable"] });
    expect(hidden).toEqual([
      "speech:rooms/gist/line/1",
      "speech:rooms/gist/line/2",
      "speech:grid/gist/line/1",
    ]);
    expect(told({ sections: ["overview", "tag:untagged", "tag:replicable"] }).slice(0, 2)).toEqual([
      "speech:grid/gist/line/1",
      "tag:replicable/speech:grid/gistAbove",
    ]);
  });

  test("parts of rooms are ordered and hidden in all of them, and a room with nothing left to show is gone", () => {
    const parts = buildDocument("minutes", WHOLE_EVENING).outline.sections.filter(({ isPart }) => isPart);
    expect(parts.map(({ key }) => key)).toEqual(["questions", "speeches", "notes"]);
    const turned = withSetup(WHOLE_EVENING, "minutes", { sections: ["notes", "questions"] });
    expect(headings("minutes", turned, 2).slice(2)).toEqual([
      "（一）研讨记录",
      "（二）问题与答复",
      "（三）发言",
    ]);
    const hidden = withSetup(WHOLE_EVENING, "minutes", { hidden: ["questions", "notes", "speeches"] });
    expect(headings("minutes", hidden)).toEqual(["一、第二组", "二、下一步措施", "三、尚待办理"]);
  });

  test("a session without a setup is ordered as it is built, and one that names everything likewise", () => {
    for (const name of DOCUMENT_NAMES) {
      const sections = sectionsOf(name, WHOLE_EVENING);
      expect(modelOf(name, withSetup(WHOLE_EVENING, name, { sections }))).toEqual(
        modelOf(name, WHOLE_EVENING),
      );
    }
  });

  test("what came later stands behind what it is built behind; all are there once", () => {
    const keys = fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e", "f"));
    fc.assert(
      fc.property(keys, keys, (built, order) => {
        const items = built.map((key) => ({ key }));
        const placed = inSetupOrder(items, order).map(({ key }) => key);
        expect([...placed].sort()).toEqual([...built].sort());
        expect(placed.filter((key) => order.includes(key))).toEqual(
          order.filter((key) => built.includes(key)),
        );
        for (const [at, key] of built.entries()) {
          if (order.includes(key)) continue;
          expect(placed.indexOf(key)).toBe(at === 0 ? 0 : placed.indexOf(built[at - 1] ?? key) + 1);
        }
      }),
    );
  });
});

describe("[X7] the minutes by unit", () => {
  const input = withSetup(WHOLE_EVENING, "minutes", { grouping: "unit" });

  test("have the questions under their lead unit by 排序号, what nobody leads last, then speeches and notes", () => {
    expect(sectionsOf("minutes", input)).toEqual([
      "overview",
      ...sectionsOf("minutes", input).filter((key) => key.startsWith("unit:")),
      ...(sectionsOf("minutes", input).includes("noUnit") ? ["noUnit"] : []),
      "speeches",
      "notes",
      "measures",
      "open",
      "attendance",
    ]);
    const records = [
      session(),
      room("plenary", "大会", 0),
      person({ personId: "b", order: 1, name: "乙", unit: "乙局", side: "municipal" }),
      person({ personId: "a", order: 2, name: "甲", unit: "甲局", side: "municipal" }),
      question("1", { text: "问一", leadUnit: "甲局" }),
      question("2", { text: "问二", leadUnit: "乙局" }),
      question("3", { text: "问三", leadUnit: null, status: "answered" }),
      question("4", { text: "问四", leadUnit: "甲局", askedAt: 1 }),
    ];
    const ordered = withSetup({ ...EVENING, notes: [], records }, "minutes", { grouping: "unit" });
    expect(headings("minutes", ordered)).toEqual(["一、乙局", "二、甲局", "三、尚未明确主办单位"]);
    expect(headings("minutes", ordered, 3)).toEqual(["1.问二", "1.问四", "2.问一", "1.问三"]);
  });

  test("say all that they say by room", () => {
    const words = (model: ReturnType<typeof modelOf>) =>
      new Set(
        keyedPlaces(model)
          .filter(({ key }) => /^(question|answer|speech|point|notes):?/.test(key) && !key.endsWith("/title"))
          .map(({ key, text }) => `${key} ${text}`)
          .filter((one) => !/^(?:speeches|notes)\/\w+ /.test(one)),
      );
    expect(words(modelOf("minutes", input))).toEqual(words(modelOf("minutes", WHOLE_EVENING)));
  });
});

describe("[X5] measures and what stays open", () => {
  test("are what units have in the ledger or accepted, with date, and what nobody has", () => {
    const tables = tableTexts(modelOf("minutes", WHOLE_EVENING));
    const measures = tables.find(([head]) => head?.includes("主办单位")) ?? [];
    expect(measures.slice(1).map(([, matter, lead, , due]) => [matter, lead, due])).toEqual([
      ["保税物流中心（B型）申报材料由哪个部门牵头汇总？", "市商务局", "2026年2月23日"],
      ["储能电站项目落地时，其他县是怎样争取到指标的？", "市发展改革委", "【待填】"],
      ["煤改电补贴何时拨付到县？", "市财政局", "2026年2月10日"],
    ]);
    expect(shownTexts(modelOf("minutes", WHOLE_EVENING))).toContain(
      "高速出入口连接线的养护由谁出资？（新增）",
    );
  });

  test("have no heading where there are none", () => {
    const records = [session(), room("plenary", "大会", 0), question("q", { text: "问" })];
    expect(headings("minutes", { ...EVENING, notes: [], records })).toEqual(["一、大会"]);
  });
});

describe("[X8] for whom a document is", () => {
  const inner = { disclosure: "staff" } as const;

  test.each(["minutes", "results", "lists", "assignments"] as const)(
    "%s for staff has what is for staff alone, says so in the title, and never what is not to be recorded",
    (name) => {
      const records = WHOLE_EVENING.records.map((record) =>
        record.kind === "question" && record.questionId === "secret"
          ? { ...record, status: "accepted", acceptedAt: 1, promisedBy: null, handOn: null, routedAt: 1 }
          : record,
      ) as DocumentInput["records"];
      const input = { ...WHOLE_EVENING, records };
      const open = shownTexts(modelOf(name, input)).join("\n");
      const staff = modelOf(name, withSetup(input, name, inner));
      expect(open).not.toContain(HIDDEN_BESIDE.staffOnly);
      expect(shownTexts(staff).join("\n")).toMatch(
        new RegExp(`${HIDDEN_BESIDE.staffOnly}|${HIDDEN_BESIDE.staffOnlyRow}`),
      );
      expect(staff.title).toMatch(/（内部）$/);
      expect(shownTexts(staff).join("\n")).not.toContain(HIDDEN_BESIDE.unrecorded);
    },
  );

  test.each(["minutes", "results", "lists", "assignments"] as const)(
    "%s that name nobody as asking have neither name nor unit of any asker",
    (name) => {
      const asker = person({
        personId: "only",
        order: 90,
        name: "问者名",
        unit: "问者单位",
        arrivedAt: null,
        removed: true,
      });
      const records = WHOLE_EVENING.records.map((record) => {
        if (record.kind === "question") return { ...record, askerId: "only", anonymous: false, merged: null };
        return record.kind === "followup"
          ? { ...record, askers: [{ askerId: "only", anonymous: false }] }
          : record;
      });
      const input: DocumentInput = { ...WHOLE_EVENING, records: [...records, asker] };
      expect(JSON.stringify(modelOf(name, input))).toMatch(/问者名|问者单位/);
      const unnamed = JSON.stringify(modelOf(name, withSetup(input, name, { namesAskers: false })));
      expect(unnamed).not.toMatch(/问者名|问者单位|提出人|提出：/);
    },
  );
});
