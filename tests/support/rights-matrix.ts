import type { Access, AccessType } from "../../shared/domain/rights.ts";
import type { Command, CommandType } from "../../shared/protocol/commands/command.ts";
import type { Role } from "./cast.ts";

/** Whoever can act on a session: the cast, the organiser, the projector's page, and somebody of another session. */
export type Party = Role | "organiser" | "stage" | "outsider";

/** The things a cell acts on. `routed` is led by 市财政局 with 市商务局 in support; `foreign` stands in the second group. */
export interface Stock {
  readonly plenary: string;
  readonly first: string;
  readonly second: string;
  readonly asker: string;
  readonly scapegoat: string;
  readonly pending: string;
  readonly public: string;
  readonly routed: string;
  readonly foreign: string;
  readonly financeAnswer: string;
  readonly newId: () => string;
}

interface Row<A> {
  /** Which of several shapes of the action this is: own or other room, unit, person. */
  readonly variant: string;
  readonly make: (stock: Stock) => A;
  readonly allowed: readonly Party[];
}

const organiser: Party[] = ["organiser"];
const moderators: Party[] = ["organiser", "moderator"];
const staff: Party[] = ["organiser", "moderator", "recorder", "helper"];
const counties: Party[] = ["asker", "neighbour", "leader", "stranger"];
const municipal: Party[] = ["finance", "financeToo", "commerce", "planning"];
const firstGroup: Party[] = ["asker", "neighbour", "finance", "commerce", "observer"];
const secondGroup: Party[] = ["leader", "stranger", "financeToo", "planning"];

/** Who may do what, said once more by hand and apart from the rules it checks. */
export const COMMAND_ROWS: { [T in CommandType]: readonly Row<Extract<Command, { type: T }>>[] } = {
  "session.create": [
    {
      variant: "over a socket, by nobody",
      make: ({ newId }) => ({
        type: "session.create",
        sessionId: newId(),
        title: "另一场",
        startsAt: null,
        place: null,
        settings: { moderation: "before", anonymity: "hidden" },
        rooms: [{ roomId: newId(), name: "大会", kind: "plenary" }],
      }),
      allowed: [],
    },
  ],
  "session.update": [
    { variant: "title", make: () => ({ type: "session.update", title: "新标题" }), allowed: organiser },
  ],
  "session.seal": [{ variant: "seal", make: () => ({ type: "session.seal" }), allowed: organiser }],
  "room.create": [
    {
      variant: "breakout",
      make: ({ newId }) => ({ type: "room.create", roomId: newId(), name: `组${newId()}`, kind: "breakout" }),
      allowed: organiser,
    },
  ],
  "room.rename": [
    {
      variant: "own or other room",
      make: ({ first }) => ({ type: "room.rename", roomId: first, name: "第一组" }),
      allowed: organiser,
    },
  ],
  "room.open": [
    { variant: "first", make: ({ first }) => ({ type: "room.open", roomId: first }), allowed: moderators },
  ],
  "room.close": [
    {
      variant: "unknown",
      make: ({ newId }) => ({ type: "room.close", roomId: newId() }),
      allowed: moderators,
    },
  ],
  "roster.import": [
    {
      variant: "over a socket, by nobody",
      make: ({ newId }) => ({
        type: "roster.import",
        people: [
          {
            personId: newId(),
            order: 1,
            name: "新人",
            unit: "市财政局",
            post: null,
            side: "municipal",
            duties: [],
            group: null,
            seat: null,
          },
        ],
      }),
      allowed: [],
    },
  ],
  "person.arrive": [
    {
      variant: "over a socket, by nobody",
      make: ({ asker }) => ({ type: "person.arrive", personId: asker }),
      allowed: [],
    },
  ],
  "person.move": [
    {
      variant: "own or other person",
      make: ({ scapegoat, second }) => ({ type: "person.move", personId: scapegoat, roomId: second }),
      allowed: moderators,
    },
  ],
  "person.remove": [
    {
      variant: "other person",
      make: ({ newId }) => ({ type: "person.remove", personId: newId() }),
      allowed: organiser,
    },
  ],
  "question.ask": [
    {
      variant: "in the plenary",
      make: ({ plenary, newId }) => ask(plenary, newId()),
      allowed: [...staff, ...counties],
    },
    {
      variant: "in the first group",
      make: ({ first, newId }) => ask(first, newId()),
      allowed: [...staff, "asker", "neighbour"],
    },
    {
      variant: "in the second group",
      make: ({ second, newId }) => ask(second, newId()),
      allowed: [...staff, "leader", "stranger"],
    },
  ],
  "question.approve": [
    {
      variant: "public",
      make: (stock) => ({ type: "question.approve", questionId: stock.public }),
      allowed: moderators,
    },
  ],
  "question.decline": [
    {
      variant: "routed",
      make: ({ routed }) => ({ type: "question.decline", questionId: routed, reason: "不属本次议题" }),
      allowed: moderators,
    },
  ],
  "question.restore": [
    {
      variant: "pending",
      make: ({ pending }) => ({ type: "question.restore", questionId: pending }),
      allowed: moderators,
    },
  ],
  "question.edit": [
    {
      variant: "any",
      make: ({ pending }) => ({ type: "question.edit", questionId: pending, text: "改过的字" }),
      allowed: staff,
    },
  ],
  "question.remark": [
    {
      variant: "any",
      make: ({ pending }) => ({ type: "question.remark", questionId: pending, text: "会务备注" }),
      allowed: staff,
    },
  ],
  "question.support": [
    {
      variant: "in the plenary",
      make: (stock) => ({ type: "question.support", questionId: stock.public, on: true }),
      allowed: counties,
    },
    {
      variant: "in the second group",
      make: ({ foreign }) => ({ type: "question.support", questionId: foreign, on: true }),
      allowed: ["leader", "stranger"],
    },
  ],
  "question.route": [
    {
      variant: "again",
      make: ({ routed }) => ({
        type: "question.route",
        questionId: routed,
        leadUnit: "市财政局",
        supportUnits: ["市商务局"],
      }),
      allowed: moderators,
    },
  ],
  "question.close": [
    {
      variant: "pending",
      make: ({ pending }) => ({ type: "question.close", questionId: pending, outcome: "resolved" }),
      allowed: moderators,
    },
  ],
  "answer.post": [
    {
      variant: "routed to one's own unit as lead or support",
      make: ({ routed, newId }) => answer(routed, newId()),
      allowed: [...staff, "finance", "financeToo", "commerce"],
    },
    {
      variant: "in another unit's name",
      make: ({ routed, newId }) => ({ ...answer(routed, newId()), unit: "市商务局" }),
      allowed: [...staff, "commerce"],
    },
    {
      variant: "routed to nobody",
      make: (stock) => answer(stock.public, stock.newId()),
      allowed: staff,
    },
  ],
  "answer.edit": [
    {
      variant: "of 市财政局",
      make: ({ financeAnswer }) => ({ type: "answer.edit", answerId: financeAnswer, text: "二审由省里负责" }),
      allowed: [...staff, "finance", "financeToo"],
    },
  ],
  "answer.hold": [
    {
      variant: "let out",
      make: ({ financeAnswer }) => ({ type: "answer.hold", answerId: financeAnswer, on: false }),
      allowed: moderators,
    },
  ],
  "stage.show": [
    { variant: "nothing", make: () => ({ type: "stage.show", recordId: null }), allowed: moderators },
  ],
};

