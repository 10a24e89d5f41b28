import { describe, expect, test } from "vitest";
import type { DocumentInput } from "../../../shared/documents/input.ts";
import { calendarParts } from "../../../shared/documents/moment.ts";
import { en } from "../../../shared/messages/en.ts";
import { chineseNumeral } from "../../../shared/messages/zh-CN/numeral.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { attendanceIn, modelOf, withSetup } from "../../support/documents/built-model.ts";
import {
  answer,
  EVENING,
  EVENING_RECORDS,
  HIDDEN,
  OPTIONS,
  person,
  question,
  RED_HEAD,
  room,
  STARTS_AT,
  session,
} from "../../support/sample/minutes-evening.ts";
import { shownTexts } from "../../support/sample/minutes-texts.ts";

const DOCUMENT = modelOf("minutes", EVENING);
const TEXTS = shownTexts(DOCUMENT);
const MISSING = zhCN.minutes.placeholder;

function build(...records: DocumentInput["records"]) {
  return modelOf("minutes", { ...EVENING, records, notes: [] });
}

describe("what stands in the minutes", () => {
  test("the plain 情况汇总 is the default, with time, place and who held it", () => {
    expect(DOCUMENT.title).toBe("全市县域经济高质量发展专题研讨班分组研讨情况汇总");
    expect(DOCUMENT.redHead).toBeNull();
    expect(DOCUMENT.imprint).toBeNull();
    expect(TEXTS).toContain("时间：2026年2月3日19:30");
    expect(TEXTS).toContain("地点：市委党校三楼会议室");
    expect(TEXTS).toContain("主持：市委党校 马志强");
    expect(TEXTS).toContain("记录：市委党校 吴晓芸");
  });

  test("the plenary comes first, then rooms by their order", () => {
    const sections = DOCUMENT.blocks.filter((block) => block.kind === "heading" && block.level === 1);
    expect(sections.slice(0, 3)).toMatchObject([
      { number: "一、", runs: [{ text: "大会" }] },
      { number: "二、", runs: [{ text: "第一组" }] },
      { number: "三、", runs: [{ text: "第二组" }] },
    ]);
  });

  test("a question tells who asked, its nature, its support, its units, the lead's answer before what another said earlier, and what became of it", () => {
    const from = TEXTS.findIndex((text) => text.startsWith("1.专项债券"));
    expect(TEXTS.slice(from, from + 7)).toEqual([
      "1.专项债券项目第二次审核由谁负责、需要多长时间？对年内发行进度有多大影响？",
      "提出：文峰区财政局 郑文海；性质：难点；同问：12人。",
      "主办：市财政局；协办：市发展改革委、市商务局。",
      "市财政局（主办，现场口头答复）：二审由市财政局预审后报省厅，一般15个工作日；材料齐全的，不影响年内发行。",
      "市发展改革委（补充，书面答复）：第二次审核由省发展改革委、省财政厅联合组织。",
      "我委每月5日前集中报送一次，请各县提前10个工作日备齐材料。",
      "办理结果：已解决。",
    ]);
  });

  test("[Q10] what a county answers a county is marked and counted", () => {
    const mutual = EVENING.records.map((record) =>
      record.kind === "question" && record.leadUnit === "市财政局"
        ? { ...record, leadUnit: "滑县人民政府" }
        : record,
    );
    const texts = shownTexts(build(...mutual));
    expect(texts).toContain("主办：滑县人民政府（县区互问）；协办：市发展改革委、市商务局。");
    expect(texts.filter((text) => /其中县区互问\d个。$/u.test(text))).toHaveLength(1);
    expect(TEXTS.join()).not.toContain("县区互问");
  });

  test("attendance goes by 排序号; neighbours of a unit share its name; whoever was removed stands there only if they came", () => {
    expect(attendanceIn(DOCUMENT).map(({ status }) => status)).toEqual(["present", "absent", "observing"]);
    expect(TEXTS).toContain(
      "出席：市财政局 张志远；市发展改革委 钱程；市商务局 赵敏；滑县人民政府 刘文波；文峰区财政局 郑文海、许立新；汤阴县统计局 冯早退",
    );
    expect(TEXTS).toContain("未到：内黄县人民政府 王建国");
    expect(TEXTS).toContain("列席：市委党校 吴晓芸；省委党校 周敏");
    expect(TEXTS.join()).not.toContain("陈未来");
  });

  test("[P4] who asked for leave stands apart from who is missing, and who came after all is present", () => {
    const document = build(
      session(),
      person({ personId: "a", order: 1, name: "甲", unit: "甲县" }),
      person({ personId: "b", order: 2, name: "乙", unit: "乙县", arrivedAt: null, excused: true }),
      person({ personId: "c", order: 3, name: "丙", unit: "丙县", arrivedAt: null }),
      person({ personId: "d", order: 4, name: "丁", unit: "丁县", excused: false }),
      person({
        personId: "e",
        order: 5,
        name: "戊",
        unit: "党校",
        side: "observer",
        arrivedAt: null,
        excused: true,
        excuseReason: "省里开会",
        substitute: "副校长 庚",
      }),
      person({
        personId: "f",
        order: 6,
        name: "己",
        unit: "己县",
        arrivedAt: null,
        excused: true,
        removed: true,
      }),
    );
    expect(attendanceIn(document).map(({ status }) => status)).toEqual(["present", "excused", "absent"]);
    const lines = shownTexts(document);
    expect(lines).toContain("出席：甲县 甲；丁县 丁");
    expect(lines).toContain("请假：乙县 乙；党校 戊（副校长 庚代）");
    expect(lines.join()).not.toContain("省里开会");
    expect(lines).toContain("未到：丙县 丙");
  });

  test("the order of people is kept even where a unit comes twice", () => {
    const document = build(
      session(),
      person({ personId: "c", order: 3, name: "丙", unit: "甲县" }),
      person({ personId: "b", order: 2, name: "乙", unit: "乙县" }),
      person({ personId: "a", order: 1, name: "甲", unit: "甲县" }),
    );
    expect(shownTexts(document)).toContain("出席：甲县 甲；乙县 乙；甲县 丙");
  });

  test("a room's notes follow its questions, each part with its heading only where there are both", () => {
    const parts = DOCUMENT.blocks.filter((block) => block.kind === "heading" && block.level === 2);
    expect(parts).toMatchObject([
      { number: "（一）", runs: [{ text: "问题与答复" }] },
      { number: "（二）", runs: [{ text: "研讨记录" }] },
    ]);
    expect(TEXTS).toContain("没有公开的问题和记录。");
    expect(DOCUMENT.blocks).toContainEqual({
      kind: "list",
      items: [
        { depth: 0, marker: { kind: "task", done: true }, runs: [{ text: "收集各县闲置厂房清单" }] },
        { depth: 0, marker: { kind: "task", done: false }, runs: [{ text: "月底前报市商务局汇总" }] },
      ],
    });
  });

  test("the footer carries the journal's head", () => {
    expect(DOCUMENT.footer).toMatchObject({ seq: 128, hash: OPTIONS.head.hash });
    expect(DOCUMENT.footer.text).toContain("128");
    expect(DOCUMENT.footer.text).toContain(OPTIONS.head.hash);
  });
});

