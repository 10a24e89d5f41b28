import fc from "fast-check";
import { expect, test } from "vitest";
import { inReadingOrder } from "../../../shared/domain/answers/reading-order.ts";
import { questionRecordId } from "../../../shared/domain/questions/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { actor, namedId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const Q = namedId("question");
const UNITS = ["市财政局", "市商务局", "市发改委"];

const answers = fc.uniqueArray(
  fc.record({
    answerId: fc.string({ minLength: 1, maxLength: 3 }),
    unit: fc.constantFrom(...UNITS),
    part: fc.boolean(),
    postedAt: fc.integer({ min: 0, max: 6 }),
    status: fc.constantFrom("public" as const, "held" as const),
  }),
  { selector: ({ answerId }) => answerId, maxLength: 9 },
);
const leadUnit = fc.constantFrom(...UNITS, null);

test("[Q8] whatever is answered, by whom and when: the lead first and once, then 补充 by time, nothing left out", () => {
  fc.assert(
    fc.property(answers, leadUnit, (list, lead) => {
      const placed = inReadingOrder(list, lead);
      expect(new Set(placed.map(({ answer }) => answer))).toEqual(new Set(list));
      expect(placed).toHaveLength(list.length);
      const open = placed.filter(({ answer }) => answer.status === "public");
      const added = placed.filter(({ role }) => role === "added").map(({ answer }) => answer);
      expect(placed.slice(placed.length - added.length).map(({ answer }) => answer)).toEqual(added);
      for (const [index, later] of added.entries())
        expect(later.postedAt).toBeGreaterThanOrEqual(added[index - 1]?.postedAt ?? 0);
      const byLead = open.filter(({ answer }) => answer.unit === lead);
      expect(open.filter(({ role }) => role === "lead")).toEqual(byLead.slice(0, 1));
      if (byLead.length > 0) expect(open[0]).toBe(byLead[0]);
      const concluded = byLead.filter(({ answer }) => !answer.part).map(({ answer }) => answer.postedAt);
      if (concluded.length > 0) expect(byLead[0]?.answer).toMatchObject({ part: false });
      if (concluded.length > 0) expect(byLead[0]?.answer.postedAt).toBe(Math.min(...concluded));
    }),
  );
});

test("[Q8] who sees the held ones has the others in the same places as who does not", () => {
  fc.assert(
    fc.property(answers, leadUnit, (list, lead) => {
      const forStaff = inReadingOrder(list, lead).filter(({ answer }) => answer.status === "public");
      const open = list.filter(({ status }) => status === "public");
      expect(forStaff).toEqual(inReadingOrder(open, lead));
    }),
  );
});

test("it does not depend on how the answers came", () => {
  const shuffled = answers.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, leadUnit, ([list, other], lead) => {
      expect(inReadingOrder(other, lead)).toEqual(inReadingOrder(list, lead));
    }),
  );
});

test("it goes with the lead: a part, the conclusion, another unit's lead, what staff took down for it", () => {
  const organiser = actor("organiser");
  const say = (text: string, unit: string, more: object = {}): Command => {
    const answerId = namedId(text);
    return { type: "answer.post", answerId, questionId: Q, text, manner: "oral", unit, ...more };
  };
  const route = (unit: string): Command => ({ type: "question.route", questionId: Q, leadUnit: unit });
  const commands: Command[] = [
    { type: "question.ask", questionId: Q, roomId: ROOMS.first, text: "问" },
    { type: "question.approve", questionId: Q },
    route("市财政局"),
    say("support", "市商务局"),
  ];
  const read = () => {
    const state = play(
      commands.map((command) => ({ actor: organiser, command })),
      sampleSession(),
    );
    const lead = state.find("question", questionRecordId(Q))?.leadUnit ?? null;
    return inReadingOrder([...state.all("answer")], lead).map(({ answer, role }) => [answer.text, role]);
  };
  expect(read()).toEqual([["support", "added"]]);
  commands.push(say("first words", "市财政局", { part: true }));
  expect(read()[0]).toEqual(["first words", "lead"]);
  commands.push(say("conclusion", "市财政局"), say("more", "市财政局"));
  expect(read()).toEqual([
    ["conclusion", "lead"],
    ["support", "added"],
    ["first words", "added"],
    ["more", "added"],
  ]);
  commands.push(route("市发改委"));
  expect(read()[0]).toEqual(["conclusion", "former"]);
  commands.push(say("other's", "市发改委"));
  expect(read().slice(0, 2)).toEqual([
    ["other's", "lead"],
    ["support", "added"],
  ]);
  commands.push({ type: "answer.hold", answerId: namedId("other's"), on: true });
  expect(read().slice(0, 2)).toEqual([
    ["other's", "lead"],
    ["conclusion", "former"],
  ]);
});
