import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildDocument } from "../../../../shared/documents/build-document.ts";
import type { DocumentInput } from "../../../../shared/documents/input.ts";
import { DOCUMENT_NAMES, type DocumentName } from "../../../../shared/protocol/document-names.ts";
import { modelOf, withEdit, withSetup } from "../../../support/documents/built-model.ts";
import { WHOLE_EVENING } from "../../../support/documents/documents-evening.ts";
import { expectEverythingShown } from "../../../support/documents/every-format.ts";
import { keyedPlaces } from "../../../support/documents/keyed-places.ts";
import { session } from "../../../support/sample/minutes-evening.ts";
import { hostileInput } from "../../../support/sample/minutes-texts.ts";

/** The evening with its lines of notes named, as documents read them. */
const NAMED: DocumentInput = {
  ...WHOLE_EVENING,
  notes: WHOLE_EVENING.notes.map((notes) => ({
    ...notes,
    blocks: notes.blocks.map((block, at) =>
      block.kind === "paragraph" || block.kind === "heading" ? { ...block, line: `7.${at}` } : block,
    ),
  })),
};
const textAt = (name: DocumentName, input: DocumentInput, key: string) =>
  keyedPlaces(modelOf(name, input)).find((place) => place.key === key)?.text;

describe("[X11] keys", () => {
  test.each(DOCUMENT_NAMES)("no two places of %s share one, whatever is in it", (name) => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(NAMED), hostileInput), (input) => {
        const keys = keyedPlaces(modelOf(name, input)).map(({ key }) => key);
        expect(keys).toEqual([...new Set(keys)]);
      }),
      { numRuns: 30 },
    );
  });

  test.each(DOCUMENT_NAMES)("everything that %s say in blocks can be worded", (name) => {
    for (const block of modelOf(name, NAMED).blocks) {
      if (block.kind === "heading") expect(block.key, JSON.stringify(block)).toBeDefined();
      if (block.kind === "attendance" || block.kind === "signature")
        for (const { key } of block.lines) expect(key).toBeDefined();
    }
  });

  test("are the same whatever comes before them", () => {
    const before = keyedPlaces(modelOf("minutes", NAMED));
    const more = NAMED.records.flatMap((record) =>
      record.kind === "question" && record.questionId === "toll"
        ? [record, { ...record, id: "question:0", questionId: "0", askedAt: 0, text: "更早的问题" }]
        : [record],
    );
    const after = new Map(
      keyedPlaces(modelOf("minutes", { ...NAMED, records: more })).map(({ key, text }) => [key, text]),
    );
    for (const { key, text } of before)
      if (!/overview|position/.test(key)) expect(after.get(key), key).toBe(text);
  });
});