describe("what never stands in them", () => {
  test.each(Object.entries(HIDDEN))("%s", (_what, text) => {
    expect(JSON.stringify(DOCUMENT)).not.toContain(text);
  });

  test("an anonymous asker who sits in the room is named in the attendance alone", () => {
    const asker = person({ personId: "zheng", order: 1, name: "郑文海", unit: "文峰区财政局" });
    const document = build(
      session(),
      room("plenary", "大会", 0),
      asker,
      question("q", { text: "问", anonymous: true }),
    );
    const beside = document.blocks.filter(({ kind }) => kind !== "attendance");
    expect(JSON.stringify(beside)).not.toMatch(/郑文海|文峰区财政局|zheng/);
    expect(shownTexts(document)).toContain("提出：不公开姓名。");
  });

  test("an answer to a question that is not public", () => {
    const texts = shownTexts(
      build(
        session(),
        room("plenary", "大会", 0),
        question("q", { text: "问" }, { status: "pending", leadUnit: null }),
        answer("a", { questionId: "q", text: "答" }),
      ),
    );
    expect(texts.join()).not.toMatch(/问：|答$/);
    expect(texts).toContain("本次研讨没有公开问题。");
  });
});

describe("what is missing is a placeholder, never a guess", () => {
  test("time, place, moderator, recorder, those present", () => {
    const document = build(session({ startsAt: null, place: null }));
    for (const { runs } of [...document.meta, ...attendanceIn(document)]) {
      expect(runs).toEqual([{ text: MISSING, placeholder: true }]);
    }
  });

  test("a lead unit, the answer to a closed question, an asker the roster does not know", () => {
    const texts = shownTexts(
      build(
        session(),
        room("plenary", "大会", 0),
        question(
          "q",
          { text: "问", askerId: "organiser" },
          { status: "closed", outcome: "resolved", closedAt: STARTS_AT, leadUnit: null },
        ),
      ),
    );
    expect(texts).toEqual(
      expect.arrayContaining([`提出：${MISSING}。`, `主办：${MISSING}。`, `答复：${MISSING}。`]),
    );
  });

  test("a question nobody has answered yet misses no answer", () => {
    const texts = shownTexts(
      build(session(), room("plenary", "大会", 0), question("q", { text: "问" }, { status: "routed" })),
    );
    expect(texts.join()).not.toContain("答复：");
    expect(texts).toContain("办理结果：已分办，尚未答复。");
  });

  test("a moderator who did not come is not said to have moderated", () => {
    const absent = person({
      personId: "m",
      name: "马",
      unit: "党校",
      side: "staff",
      duties: ["moderator"],
      arrivedAt: null,
    });
    expect(build(session(), absent).meta[2]?.runs).toEqual([{ text: MISSING, placeholder: true }]);
  });

  test("everything the red head needs and nobody gave", () => {
    const redHead = { sign: null, serial: null, issuer: null, issuedOn: null, copyTo: [] };
    const document = modelOf("minutes", withSetup(EVENING, "minutes", { redHead }));
    const missing = { text: MISSING, placeholder: true };
    expect(document.redHead).toEqual({
      sign: [missing, { text: "纪要" }],
      serial: null,
      issuer: [missing],
      issuedOn: [missing],
    });
    expect(document.imprint).toEqual({ copyTo: null, issuer: [missing], printedOn: [missing] });
  });
});

