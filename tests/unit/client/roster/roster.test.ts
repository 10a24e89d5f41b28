import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupedPin, sheetsOf } from "../../../../client/features/roster/cards/card-sheets.ts";
import { filterPeople, groupsOf } from "../../../../client/features/roster/people-filter.ts";
import { largestFitting } from "../../../../client/features/stage/largest-fitting.ts";
import { csvOf } from "../../../../shared/documents/sheets/csv.ts";
import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import { personRecord } from "../../../support/storage/journal-batches.ts";

function person(order: number, fields: Partial<PersonRecord>): PersonRecord {
  return personRecord(`p${order}`, { order, name: `人${order}`, ...fields });
}

describe("the people table", () => {
  const people = [
    person(3, {
      name: "李红梅",
      unit: "市财政局",
      post: "副局长",
      side: "municipal",
      group: "第二组",
      arrivedAt: 5,
    }),
    person(1, { name: "郑文海", group: "第一组", sideGuessed: true }),
    person(2, { name: "许立新", unit: "文峰区工信局", seat: "1排2座", excused: true }),
    person(4, { name: "王某", removed: true, group: "第九组" }),
  ];
  const everybody = { text: "", group: "all", side: "all", presence: "all" } as const;
  const names = (filter: Parameters<typeof filterPeople>[1]) =>
    filterPeople(people, filter).map((one) => one.name);

  test("stands in the order of the roster and leaves out who was taken off it", () => {
    expect(names(everybody)).toEqual(["郑文海", "许立新", "李红梅"]);
  });

  test("finds by name, unit, post and seat, all words, full width or not", () => {
    expect(names({ ...everybody, text: "文峰区 郑" })).toEqual(["郑文海"]);
    expect(names({ ...everybody, text: "副局长" })).toEqual(["李红梅"]);
    expect(names({ ...everybody, text: "１排２座" })).toEqual(["许立新"]);
    expect(names({ ...everybody, text: "无此人" })).toEqual([]);
  });

  test("narrows to a group, to nobody's group, to who is here", () => {
    expect(names({ ...everybody, group: { name: "第二组" } })).toEqual(["李红梅"]);
    expect(names({ ...everybody, group: "none" })).toEqual(["许立新"]);
    expect(names({ ...everybody, presence: "arrived" })).toEqual(["李红梅"]);
    expect(names({ ...everybody, presence: "absent" })).toEqual(["郑文海"]);
    expect(names({ ...everybody, presence: "excused" })).toEqual(["许立新"]);
  });

  test("narrows to a side, and to sides that were told from the unit", () => {
    expect(names({ ...everybody, side: "municipal" })).toEqual(["李红梅"]);
    expect(names({ ...everybody, side: "guessed" })).toEqual(["郑文海"]);
  });

  test("lists the groups in the order of their people", () => {
    expect(groupsOf(people.filter((one) => !one.removed))).toEqual(["第一组", "第二组"]);
  });
});

describe("seat cards", () => {
  test("every card stands on exactly one sheet, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 200 }), fc.constantFrom(8, 10), (cards, perSheet) => {
        const sheets = sheetsOf(cards, perSheet);
        expect(sheets.flat()).toEqual(cards);
        expect(sheets.slice(0, -1).every((sheet) => sheet.length === perSheet)).toBe(true);
        expect(sheets.every((sheet) => sheet.length > 0)).toBe(true);
      }),
    );
  });

  test("a PIN is grouped by three, leading zeros kept", () => {
    expect(groupedPin("012345")).toBe("012 345");
    expect(groupedPin("1234")).toBe("123 4");
  });
});

test("the template opens as UTF-8 and quotes what needs it", () => {
  expect(
    csvOf([
      ["姓名", 'a,"b"\nc'],
      ["", "1"],
    ]),
  ).toBe('\uFEFF姓名,"a,""b""\nc"\r\n,1\r\n');
});

describe("the stage shrinks a long text", () => {
  test("to the largest size that fits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 1000 }), (steps, limit) => {
        const scale = largestFitting(steps, (candidate) => candidate * 1000 <= limit);
        const best = Array.from({ length: steps + 1 }, (_, step) => step / steps).filter(
          (candidate) => candidate * 1000 <= limit,
        );
        expect(scale).toBe(Math.max(...best));
      }),
    );
  });

  test("and to the smallest where none fits", () => {
    expect(largestFitting(10, () => false)).toBe(0);
  });
});