describe("[X10] a document that is worded", () => {
  test.each(DOCUMENT_NAMES)(
    "%s: every place can be, shows it in every format, and changes nothing beside it",
    async (name) => {
      const places = keyedPlaces(modelOf(name, NAMED)).filter(({ text }) => text.trim() !== "");
      let input = NAMED;
      for (const [at, { key, text }] of places.entries())
        if (at % 3 === 0)
          input = withEdit(input, name, { key, source: text, text: `改${at}·${text.slice(1)}` });
      const { model, outline } = buildDocument(name, input);
      const worded = new Map(keyedPlaces(model).map(({ key, text }) => [key, text]));
      for (const [at, { key, text }] of places.entries())
        expect(worded.get(key)).toBe(at % 3 === 0 ? `改${at}·${text.slice(1)}` : text);
      expect(outline.edits.every(({ state }) => state === "applied")).toBe(true);
      expect(outline.edits).toHaveLength(Math.ceil(places.length / 3));
      await expectEverythingShown(model);
    },
  );

  test("random wordings over random sessions, and then other data: each is applied, contested or gone, and all are told of", () => {
    const wording = fc.record({ at: fc.nat(), text: fc.string({ maxLength: 12 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENT_NAMES),
        hostileInput,
        hostileInput,
        fc.array(wording, { maxLength: 6 }),
        (name, then, now, wordings) => {
          const places = keyedPlaces(modelOf(name, then));
          const edits = new Map(
            wordings.map(({ at, text }) => {
              const { key = "title", text: source = "" } = places[at % places.length] ?? {};
              return [key, { key, source, text: text.trim() || "改" }];
            }),
          );
          let input = now;
          for (const edit of edits.values()) input = withEdit(input, name, edit);
          const built = new Map(keyedPlaces(modelOf(name, now)).map(({ key, text }) => [key, text]));
          const { model, outline } = buildDocument(name, input);
          const shown = new Map(keyedPlaces(model).map(({ key, text }) => [key, text]));
          expect(new Set(outline.edits.map(({ key }) => key))).toEqual(new Set(edits.keys()));
          for (const { key, state, text, now: told } of outline.edits) {
            expect(state === "gone").toBe(!built.has(key));
            if (state !== "changed") continue;
            expect(told).toBeDefined();
            const either = [text, told ?? ""].map((one) => one.replaceAll("\n", " "));
            expect(either).toContain((shown.get(key) ?? "").replaceAll("\n", " "));
          }
          for (const [key, text] of built) if (!edits.has(key)) expect(shown.get(key), key).toBe(text);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("new words of the place and of the session stand side by side; the same words are contested with both texts", () => {
    const key = "overview";
    const source = textAt("minutes", WHOLE_EVENING, key) ?? "";
    const edit = { key, source, text: source.replace("本次研讨", "本次专题研讨") };
    const fewer = WHOLE_EVENING.records.filter(({ id }) => id !== "answer:toll");
    const now = textAt("minutes", { ...WHOLE_EVENING, records: fewer }, key) ?? "";
    expect(now).not.toBe(source);
    const apart = buildDocument("minutes", withEdit({ ...WHOLE_EVENING, records: fewer }, "minutes", edit));
    expect(keyedPlaces(apart.model).find((place) => place.key === key)?.text).toBe(
      now.replace("本次研讨", "本次专题研讨"),
    );
    expect(apart.outline.edits).toEqual([{ ...edit, state: "applied", now }]);
    const same = { key, source, text: source.replace(/答复\d+条/u, "答复若干条") };
    const contested = buildDocument(
      "minutes",
      withEdit({ ...WHOLE_EVENING, records: fewer }, "minutes", same),
    );
    expect(contested.outline.edits).toEqual([{ ...same, state: "changed", now }]);
    expect(keyedPlaces(contested.model).find((place) => place.key === key)?.text).toBe(same.text);
  });

  test("what is built no longer is gone and told of; what is hidden is not gone", () => {
    const edit = {
      key: "question:toll/outcome",
      source: "办理结果：转入台账。",
      text: "办理结果：已转台账。",
    };
    const worded = withEdit(WHOLE_EVENING, "minutes", edit);
    const hidden = withSetup(worded, "minutes", { hidden: ["room:plenary", "room:first"] });
    expect(buildDocument("minutes", hidden).outline.edits).toEqual([{ ...edit, state: "applied" }]);
    const withoutPart = withSetup(worded, "minutes", { hidden: ["questions"] });
    expect(buildDocument("minutes", withoutPart).outline.edits).toEqual([{ ...edit, state: "applied" }]);
    const records = worded.records.filter(({ id }) => id !== "question:toll");
    expect(buildDocument("minutes", { ...worded, records }).outline.edits).toEqual([
      { ...edit, state: "gone" },
    ]);
  });

  test("a document is worded by itself: another one says what it said", () => {
    const edit = { key: "title", source: textAt("lists", WHOLE_EVENING, "title") ?? "", text: "清单" };
    const worded = withEdit(WHOLE_EVENING, "lists", edit);
    expect(modelOf("lists", worded).title).toBe("清单");
    expect(modelOf("minutes", worded)).toEqual(modelOf("minutes", WHOLE_EVENING));
  });
});

describe("[X12] what is missing", () => {
  const records = [session({ startsAt: null, place: null }), ...WHOLE_EVENING.records.slice(1)];
  const bare: DocumentInput = { ...WHOLE_EVENING, records };

  test.each(DOCUMENT_NAMES)("%s: each place that shows a placeholder is listed, and no other", (name) => {
    const { model, outline } = buildDocument(name, bare);
    const shown = keyedPlaces(model).filter(({ text }) => text.includes("【待填】"));
    expect(new Set(outline.missing.map(({ key }) => key))).toEqual(new Set(shown.map(({ key }) => key)));
    expect(JSON.stringify(model)).not.toContain('"missing"');
    expect(outline.missing.map(({ key, label }) => `${key} ${label}`)).toEqual([
      ...new Set(outline.missing.map(({ key, label }) => `${key} ${label}`)),
    ]);
  });

  test("with what it is and where it is filled in", () => {
    const { missing } = buildDocument(
      "minutes",
      withSetup(bare, "minutes", { redHead: emptyRedHead }),
    ).outline;
    expect(missing).toEqual(
      expect.arrayContaining([
        { key: "redHead/sign", label: "纪要标志", fill: { at: "redHead" } },
        { key: "redHead/issuer", label: "印发机关", fill: { at: "redHead" } },
        { key: "redHead/issuedOn", label: "印发日期", fill: { at: "redHead" } },
        { key: "meta/time", label: "时间", fill: { at: "session" } },
        {
          key: "measures/storage/due",
          label: "办结期限（储能电站项目落地时，其他县…）",
          fill: { at: "ledger", id: "storage" },
        },
      ]),
    );
  });

  test("is listed no longer once it is worded over, or hidden", () => {
    const keys = (input: DocumentInput) =>
      buildDocument("minutes", input).outline.missing.map(({ key }) => key);
    expect(keys(bare)).toContain("meta/place");
    const worded = withEdit(bare, "minutes", { key: "meta/place", source: "【待填】", text: "三楼会议室" });
    expect(keys(worded)).not.toContain("meta/place");
    expect(keys(withSetup(bare, "minutes", { hidden: ["measures"] }))).not.toContain("measures/storage/due");
  });
});

const emptyRedHead = { sign: null, serial: null, issuer: null, issuedOn: null, copyTo: [] };
