import { describe, expect, test } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { renderMarkdown } from "../../../server/documents/markdown/render-markdown.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import type { PointRecord, SpeechRecord } from "../../../shared/domain/speaking/records.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { openDocx, textOf } from "../../support/documents/docx-file.ts";
import { EVENING, person, room, session } from "../../support/sample/minutes-evening.ts";
import { dense, shownMarkdown, shownTexts } from "../../support/sample/minutes-texts.ts";

function speech(speechId: string, personId: string, fields: Partial<SpeechRecord> = {}): SpeechRecord {
  return {
    id: `speech:${speechId}`,
    kind: "speech",
    rev: 1,
    speechId,
    personId,
    roomId: "plenary",
    order: 1,
    asked: false,
    gist: null,
    startedAt: 1_000,
    budgetMs: null,
    spokenMs: 60_000,
    endedAt: 2_000,
    status: "over",
    ...fields,
  } as SpeechRecord;
}

function point(pointId: string, speechId: string, fields: Partial<PointRecord>): PointRecord {
  return {
    id: `point:${pointId}`,
    kind: "point",
    rev: 1,
    pointId,
    speechId,
    personId: "hua",
    roomId: "plenary",
    order: 1,
    text: pointId,
    tag: null,
    wanters: [],
    removed: false,
    ...fields,
  };
}

const PEOPLE = [
  person({ personId: "hua", order: 3, name: "刘文波", unit: "滑县人民政府" }),
  person({ personId: "nei", order: 2, name: "王建国", unit: "内黄县人民政府", removed: true }),
  person({ personId: "wen", order: 1, name: "郑文海", unit: "文峰区财政局" }),
];
const ROOM = room("plenary", "大会", 0);
const build = (...records: AnyRecord[]) =>
  modelOf("minutes", { ...EVENING, notes: [], records: [session(), ROOM, ...PEOPLE, ...records] });

describe("[L8] speeches in the minutes", () => {
  const SAID = [
    speech("second", "hua", {
      gist: "标准厂房先建后招。\n一年招了五家。",
      order: 1,
      startedAt: 5_000,
    } as Partial<SpeechRecord>),
    speech("first", "nei", { gist: "储能项目怎样落地。", order: 2 }),
    point("q", "second", { order: 2, text: "收储闲置厂房", tag: "policy" }),
    point("p", "second", { order: 1, text: "先建后招", tag: "replicable", wanters: ["nei", "wen"] }),
    point("gone", "second", { order: 3, text: "撤掉的一条", removed: true }),
  ];

  test("stand in the order they were heard, with gist, experience, its tag and who wants to learn it", () => {
    const texts = shownTexts(build(...SAID));
    const from = texts.indexOf("1.内黄县人民政府 王建国");
    expect(texts.slice(from, from + 8)).toEqual([
      "1.内黄县人民政府 王建国",
      "发言要点：储能项目怎样落地。",
      "2.滑县人民政府 刘文波",
      "发言要点：标准厂房先建后招。",
      "一年招了五家。",
      "经验要点：",
      "先建后招（可复制；想学的单位：文峰区财政局、内黄县人民政府）",
      "收储闲置厂房（需政策支持）",
    ]);
    expect(texts.join()).not.toContain("撤掉的一条");
    expect(texts).toContain("本次研讨没有公开问题。发言2人次，记录经验要点2条。");
  });

  test("one of which nothing was noted lacks its gist; one that was only queued is not in them", () => {
    const queued = speech("queued", "wen", { status: "waiting" } as Partial<SpeechRecord>);
    const texts = shownTexts(build(speech("bare", "hua"), queued));
    expect(texts).toContain("发言要点：【待填】");
    expect(texts).not.toContain("2.文峰区财政局 郑文海");
    expect(texts).toContain("本次研讨没有公开问题。发言1人次，记录经验要点0条。");
  });

  test("are in docx and Markdown as well", async () => {
    const document = build(...SAID);
    const docx = dense(textOf((await openDocx(await renderDocx(document))).part("word/document.xml")));
    const md = dense(shownMarkdown(renderMarkdown(document).toString("utf8")));
    for (const text of ["滑县人民政府刘文波", "先建后招（可复制；", "一年招了五家。"]) {
      expect(docx).toContain(text);
      expect(md).toContain(text);
    }
  });
});
