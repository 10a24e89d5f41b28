import { describe, expect, test } from "vitest";
import {
  joinableOf,
  joinPlan,
  longestText,
  unitsLine,
} from "../../../../client/features/console/marks/joining.ts";
import { askerCredit } from "../../../../client/features/questions/asker-credit.ts";
import type { AskerView, QuestionView } from "../../../../shared/domain/questions/views.ts";
import { common } from "../../../../shared/messages/zh-CN/common.ts";
import { questionView as question } from "../../../support/sample/question-view.ts";

function asker(personId: string, unit: string): AskerView {
  return { personId, name: personId, unit, post: null };
}

describe("joining", () => {
  test("only what has neither an answer nor been sent back, the first asked first", () => {
    const all = [
      question("late", { askedAt: 3 }),
      question("early", { askedAt: 1, status: "pending" }),
      question("answered", { status: "answered" }),
      question("declined", { status: "declined" }),
      question("aside", { status: "pending", held: true }),
      question("unmarked"),
    ];
    const byId = new Map(all.map((one) => [one.questionId, one]));
    const marked = new Set(["late", "answered", "declined", "aside", "gone", "early"]);
    expect(joinableOf(marked, byId).map((one) => one.questionId)).toEqual(["early", "late"]);
  });

  test("the one joined question takes in the others; of none or several a new one comes", () => {
    const [one, other] = [question("one"), question("other")];
    const joined = question("joined", { mergedFrom: ["x", "y"] });
    const also = question("also", { mergedFrom: ["z", "w"] });
    expect(joinPlan([one, other])).toEqual({ intoId: null, questionIds: ["one", "other"] });
    expect(joinPlan([one, joined])).toEqual({ intoId: "joined", questionIds: ["one"] });
    expect(joinPlan([joined, also])).toEqual({ intoId: null, questionIds: ["joined", "also"] });
  });

  test("the longest wording is offered, and the units that asked stand once", () => {
    expect(longestText(["甲乙", "甲乙丙", "甲"].map((text) => question(text, { text })))).toBe("甲乙丙");
    const askers = [asker("a", "滑县"), asker("b", "滑县"), asker("c", "林州市"), asker("d", "")];
    expect(unitsLine(question("q", { askers }), "、")).toBe("滑县、林州市");
  });
});

describe("the credit of a joined question", () => {
  const words = (more: Partial<QuestionView>) => {
    const credit = askerCredit(question("j", { mergedFrom: ["a", "b"], ...more }));
    return credit && common.question.askedTogether(credit.named, credit.units, credit.people);
  };

  test("two units are named, more are counted", () => {
    const askers = [asker("a", "林州市"), asker("b", "滑县"), asker("c", "内黄县")];
    expect(words({ askers, askerCount: 3 })).toBe("由林州市、滑县等3个单位提出");
    expect(words({ askers: askers.slice(0, 2), askerCount: 2 })).toBe("由林州市、滑县提出");
  });

  test("who hides the name is counted as a person, with no word of the unit", () => {
    expect(words({ askers: [asker("a", "林州市")], askerCount: 3 })).toBe("由林州市等3人提出");
    expect(words({ askers: [], askerCount: 2 })).toBe("由2人提出（未公开姓名）");
  });

  test("a question asked as it is has none", () => {
    expect(askerCredit(question("q", { asker: asker("a", "滑县") }))).toBeNull();
  });
});