export const ACCESS_ROWS: { [T in AccessType]: readonly Row<Extract<Access, { type: T }>>[] } = {
  "session.join": [
    {
      variant: "this session",
      make: () => ({ type: "session.join" }),
      allowed: [...staff, ...counties, ...municipal, "observer", "stage"],
    },
  ],
  "notes.read": [
    {
      variant: "plenary",
      make: ({ plenary }) => ({ type: "notes.read", roomId: plenary }),
      allowed: [...staff, ...firstGroup, ...secondGroup],
    },
    {
      variant: "first group",
      make: ({ first }) => ({ type: "notes.read", roomId: first }),
      allowed: [...staff, ...firstGroup],
    },
    {
      variant: "second group",
      make: ({ second }) => ({ type: "notes.read", roomId: second }),
      allowed: [...staff, ...secondGroup],
    },
  ],
  "notes.write": [
    {
      variant: "plenary",
      make: ({ plenary }) => ({ type: "notes.write", roomId: plenary }),
      allowed: [...staff, ...counties, ...municipal],
    },
    {
      variant: "first group",
      make: ({ first }) => ({ type: "notes.write", roomId: first }),
      allowed: [...staff, "asker", "neighbour", "finance", "commerce"],
    },
    {
      variant: "second group",
      make: ({ second }) => ({ type: "notes.write", roomId: second }),
      allowed: [...staff, ...secondGroup],
    },
  ],
  "documents.read": [{ variant: "any", make: () => ({ type: "documents.read" }), allowed: staff }],
  "roster.read": [{ variant: "any", make: () => ({ type: "roster.read" }), allowed: organiser }],
  "stage.open": [{ variant: "any", make: () => ({ type: "stage.open" }), allowed: staff }],
};

function ask(roomId: string, questionId: string) {
  return { type: "question.ask", questionId, roomId, text: "二审由谁负责" } as const;
}

function answer(questionId: string, answerId: string) {
  return { type: "answer.post", answerId, questionId, text: "由省里负责", manner: "written" } as const;
}
