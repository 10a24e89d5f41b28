import { describe, expect, test } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { renderMarkdown } from "../../../server/documents/markdown/render-markdown.ts";
import type { AgendaItemRecord, AgendaRecord } from "../../../shared/domain/agenda/records.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { openDocx, textOf } from "../../support/documents/docx-file.ts";
import { EVENING, room, STARTS_AT, session } from "../../support/sample/minutes-evening.ts";
import { dense, shownMarkdown, shownTexts } from "../../support/sample/minutes-texts.ts";

const MINUTE_MS = 60_000;

function item(itemId: string, fields: Partial<AgendaItemRecord>): AgendaItemRecord {
  return {
    id: `agendaItem:${itemId}`,
    kind: "agendaItem",
    rev: 1,
    itemId,
    title: itemId,
    itemKind: "questions",
    plannedMs: null,
    roomSet: { kind: "plenary" },
    ledBy: null,
    startedAt: null,
    endedAt: null,
    spentMs: 0,
    runningSince: null,
    removed: false,
    ...fields,
  };
}

const agenda = (...itemIds: string[]): AgendaRecord => ({
  id: "agenda:this",
  kind: "agenda",
  rev: 1,
  itemIds,
  currentItemId: null,
  step: null,
});
const HELD = { startedAt: STARTS_AT, endedAt: STARTS_AT + MINUTE_MS };
const ITEMS = [
  item("skipped", { title: "表决", plannedMs: 5 * MINUTE_MS }),
  item("asking", { title: "提问解惑", plannedMs: 40 * MINUTE_MS, spentMs: 47.6 * MINUTE_MS, ...HELD }),
  item("mistake", { title: "汇报", spentMs: 5_000, ...HELD }),
  item("now", { title: "经验分享", startedAt: STARTS_AT + 50 * MINUTE_MS, runningSince: STARTS_AT }),
  item("gone", { title: "撤掉的一项", removed: true, ...HELD }),
];
const ORDER = agenda("asking", "gone", "now", "mistake", "skipped");
const build = (...records: (AgendaItemRecord | AgendaRecord)[]) =>
  modelOf("minutes", { ...EVENING, notes: [], records: [session(), room("plenary", "大会", 0), ...records] });

describe("[A5] the agenda in the minutes", () => {
  test("planned and taken time stand side by side, in the order of the agenda, after the rooms", () => {
    const texts = shownTexts(build(...ITEMS, ORDER));
    const from = texts.indexOf("二、议程用时");
    expect(from).toBeGreaterThan(texts.indexOf("一、大会"));
    expect(texts.slice(from + 1, from + 24)).toEqual([
      ...["议程", "开始时间", "计划用时", "实际用时"],
      ...["提问解惑", "19:30", "40分钟", "48分钟"],
      ...["经验分享", "20:20", "未定", "进行中"],
      ...["汇报", "19:30", "未定", "不足1分钟"],
      ...["表决", "未进行", "5分钟", "未进行"],
      ...["合计", "45分钟", "48分钟"],
    ]);
    expect(texts.join()).not.toContain("撤掉的一项");
  });

  test("is in docx and Markdown as well", async () => {
    const document = build(...ITEMS, ORDER);
    const docx = dense(textOf((await openDocx(await renderDocx(document))).part("word/document.xml")));
    const md = dense(shownMarkdown(renderMarkdown(document).toString("utf8")));
    for (const text of ["二、议程用时", "提问解惑", "48分钟"]) {
      expect(docx).toContain(text);
      expect(md).toContain(text);
    }
  });

  test("an agenda that nobody began is not in them, and neither is none", () => {
    expect(build(item("asking", { title: "提问解惑" }), agenda("asking"))).toEqual(build());
  });
});
