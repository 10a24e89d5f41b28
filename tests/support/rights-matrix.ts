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
  /** Asked by `asker`, answered by 市财政局. */
  readonly answered: string;
  /** A row of the ledger: asked by `asker`, 市财政局 leads, 市商务局 supports. */
  readonly followup: string;
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
    {
      variant: "for somebody else",
      make: ({ plenary, asker, newId }) => ({ ...ask(plenary, newId()), askerId: asker }),
      allowed: staff,
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
  "question.hold": [
    {
      variant: "public",
      make: (stock) => ({ type: "question.hold", questionId: stock.public, on: true }),
      allowed: moderators,
    },
  ],
  "question.undo": [
    {
      variant: "a step that was never there",
      make: ({ pending }) => ({ type: "question.undo", questionId: pending, step: 999 }),
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
  "question.label": [
    {
      variant: "no label",
      make: ({ pending }) => ({ type: "question.label", questionId: pending, topics: [] }),
      allowed: staff,
    },
  ],
  "question.disclose": [
    {
      variant: "as it is",
      make: ({ pending }) => ({ type: "question.disclose", questionId: pending, disclosure: "open" }),
      allowed: moderators,
    },
  ],
  "question.accept": [
    {
      variant: "led by 市财政局",
      make: ({ routed }) => ({ type: "question.accept", questionId: routed }),
      allowed: ["finance", "financeToo"],
    },
    {
      variant: "routed to nobody",
      make: (stock) => ({ type: "question.accept", questionId: stock.public }),
      allowed: [],
    },
  ],
  "question.handOn": [
    {
      variant: "led by 市财政局, to a unit nobody is in",
      make: ({ routed }) => ({
        type: "question.handOn",
        questionId: routed,
        toUnit: "市气象局",
        reason: "不属我局职责",
      }),
      allowed: ["finance", "financeToo"],
    },
  ],
  "question.keep": [
    {
      variant: "led by 市财政局",
      make: ({ routed }) => ({ type: "question.keep", questionId: routed }),
      allowed: [...moderators, "finance", "financeToo"],
    },
  ],
  "question.promise": [
    {
      variant: "led by 市财政局, for yesterday",
      make: ({ routed }) => ({ type: "question.promise", questionId: routed, dueAt: 1 }),
      allowed: ["finance", "financeToo"],
    },
  ],
  "question.rate": [
    {
      variant: "asked by the asker",
      make: ({ answered }) => ({ type: "question.rate", questionId: answered, verdict: "settled" }),
      allowed: ["asker"],
    },
    {
      variant: "by a browser that does not follow it",
      make: ({ answered, newId }) => ({
        type: "question.rate",
        questionId: answered,
        verdict: "settled",
        followId: newId(),
      }),
      allowed: ["asker"],
    },
  ],
  "question.merge": [
    {
      variant: "into itself",
      make: ({ pending }) => ({
        type: "question.merge",
        intoId: pending,
        questionIds: [pending],
        text: "合并后的问题",
      }),
      allowed: moderators,
    },
  ],
  "question.lift": [
    {
      variant: "in the second group, down",
      make: ({ foreign }) => ({ type: "question.lift", questionId: foreign, on: false }),
      allowed: moderators,
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
  "room.moderate": [
    {
      variant: "as in the session",
      make: ({ first }) => ({ type: "room.moderate", roomId: first, moderation: null }),
      allowed: moderators,
    },
  ],
  "topics.set": [{ variant: "any", make: () => ({ type: "topics.set", names: ["专项债"] }), allowed: staff }],
  "phrases.set": [
    {
      variant: "any",
      make: () => ({ type: "phrases.set", declineReasons: ["不属本次议题"] }),
      allowed: staff,
    },
  ],
  "followup.update": [
    {
      variant: "any",
      make: ({ followup }) => ({ type: "followup.update", followupId: followup, gist: "要点" }),
      allowed: staff,
    },
  ],
  "followup.progress": [
    {
      variant: "led by 市财政局 with 市商务局 in support",
      make: ({ followup, newId }) => ({
        type: "followup.progress",
        followupId: followup,
        entryId: newId(),
        text: "已报省厅",
      }),
      allowed: [...staff, "finance", "financeToo", "commerce"],
    },
  ],
  "followup.finish": [
    {
      variant: "led by 市财政局",
      make: ({ followup }) => ({ type: "followup.finish", followupId: followup, evidence: "批复文号" }),
      allowed: [...staff, "finance", "financeToo"],
    },
  ],
  "followup.clear": [
    {
      variant: "asked by the asker",
      make: ({ followup }) => ({ type: "followup.clear", followupId: followup, reason: "已答复" }),
      allowed: [...staff, "asker"],
    },
  ],
  "followup.reopen": [
    {
      variant: "asked by the asker",
      make: ({ followup }) => ({ type: "followup.reopen", followupId: followup, reason: "仍未解决" }),
      allowed: [...staff, "asker"],
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
