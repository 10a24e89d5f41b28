import { describe, expect, test } from "vitest";
import {
  heldList,
  nextSelection,
  pendingOfAsker,
  pendingQueue,
  totals,
} from "../../../../client/features/console/acts/console-lists.ts";
import { keepOrder } from "../../../../client/ui/use-held-order.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { questionView } from "../../../support/sample/question-view.ts";

function question(
  questionId: string,
  askedAt: number,
  status: "pending" | "public",
  support = 0,
): QuestionView {
  return questionView(questionId, { askedAt, status, support });
}

describe("pendingQueue", () => {
  test("the oldest first, so that new ones move nothing", () => {
    const queue = pendingQueue([question("b", 2, "pending"), question("a", 1, "pending")], []);
    expect(queue.map((one) => one.questionId)).toEqual(["a", "b"]);
  });

  test("what was decided here and is on its way is gone at once, and back when it was refused", () => {
    const questions = [question("a", 1, "pending"), question("b", 2, "pending")];
    const command = { type: "question.approve", questionId: "a" } as const;
    expect(pendingQueue(questions, [{ command }]).map((one) => one.questionId)).toEqual(["b"]);
    const merge = { type: "question.merge", intoId: "c", questionIds: ["a", "b"], text: "甲" } as const;
    expect(pendingQueue(questions, [{ command: { ...merge, questionIds: [...merge.questionIds] } }])).toEqual(
      [],
    );
    const refused = [{ command, problem: { code: "forbidden", retryable: false } }];
    expect(pendingQueue(questions, refused)).toHaveLength(2);
  });
});

test("what is put aside stands apart, and is gone from the queue at once", () => {
  const aside = { ...question("a", 1, "pending"), held: true } as QuestionView;
  const questions = [question("b", 2, "pending"), aside, { ...aside, ...question("c", 0, "public") }];
  expect(pendingQueue(questions, []).map((one) => one.questionId)).toEqual(["b"]);
  expect(heldList(questions).map((one) => one.questionId)).toEqual(["a"]);
  const hold = { type: "question.hold", questionId: "b" } as const;
  expect(pendingQueue(questions, [{ command: { ...hold, on: true } }])).toEqual([]);
  expect(pendingQueue(questions, [{ command: { ...hold, on: false } }])).toHaveLength(1);
});

describe("[Q7] what one asker has pending", () => {
  const by = (questionId: string, askerId: string, fields: object = {}) =>
    ({ ...question(questionId, 1, "pending"), askerId, ...fields }) as QuestionView;
  const questions = [
    by("a", "p1"),
    by("b", "p2"),
    by("c", "p1", { held: true }),
    by("d", "p1", { mergedFrom: ["x", "y"] }),
    by("e", "p1", { status: "public" }),
    by("f", ""),
    by("g", ""),
  ];
  const of = (index: number) =>
    pendingOfAsker(questions[index] as QuestionView, questions).map((one) => one.questionId);

  test("is all that was asked by the same known person, and a joined or unrecorded one stands alone", () => {
    expect([of(0), of(1), of(3), of(5)]).toEqual([["a", "c"], ["b"], ["d"], ["f"]]);
  });

  test("leaves the queue at once when it is swept", () => {
    const command = { type: "question.sweep", questionId: "a", act: "decline", reason: "重复" } as const;
    expect(pendingQueue(questions, [{ command }]).map((one) => one.questionId)).toEqual(["b", "d", "f", "g"]);
  });
});

describe("tables", () => {
  test("under the pointer nothing changes place: what is known stays, what is new comes last", () => {
    expect(keepOrder(["a", "b", "c"], ["c", "new", "a"])).toEqual(["a", "c", "new"]);
  });

  test("a follow-up is counted as such and not as answered", () => {
    const closed = { ...question("a", 1, "public"), status: "closed", outcome: "follow-up", closedAt: 2 };
    expect(totals([closed as QuestionView, question("b", 1, "pending")])).toEqual({
      asked: 2,
      open: 1,
      answered: 0,
      followUps: 1,
    });
  });
});

describe("nextSelection", () => {
  test("stays while its question is there", () => {
    expect(nextSelection("b", ["a", "b"], ["b", "c"])).toBe("b");
  });

  test("goes to what took the place of the decided one, or to the last", () => {
    expect(nextSelection("b", ["a", "b", "c"], ["a", "c"])).toBe("c");
    expect(nextSelection("c", ["a", "b", "c"], ["a", "b"])).toBe("b");
    expect(nextSelection("a", ["a"], [])).toBeNull();
  });

  test("begins with the first", () => {
    expect(nextSelection(null, [], ["a", "b"])).toBe("a");
  });
});
