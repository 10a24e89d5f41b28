import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { NOTE_LINES_MAX } from "../../../../client/features/stage/report/note-line.ts";
import { noteLinesOf } from "../../../../client/features/stage/report/notes-lines.ts";
import { reportSheet } from "../../../../client/features/stage/report/report-sheet.ts";
import type { RoomNotes } from "../../../../client/features/stage/report/use-room-notes.ts";
import { type LaidOut, pagesOf } from "../../../../client/features/stage/stage-pages.ts";
import type { StageBlock } from "../../../../client/features/stage/stage-sheet.tsx";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import type { PointView, SpeechView } from "../../../../shared/domain/speaking/views.ts";
import { zhCN } from "../../../../shared/messages/zh-CN.ts";
import { type NotesSketch, node, notesState } from "../../../support/notes/notes-state.ts";
import { personView } from "../../../support/sample/person-view.ts";
import { questionView } from "../../../support/sample/question-view.ts";

const words = zhCN.stage.report;

function linesOf(...children: NotesSketch[]) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, notesState(...children));
  return noteLinesOf(doc);
}

const line = (kind: string, text: string, more = {}) => node("paragraph", { kind, ...more }, text);

describe("[W6] notes before the hall", () => {
  test("are their headings, lists as they are counted, and tables row by row; nothing empty", () => {
    const cell = (text: string) => node("tableCell", {}, line("body", text));
    const lines = linesOf(
      line("heading", "储能", { level: 1 }),
      line("body", ""),
      line("ordered", "先"),
      line("bullet", "电网", { indent: 1 }),
      line("ordered", "后"),
      line("body", "另外"),
      line("ordered", "又", { start: 5 }),
      line("task", "办好", { done: true }),
      node("table", {}, node("tableRow", {}, cell("县区"), cell("家数"))),
    );
    expect(lines.map(({ marker, text }) => `${marker}${text}`)).toEqual([
      "储能",
      "1.先",
      "·电网",
      "2.后",
      "另外",
      "5.又",
      "√办好",
      "县区 | 家数",
    ]);
    expect(lines.filter(({ isHeading }) => isHeading)).toHaveLength(1);
    expect(lines[2]?.indent).toBe(1);
  });

  test("that are longer than is read aloud say that there is more", () => {
    const many = Array.from({ length: NOTE_LINES_MAX + 50 }, (_, at) => line("body", `第${at}行`));
    const lines = linesOf(...many);
    expect(lines).toHaveLength(NOTE_LINES_MAX + 1);
    const sheet = sheetOf({ notes: { status: "read", lines } });
    expect(sheet.at(-1)?.text).toBe(words.notesGoOn);
  });
});

const ROOM_ID = "r";
const room: RoomRecord = {
  id: `room:${ROOM_ID}`,
  kind: "room",
  rev: 1,
  roomId: ROOM_ID,
  name: "第一组",
  roomKind: "breakout",
  order: 1,
  moderation: null,
  status: "open",
  closing: null,
};

function point(id: string, order: number, more: Partial<PointView> = {}): PointView {
  return {
    id: `point:${id}`,
    kind: "point",
    rev: 1,
    pointId: id,
    speechId: "s",
    roomId: ROOM_ID,
    personId: "p",
    order,
    text: `要点${id}`,
    tag: null,
    removed: false,
    owner: { personId: "p", name: "郑文海", unit: "文峰区财政局", post: null },
    wantedBy: [],
    ...more,
  };
}

function sheetOf(more: {
  points?: PointView[];
  questions?: QuestionView[];
  notes?: RoomNotes;
}): StageBlock[] {
  const reported = {
    room,
    rooms: [room],
    people: [],
    speeches: [],
    points: more.points ?? [],
    questions: more.questions ?? [],
    notes: more.notes ?? { status: "read" as const, lines: [] },
  };
  return reportSheet(reported, zhCN);
}

const texts = (sheet: readonly StageBlock[]) => sheet.map(({ text }) => text);

