import { describe, expect, test } from "vitest";
import { lanes, viewerLanes } from "../../../shared/domain/lanes.ts";
import { questionRecordId } from "../../../shared/domain/questions/records.ts";
import { trailRecordId } from "../../../shared/domain/questions/trails/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { given, type Move, played, undoing, when } from "../../support/sample/question-moves.ts";
import { actor, namedId, personId, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const OWN = namedId("own");
const OTHER = namedId("other");
const PLENARY = namedId("plenaryq");
const LANE = `leaders:${ROOMS.second}`;

function ask(who: "stranger" | "asker", questionId: string, roomId: string, anonymous = false): Move {
  return [who, { type: "question.ask", questionId, roomId, text: "二审由谁负责", anonymous }];
}

/** One waits in the leader's room, one in the other group, one in the plenary. */
const WAITING = given(
  ask("stranger", OWN, ROOMS.second, true),
  ask("asker", OTHER, ROOMS.first),
  ask("asker", PLENARY, ROOMS.plenary),
);

const acts = (questionId: string): Command[] => [
  { type: "question.approve", questionId },
  { type: "question.decline", questionId, reason: "重复" },
  { type: "question.hold", questionId, on: true },
  { type: "question.restore", questionId },
];

const outcomes = (state: SessionState, questionId: string) =>
  acts(questionId).map((command) => {
    const outcome = when(state, ["leader", command]);
    return "refused" in outcome ? outcome.refused : "done";
  });

/** What the leaders of the second group see of a record; undefined where nothing. */
function seen(state: SessionState, id: string) {
  const record = state.get(id);
  return record && lanes(record, state).find(([lane]) => lane === LANE)?.[1];
}

describe("[G7] a leader reviews", () => {
  test("what waits in the own room, and nothing that waits elsewhere", () => {
    expect(outcomes(WAITING, OWN).slice(0, 3)).toEqual(["done", "done", "done"]);
    for (const other of [OTHER, PLENARY, namedId("none")]) {
      expect(outcomes(WAITING, other)).toEqual(["forbidden", "forbidden", "forbidden", "forbidden"]);
    }
  });

  test("what was sent back is restored; what is public is past it, and that is said", () => {
    const declined = played(WAITING, ["leader", acts(OWN)[1] as Command]);
    expect(outcomes(declined, OWN)[3]).toBe("done");
    const approved = played(WAITING, ["moderator", acts(OWN)[0] as Command]);
    const late = "question_not_pending";
    expect(outcomes(approved, OWN)).toEqual([late, late, late, late]);
  });

  test("the last step is taken back while it is of the review, and no step of others", () => {
    const approve: Move = ["leader", { type: "question.approve", questionId: OWN }];
    const approved = played(WAITING, approve);
    const undo = (state: SessionState): Move => ["leader", undoing(state, OWN)[1]];
    const back = played(approved, undo(approved));
    expect(back.find("question", questionRecordId(OWN))?.status).toBe("pending");
    const onStage = played(approved, ["moderator", { type: "stage.show", recordId: questionRecordId(OWN) }]);
    expect(when(onStage, undo(onStage))).toEqual({ refused: "forbidden" });
    const route: Command = { type: "question.route", questionId: OWN, leadUnit: "市财政局" };
    const routed = played(approved, ["moderator", route]);
    expect(when(routed, undo(routed))).toEqual({ refused: "forbidden" });
  });

  test("wording, labels, routing, joining and closing stay with staff", () => {
    const staffs: Command[] = [
      { type: "question.edit", questionId: OWN, text: "改" },
      { type: "question.label", questionId: OWN, topics: [] },
      { type: "question.remark", questionId: OWN, text: "记" },
      { type: "question.sweep", questionId: OWN, act: "hold" },
      { type: "question.lift", questionId: OWN, on: true },
    ];
    for (const command of staffs)
      expect(when(WAITING, ["leader", command])).toEqual({ refused: "forbidden" });
  });
});

describe("[V1] [V2] [V3] [V4] what leaders see of it", () => {
  test("no name that is hidden, no remark, no first wording; the name of who shows it", () => {
    const worked = played(
      WAITING,
      ["recorder", { type: "question.edit", questionId: OWN, text: "改过的字" }],
      ["recorder", { type: "question.remark", questionId: OWN, text: "会务备注" }],
    );
    const view = seen(worked, questionRecordId(OWN));
    expect(view).toMatchObject({ text: "改过的字", status: "pending", held: false });
    for (const field of ["asker", "askerId", "remark", "originalText", "mine"]) {
      expect(view).not.toHaveProperty(field);
    }
    expect(JSON.stringify(view)).not.toContain(personId("stranger"));
    const open = played(WAITING, ask("stranger", namedId("open"), ROOMS.second));
    expect(seen(open, questionRecordId(namedId("open")))).toHaveProperty("asker.name", "王建国");
  });

  test("nothing of other rooms, and of the way only the review, by nobody", () => {
    for (const id of [OTHER, PLENARY]) expect(seen(WAITING, questionRecordId(id))).toBeUndefined();
    expect(seen(WAITING, trailRecordId(OWN))).toBeUndefined();
    const approved = played(WAITING, ["moderator", { type: "question.approve", questionId: OWN }]);
    expect(seen(approved, trailRecordId(OWN))).toMatchObject({ steps: [{ kind: "approved" }] });
    expect(JSON.stringify(seen(approved, trailRecordId(OWN)))).not.toContain(personId("moderator"));
    expect(seen(approved, questionRecordId(OWN))).toBeUndefined();
  });

  test("only who leads stands in the lane, and who leads elsewhere now stands in that one", () => {
    const state = sampleSession();
    expect(viewerLanes(actor("leader"), state)).toContain(LANE);
    for (const who of ["stranger", "expert", "asker", "organiser", "recorder"] as const) {
      expect(viewerLanes(actor(who), state).filter((lane) => lane.startsWith("leaders:"))).toEqual([]);
    }
    const moved = played(state, [
      "moderator",
      { type: "person.move", personId: personId("leader"), roomId: ROOMS.first },
    ]);
    expect(viewerLanes(actor("leader"), moved)).toContain(`leaders:${ROOMS.first}`);
    expect(viewerLanes(actor("leader"), moved)).not.toContain(LANE);
  });
});

describe("[G7] a leader types what was said aloud", () => {
  const ANSWER = namedId("said");
  const said = (questionId: string, unit = "市财政局", answerId = ANSWER): Command => ({
    type: "answer.post",
    answerId,
    questionId,
    text: "由省里负责",
    manner: "oral",
    unit,
  });
  const PUBLIC = played(
    WAITING,
    ["moderator", { type: "question.approve", questionId: OWN }],
    ["moderator", { type: "question.approve", questionId: OTHER }],
    ["moderator", { type: "question.approve", questionId: PLENARY }],
  );

  test("of whichever unit said it, in the own room and no other, and only as said aloud", () => {
    const answered = played(PUBLIC, ["leader", said(OWN)]);
    expect(answered.find("answer", `answer:${ANSWER}`)).toMatchObject({ unit: "市财政局", manner: "oral" });
    expect(answered.find("question", questionRecordId(OWN))).toMatchObject({ status: "answered" });
    expect(when(answered, ["leader", said(OWN, "市发改委", namedId("more"))])).not.toHaveProperty("refused");
    for (const other of [OTHER, PLENARY]) {
      expect(when(PUBLIC, ["leader", said(other)])).toEqual({ refused: "forbidden" });
    }
    const written: Command = { ...said(OWN), manner: "written" } as Command;
    expect(when(PUBLIC, ["leader", written])).toEqual({ refused: "forbidden" });
    expect(when(PUBLIC, ["stranger", said(OWN)])).toEqual({ refused: "forbidden" });
  });

  test("not where staff have it in hand or it waits, which is said", () => {
    const late = { refused: "question_with_staff" };
    const staffs: Command[] = [
      { type: "question.route", questionId: OWN, leadUnit: "市财政局" },
      { type: "stage.show", recordId: questionRecordId(OWN) },
    ];
    for (const command of staffs) {
      expect(when(played(PUBLIC, ["moderator", command]), ["leader", said(OWN)])).toEqual(late);
    }
    const routed = played(PUBLIC, ["moderator", staffs[0] as Command], ["finance", said(OWN)]);
    expect(when(routed, ["leader", said(OWN, "市发改委", namedId("more"))])).toEqual(late);
    expect(when(WAITING, ["leader", said(OWN)])).toEqual(late);
  });

  test("and takes it back, and not what others typed", () => {
    const undo = (state: SessionState): Move => ["leader", undoing(state, OWN)[1]];
    const own = played(PUBLIC, ["leader", said(OWN)]);
    expect(seen(own, trailRecordId(OWN))).toMatchObject({ steps: [{ kind: "answered" }] });
    const back = played(own, undo(own));
    expect(back.find("answer", `answer:${ANSWER}`)).toMatchObject({ status: "held" });
    expect(back.find("question", questionRecordId(OWN))).toMatchObject({ status: "public", leadUnit: null });
    const staffs = played(PUBLIC, ["recorder", said(OWN)]);
    expect(when(staffs, undo(staffs))).toEqual({ refused: "forbidden" });
  });

  test("but not what staff have routed to the own unit, which answers like any other", () => {
    const routed = played(
      PUBLIC,
      ["moderator", { type: "question.route", questionId: OWN, leadUnit: "滑县政府" }],
      ["leader", said(OWN, "滑县政府")],
    );
    expect(routed.find("question", questionRecordId(OWN))?.status).toBe("answered");
    expect(when(routed, ["leader", undoing(routed, OWN)[1]])).toEqual({ refused: "forbidden" });
  });
});
