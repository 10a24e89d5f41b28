import { describe, expect, test } from "vitest";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { point, speech, WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { session } from "../../support/sample/minutes-evening.ts";
import { shownTexts } from "../../support/sample/minutes-texts.ts";

const build = (...records: AnyRecord[]) =>
  shownTexts(modelOf("experience", { ...WHOLE_EVENING, records: [session(), ...records] }));

describe("经验做法摘编", () => {
  test("goes by tag, then by speech: whose it is, what it is and who wants to learn it, the gist it comes from once", () => {
    const texts = shownTexts(modelOf("experience", WHOLE_EVENING));
    const from = texts.indexOf("摘自2篇发言，共4条。");
    expect(texts.slice(from, -1)).toEqual([
      "摘自2篇发言，共4条。",
      "一、可复制的经验做法",
      "1.文峰区财政局 许立新",
      "先落实接入条件，再报规模",
      "发言要点：储能项目怎样落地。",
      "2.滑县人民政府 刘文波",
      "先建后招，厂房建到七成就开始招商（想学的单位：文峰区财政局、内黄县人民政府）",
      "发言要点：标准厂房先建后招。",
      "一年招了五家。",
      "二、需政策支持的经验做法",
      "1.滑县人民政府 刘文波",
      "收储闲置厂房",
      "发言要点见“可复制的经验做法”部分。",
      "三、其他经验做法",
      "1.文峰区财政局 许立新",
      "每周调度一次",
      "发言要点见“可复制的经验做法”部分。",
    ]);
  });

  test("a speech of which only the gist was noted is not in it", () => {
    expect(build(speech("s", "xu", { gist: "只有要点。" })).join()).not.toContain("只有要点");
  });

  test("whose it is is to be filled in where the roster does not know; without a gist there is none", () => {
    const texts = build(speech("s", "gone"), point("p", "s", { text: "做法", tag: "policy" }));
    expect(texts.slice(-4, -1)).toEqual(["一、需政策支持的经验做法", "1.【待填】", "做法"]);
  });

  test("says so where nothing was noted", () => {
    expect(build()).toContain("本次研讨没有记录经验要点。");
  });
});
