import { describe, expect, test } from "vitest";
import { lanes } from "../../../shared/domain/lanes.ts";
import { trailRecordId } from "../../../shared/domain/questions/trails/records.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import { PENDING_MAX_DEFAULT } from "../../../shared/protocol/commands/session.ts";
import { given, type Move, played, questionOf, stepsOf, when } from "../../support/sample/question-moves.ts";
import { namedId, personId, ROOMS } from "../../support/sample/sample-session.ts";

const [one, other] = [namedId("one"), namedId("other")];
const LIST: CommandOf<"question.import"> = {
  type: "question.import",
  roomId: ROOMS.plenary,
  questions: [
    {
      questionId: one,
      text: "资金何时到位",
      nature: "difficulty",
      unit: "市财政局",
      askerId: personId("leader"),
    },
    { questionId: other, text: "土地指标怎么办", fromUnit: "汤阴县" },
  ],
};
const imports = (change: Partial<CommandOf<"question.import">> = {}): Move => [
  "moderator",
  { ...LIST, ...change },
];
const withdraw: Move = ["moderator", { type: "question.withdraw", questionIds: [one, other] }];

describe("[Q11] questions collected beforehand", () => {
  test("are pending, credited to their askers, or staff's for a unit, whatever the room says", () => {
    const state = given(
      ["moderator", { type: "room.moderate", roomId: ROOMS.plenary, moderation: "after" }],
      ["moderator", { type: "room.close", roomId: ROOMS.plenary }],
      imports(),
    );
    expect(questionOf(state, one)).toMatchObject({
      status: "pending",
      askerId: personId("leader"),
      anonymous: false,
      nature: "difficulty",
      addressedUnit: "市财政局",
    });
    expect(questionOf(state, other)).toMatchObject({ status: "pending", askerId: personId("moderator") });
    expect(stepsOf(state, one)).toEqual(["collected"]);
    expect(state.find("trail", trailRecordId(other))?.steps[0]?.unit).toBe("汤阴县");
  });

  test("are seen by the asker, staff and who leads the room, and by nobody else", () => {
    const state = given(imports());
    const question = questionOf(state, one);
    const seen = question === undefined ? [] : lanes(question, state).map(([lane]) => lane);
    expect(seen.sort()).toEqual([`leaders:${question?.roomId}`, `person:${personId("leader")}`, "staff"]);
  });

  test("all come in, or none", () => {
    const faulty: [Partial<CommandOf<"question.import">>, string][] = [
      [{ roomId: namedId("nowhere") }, "room_unknown"],
      [{ questions: [...LIST.questions, { questionId: one, text: "又问" }] }, "id_taken"],
      [
        { questions: [...LIST.questions, { questionId: namedId("x"), text: "问", unit: "市统计局" }] },
        "unit_unknown",
      ],
      [
        { questions: [...LIST.questions, { questionId: namedId("x"), text: "问", askerId: namedId("who") }] },
        "person_unknown",
      ],
    ];
    for (const [change, refused] of faulty) expect(when(given(), imports(change))).toEqual({ refused });
    expect(when(given(imports()), imports())).toEqual({ refused: "id_taken" });
  });

  test("[Q6] do not count among what their asker has pending", () => {
    const questions = Array.from({ length: PENDING_MAX_DEFAULT + 5 }, (_, at) => {
      return { questionId: namedId(`many${at}`), text: `第${at}问`, askerId: personId("leader") };
    });
    const ask: Command = { type: "question.ask", questionId: one, roomId: ROOMS.plenary, text: "还有一问" };
    expect(when(given(imports({ questions })), ["leader", ask])).not.toHaveProperty("refused");
  });

  test("[V8] have no asker where none is recorded, whatever the command says", () => {
    const never: Move = ["organiser", { type: "session.update", settings: { anonymity: "never" } }];
    const state = given(never, imports());
    for (const questionId of [one, other]) {
      expect(questionOf(state, questionId)).toMatchObject({ askerId: "nobody", anonymous: true });
      expect(state.find("trail", trailRecordId(questionId))?.steps).toMatchObject([
        { by: "nobody", unit: null },
      ]);
    }
  });
});

describe("[Q12] taking an import back", () => {
  test("leaves nothing, and the list can be imported anew", () => {
    const state = given(imports(), withdraw);
    expect([...state.all("question"), ...state.all("trail")]).toEqual([]);
    expect(when(state, imports())).not.toHaveProperty("refused");
  });

  test("what was worked on stays, and where all was, it says so", () => {
    const works: Command[] = [
      { type: "question.approve", questionId: one },
      { type: "question.hold", questionId: one, on: true },
      { type: "question.edit", questionId: one, text: "改过" },
      { type: "question.remark", questionId: one, text: "备注" },
    ];
    for (const work of works) {
      const state = given(imports(), ["moderator", work], withdraw);
      expect([...state.all("question")].map(({ questionId }) => questionId)).toEqual([one]);
      expect(when(state, withdraw)).toEqual({ refused: "nothing_to_undo" });
    }
  });

  test("never takes back what somebody asked", () => {
    const asked = (questionId: string): Command => {
      return { type: "question.ask", questionId, roomId: ROOMS.plenary, text: "资金何时到位" };
    };
    const state = given(["leader", asked(one)], ["moderator", asked(other)]);
    expect(when(state, withdraw)).toEqual({ refused: "nothing_to_undo" });
    expect(played(state)).toBe(state);
  });
});
