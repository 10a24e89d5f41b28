import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { importOf, plannedLines } from "../../support/sample/collected-lines.ts";
import { given, played } from "../../support/sample/question-moves.ts";
import { csv } from "../../support/sample/roster-lines.ts";
import { namedId, personId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const HEAD = "提问单位,提问人,问题,性质,希望答复单位";
const session = sampleSession();
const lines = (...rows: string[]) => plannedLines(csv(HEAD, ...rows), session);

describe("who asked", () => {
  test("is found by name and unit, however they are spelled", async () => {
    expect(await lines("滑 县 政 府,刘　文　波（女）,甲问,,", "文峰区财政局,郑文海,乙问,,")).toEqual([
      "2 刘文波 滑县政府 甲问 - -",
      "3 郑文海 文峰区财政局 乙问 - -",
    ]);
  });

  test("by the name alone where one has it and the unit is not said or said shorter; the row says so", async () => {
    expect(await lines(",郑文海,甲问,,", "滑县,刘文波,乙问,,")).toEqual([
      "2 郑文海 文峰区财政局 甲问 - - asker_by_name",
      "3 刘文波 滑县政府 乙问 - - asker_by_name",
    ]);
  });

  test("as the only one of the unit where no name is said", async () => {
    expect(await lines("内黄县政府,,甲问,,")).toEqual(["2 王建国 内黄县政府 甲问 - - asker_of_unit"]);
  });

  test("waits for a decision where the roster has no such person or the name is another unit's", async () => {
    expect(await lines("内黄县政府,郑文海,甲问,,", "汤阴县,石某,乙问,,", ",,丙问,,")).toEqual([
      "2 undecided",
      "3 undecided",
      "4 undecided",
    ]);
  });

  test("a decision holds for every row that has the same written: somebody, or the staff for a unit", async () => {
    const file = csv(HEAD, "汤阴县,石某,甲问,,", "汤 阴 县,石某,乙问,,", "殷都区,柳某,丙问,,");
    const askers = [
      { unit: "汤阴县", name: "石某", personId: personId("asker") },
      { unit: "殷都区", name: "柳某", personId: null },
    ];
    expect(await plannedLines(file, session, { askers, units: [] })).toEqual([
      "2 郑文海 文峰区财政局 甲问 - -",
      "3 郑文海 文峰区财政局 乙问 - -",
      "4 staff 殷都区 丙问 - -",
    ]);
  });

  test("[V8] is nobody where askers are never recorded, and nothing of it is in the command", async () => {
    const never = play(
      [
        {
          actor: { kind: "organiser" },
          command: { type: "session.update", settings: { anonymity: "never" } },
        },
      ],
      session,
    );
    const file = csv(HEAD, "滑县政府,刘文波,甲问,,", "汤阴县,石某,乙问,,");
    expect(await plannedLines(file, never)).toEqual(["2 nobody 甲问 - -", "3 nobody 乙问 - -"]);
    expect(JSON.stringify(await importOf(file, never))).not.toMatch(/leader|滑县|汤阴/u);
  });
});

describe("the unit that is meant", () => {
  test("is found by its name, by its ending alone, as the first of several, or left open and told", async () => {
    expect(
      await lines(
        "滑县政府,刘文波,甲问,,市财政局",
        "滑县政府,刘文波,乙问,,商务局",
        "滑县政府,刘文波,丙问,,市统计局、市发改委",
        "滑县政府,刘文波,丁问,,市统计局",
        "滑县政府,刘文波,戊问,,无",
      ),
    ).toEqual([
      "2 刘文波 滑县政府 甲问 - 市财政局",
      "3 刘文波 滑县政府 乙问 - 市商务局 unit_guessed",
      "4 刘文波 滑县政府 丙问 - 市发改委 units_several",
      "5 刘文波 滑县政府 丁问 - - unit_unknown",
      "6 刘文波 滑县政府 戊问 - -",
    ]);
  });

  test("财政局 is no one's where several end so, and a decision says whose it is", async () => {
    const file = csv(HEAD, "滑县政府,刘文波,甲问,,财政局");
    expect(await plannedLines(file, session)).toEqual(["2 刘文波 滑县政府 甲问 - - unit_unknown"]);
    const units = [{ written: "财政局", unit: "市财政局" }];
    expect(await plannedLines(file, session, { askers: [], units })).toEqual([
      "2 刘文波 滑县政府 甲问 - 市财政局",
    ]);
  });
});

describe("natures and texts", () => {
  test("natures are read as they are written", async () => {
    const rows = ["难点", "痛点类", "堵点问题", "其他", ""].map(
      (nature, at) => `滑县政府,刘文波,第${at}问,${nature},`,
    );
    expect((await lines(...rows)).map((line) => line.split(" ").slice(4).join(" "))).toEqual([
      "difficulty -",
      "pain -",
      "blockage -",
      "- - nature_unknown",
      "- -",
    ]);
  });

  test("numbers are dropped where every row has one, and kept where one has none or goes on counting", async () => {
    const asked = (...texts: string[]) => lines(...texts.map((text) => `滑县政府,刘文波,${text},,`));
    const texts = async (...given: string[]) => (await asked(...given)).map((line) => line.split(" ")[3]);
    expect(await texts("1.甲问", "2、乙问", "（三）丙问", "④丁问")).toEqual(["甲问", "乙问", "丙问", "丁问"]);
    expect(await texts("1.甲问", "乙问")).toEqual(["1.甲问", "乙问"]);
    expect(await texts("1.5亿元资金何时到位", "2.乙问")).toEqual(["1.5亿元资金何时到位", "2.乙问"]);
    const own = await plannedLines(csv("提问人,问题", '刘文波,"1.甲\n2.乙"', "刘文波,1.丙"), session);
    expect(own).toEqual([
      "2 刘文波 滑县政府 1.甲\n2.乙 - - asker_by_name",
      "3 刘文波 滑县政府 1.丙 - - asker_by_name",
    ]);
  });

  test("what is too long is refused with its length and not cut, what cannot be read with why", async () => {
    const long = "长".repeat(LIMITS.questionMaxChars + 7);
    expect(
      await lines(
        `滑县政府,刘文波,${long},,`,
        "滑县政府,刘文波,,,",
        "滑县政府,刘文波,无,,",
        "滑县政府,刘文波,#N/A,,",
        "滑县政府,刘文波,坏\uFFFD字,,",
      ),
    ).toEqual([
      `2 text_too_long ${long.length}`,
      "3 text_missing",
      "4 text_missing",
      "5 formula_error",
      "6 text_unreadable",
    ]);
  });

  test("the same question of the same asker is taken once", async () => {
    expect(
      await lines("滑县政府,刘文波,甲 问？,,", "滑县政府,刘文波,甲问。,,", "内黄县政府,王建国,甲问,,"),
    ).toEqual(["2 刘文波 滑县政府 甲 问？ - -", "3 duplicate_row 2", "4 王建国 内黄县政府 甲问 - -"]);
  });
});

describe("[Q11] the same list once more", () => {
  const file = csv(HEAD, "滑县政府,刘文波,甲问,,", "汤阴县,石某,乙问,,", "殷都区,柳某,丙问,,");
  const decisions = {
    askers: [
      { unit: "汤阴县", name: "石某", personId: null },
      { unit: "殷都区", name: "柳某", personId: personId("asker") },
    ],
    units: [],
  };
  const there = ["2 there", "3 there", "4 there"];

  test("is there already, with the decisions and without them, also after the wording was corrected", async () => {
    const command = await importOf(file, session, decisions);
    const imported = played(session, ["organiser", command]);
    expect(await plannedLines(file, imported, decisions)).toEqual(there);
    expect(await plannedLines(file, imported)).toEqual(there);
    const questionId = command.questions[0]?.questionId ?? "";
    const edited = played(imported, ["moderator", { type: "question.edit", questionId, text: "改过" }]);
    expect(await plannedLines(file, edited)).toEqual(there);
  });

  test("what the asker has asked meanwhile counts as well; another's does not", async () => {
    const ask = {
      type: "question.ask",
      questionId: namedId("own"),
      roomId: ROOMS.plenary,
      text: "甲问",
    } as const;
    expect((await plannedLines(file, given(["leader", ask])))[0]).toBe("2 there");
    expect((await plannedLines(file, given(["asker", ask])))[0]).toBe("2 刘文波 滑县政府 甲问 - -");
  });
});