describe("the red head", () => {
  const red = modelOf("minutes", withSetup(EVENING, "minutes", { redHead: RED_HEAD }));

  test("is a switch: sign, serial, issuer and date above, 版记 below, the same body between", () => {
    expect(red.title).toBe("全市县域经济高质量发展专题研讨班分组研讨纪要");
    expect(red.redHead).toEqual({
      sign: [{ text: "市委组织部专题会议纪要" }],
      serial: "第3期",
      issuer: [{ text: "中共××市委组织部" }],
      issuedOn: [{ text: "2026年2月3日" }],
    });
    expect(red.imprint).toEqual({
      copyTo: { label: "抄送：", runs: [{ text: "市委办公室、市政府办公室、各县（区）委组织部。" }] },
      issuer: [{ text: "中共××市委组织部" }],
      printedOn: [{ text: "2026年2月3日印发" }],
    });
    expect(red.blocks).toEqual(DOCUMENT.blocks);
  });
});

describe("the same input gives the same document", () => {
  test("whatever the order of records", () => {
    const turned = modelOf("minutes", { ...EVENING, records: [...EVENING_RECORDS].reverse() });
    expect(JSON.stringify(turned)).toBe(JSON.stringify(DOCUMENT));
  });

  test("and neither records nor notes are changed", () => {
    const before = JSON.stringify(EVENING);
    modelOf("minutes", EVENING);
    expect(JSON.stringify(EVENING)).toBe(before);
  });
});

describe("words", () => {
  test("in English nothing is left in Chinese but what people wrote", () => {
    const input: DocumentInput = {
      ...EVENING,
      records: [
        session({ title: "T", place: "P" }),
        room("plenary", "R", 0),
        question("q", { text: "Q", leadUnit: "L", supportUnits: ["S"], nature: "pain", support: 2 }),
        answer("a", { questionId: "q", text: "A", unit: "L" }),
        person({ personId: "zheng", name: "N", unit: "U" }),
      ],
      notes: [{ roomId: "plenary", blocks: [{ kind: "truncated" }] }],
      messages: en,
    };
    const redHead = { sign: null, serial: null, issuer: null, issuedOn: STARTS_AT, copyTo: ["C"] };
    const document = modelOf("minutes", withSetup(input, "minutes", { redHead, disclosure: "staff" }));
    expect(shownTexts(document).join("\n")).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
  });

  test.each([
    [0, "1970年1月1日8:00"],
    [Date.UTC(2026, 1, 3, 16, 5), "2026年2月4日0:05"],
    [Date.UTC(2025, 11, 31, 15, 59), "2025年12月31日23:59"],
  ])("the instant %d in Shanghai is %s", (at, text) => {
    const { year, month, day, hour, minute } = calendarParts(at, "Asia/Shanghai");
    expect(zhCN.minutes.dateTime(year, month, day, hour, minute)).toBe(text);
  });

  test.each([
    ["1", "一"],
    ["10", "十"],
    ["11", "十一"],
    ["20", "二十"],
    ["60", "六十"],
    ["61", "六十一"],
    ["100", "一百"],
    ["103", "一百零三"],
    ["110", "一百一十"],
    ["215", "二百一十五"],
  ])("%s is %s", (count, numeral) => {
    expect(chineseNumeral(count)).toBe(numeral);
  });
});
