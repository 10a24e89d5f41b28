import { describe, expect, test } from "vitest";
import { pinDigits } from "../../../client/features/join/pin-digits.ts";
import { findSeats, seatsOf } from "../../../client/features/join/seats.ts";
import { fits, loadReadText, normaliseTyped, type Readings } from "../../../client/ui/search/pinyin-match.ts";

const LOBBY = {
  sessionId: "s",
  title: "t",
  startsAt: null,
  place: null,
  status: "open" as const,
  units: [
    {
      unit: "文峰区财政局",
      people: [
        { personId: "p1", name: "郑文海", post: "副局长" },
        { personId: "p2", name: "许立新", post: null },
      ],
    },
    { unit: "重庆路街道", people: [{ personId: "p3", name: "单雄信", post: null }] },
    { unit: "汤阴县", people: [{ personId: "p4", name: "欧阳 春燕", post: null }] },
  ],
};

const seats = seatsOf(LOBBY);
const read = await loadReadText();
const readings = new Map<string, Readings>(
  seats.flatMap(({ name, unit }) => [name, unit]).map((text) => [text, read(text)]),
);
const found = (typed: string) => findSeats(typed, seats, readings).map(({ personId }) => personId);

describe("finding oneself", () => {
  test.each([
    ["郑", ["p1"]],
    ["文海", ["p1"]],
    ["zwh", ["p1"]],
    ["zhwh", ["p1"]],
    ["ZWH", ["p1"]],
    ["zhengwenhai", ["p1"]],
    ["zhengwh", ["p1"]],
    ["zheng wen", ["p1"]],
    ["wh", ["p1"]],
    ["ｚｗｈ", ["p1"]],
    ["财政局", ["p1", "p2"]],
    ["czj", ["p1", "p2"]],
    ["wfq", ["p1", "p2"]],
    ["sxx", ["p3"]],
    ["dxx", ["p3"]],
    ["cql", ["p3"]],
    ["zql", ["p3"]],
    ["欧阳春燕", ["p4"]],
    ["oycy", ["p4"]],
    ["财政局郑", ["p1"]],
    ["xyz", []],
    ["张伟", []],
  ])("%s", (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  test("nothing typed shows all, in the order of the roster", () => {
    expect(found("")).toEqual(["p1", "p2", "p3", "p4"]);
  });

  test("a name that fits stands before a unit that fits", () => {
    expect(found("w")[0]).toBe("p1");
    expect(found("x")).toEqual(["p2", "p3", "p4"]);
  });

  test("without the dictionary characters still find", () => {
    expect(findSeats("文海", seats, new Map()).map(({ personId }) => personId)).toEqual(["p1"]);
    expect(fits("zwh", "郑文海", undefined)).toBe(false);
  });

  test("the input method's apostrophes and spaces do not count", () => {
    expect(normaliseTyped("Zheng'wen hai")).toBe("zhengwenhai");
  });
});

describe("finding names as they are typed and not as they are written", () => {
  const people = ["买买提·艾力", "卓玛．央金", "吕伟", "⻢建国"].map((name, index) => {
    return { personId: `p${index + 5}`, name, unit: "市⻄城管委会", post: null };
  });
  const texts = new Map(people.flatMap(({ name, unit }) => [name, unit]).map((text) => [text, read(text)]));

  test.each([
    ["买买提艾力", ["p5"]],
    ["买买提•艾力", ["p5"]],
    ["买买提.艾力", ["p5"]],
    ["买买提 艾力", ["p5"]],
    ["maimaitiaili", ["p5"]],
    ["mmtal", ["p5"]],
    ["aili", ["p5"]],
    ["卓玛·央金", ["p6"]],
    ["zmyj", ["p6"]],
    ["lüwei", ["p7"]],
    ["lǚ wěi", ["p7"]],
    ["lvwei", ["p7"]],
    ["lyuwei", ["p7"]],
    ["luwei", ["p7"]],
    ["马建国", ["p8"]],
    ["majianguo", ["p8"]],
    ["mjg", ["p8"]],
    ["西城", ["p5", "p6", "p7", "p8"]],
  ])("%s", (typed, expected) => {
    expect(findSeats(typed, people, texts).map(({ personId }) => personId)).toEqual(expected);
  });
});

test.each([
  ["123456", "123456"],
  ["123 456", "123456"],
  ["口令：123-456", "123456"],
  ["１２３４５６", "123456"],
  ["12345678", "123456"],
  ["abc", ""],
])("the digits of %s are %s", (typed, digits) => {
  expect(pinDigits(typed)).toBe(digits);
});