describe("[W7] what staff look at before it is shown is what the hall will read", () => {
  test("no point that was taken away and no other group's", () => {
    const sheet = sheetOf({
      points: [
        point("2", 2),
        point("1", 1, { tag: "replicable", wantedBy: ["滑县政府"] }),
        point("3", 3, { removed: true }),
        point("4", 4, { roomId: "elsewhere" }),
      ],
    });
    expect(texts(sheet)).toEqual(["第一组", words.points(2), "要点1", "要点2"]);
    expect(sheet[2]).toMatchObject({ heading: expect.stringContaining("文峰区财政局 郑文海") });
    expect(sheet[2]).toMatchObject({ heading: expect.stringContaining(zhCN.speaking.point.tags.replicable) });
  });

  test("no question that waits, was declined, is for staff alone or another group's; those most shared first", () => {
    const sheet = sheetOf({
      questions: [
        questionView("a", { support: 1 }),
        questionView("b", { support: 7 }),
        questionView("waits", { status: "pending", held: false } as Partial<QuestionView>),
        questionView("declined", { status: "declined", declineReason: "" } as Partial<QuestionView>),
        questionView("hidden", { disclosure: "staff" }),
        questionView("foreign", { roomId: "elsewhere" }),
      ],
    });
    expect(texts(sheet)).toEqual(["第一组", words.questions(2, 2), "问题 b", "问题 a"]);
  });

  test("of many questions five, and how many there are", () => {
    const questions = Array.from({ length: 9 }, (_, at) => questionView(`${at}`, { support: at }));
    const sheet = sheetOf({ questions });
    expect(texts(sheet)[1]).toBe(words.questions(5, 9));
    expect(sheet).toHaveLength(7);
  });

  test("who leads, and who of the group has the floor in the plenary", () => {
    const plenary: RoomRecord = { ...room, id: "room:p", roomId: "p", name: "大会", roomKind: "plenary" };
    const people = [
      personView("led", { roomId: ROOM_ID, duties: ["leader"] }),
      personView("speaks", { roomId: ROOM_ID }),
      personView("foreign", { roomId: "elsewhere" }),
    ];
    const speech = (personId: string, roomId: string, status: "speaking" | "over"): SpeechView => {
      const speaker = { personId, name: `${personId}名`, unit: "滑县政府", post: null };
      const id = `${personId} ${roomId}`;
      const base = { id: `speech:${id}`, kind: "speech" as const, rev: 1, speechId: id, roomId, personId };
      const begun = { order: 1, asked: false, startedAt: 1, budgetMs: null, spokenMs: 0, speaker };
      return status === "over"
        ? { ...base, ...begun, status, endedAt: 2 }
        : { ...base, ...begun, status, runningSince: 1 };
    };
    const facts = (...speeches: SpeechView[]) => {
      const reported = { room, rooms: [room, plenary], people, speeches, points: [], questions: [] };
      const [title] = reportSheet({ ...reported, notes: { status: "read", lines: [] } }, zhCN);
      return title?.kind === "question" ? title.facts : "";
    };
    const leads = zhCN.rooms.leads(["led名"]);
    expect(facts(speech("speaks", "p", "speaking"))).toBe(`${leads} · ${words.reporter("speaks名")}`);
    for (const other of [
      speech("speaks", "p", "over"),
      speech("speaks", ROOM_ID, "speaking"),
      speech("foreign", "p", "speaking"),
    ])
      expect(facts(other)).toBe(leads);
  });

  test("who has nothing to report says so", () => {
    expect(texts(sheetOf({}))).toEqual(["第一组", words.nothing]);
  });
});

test("[W1] what stands over something is at the foot of no page", () => {
  const laidOut = (block: StageBlock): LaidOut => ({
    block,
    aroundPx: 10,
    linePx: 40,
    lines: 1,
    lineStarts: () => [0],
  });
  for (let points = 1; points < 30; points += 1) {
    const sheet = sheetOf({
      points: Array.from({ length: points }, (_, at) => point(`${at}`, at)),
      questions: [questionView("a")],
    });
    const pages = pagesOf(sheet.map(laidOut), { alonePx: 600, pagePx: 550, headingPx: 50 });
    for (const { blocks } of pages) {
      const last = blocks.at(-1);
      expect(last?.kind === "note" && last.look === "section", `${points} points`).toBe(false);
    }
    expect(pages.flatMap(({ blocks }) => texts(blocks))).toEqual(texts(sheet));
  }
});
