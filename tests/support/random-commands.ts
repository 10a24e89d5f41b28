import type { Actor } from "../../shared/domain/actor.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
import type { Seeded } from "./seeded.ts";

interface Move {
  readonly actor: Actor;
  readonly command: Command;
}

const UNITS = ["市财政局", "市商务局", "市发改委"] as const;
const GROUPS = ["第一组", "第二组", null] as const;
const NATURES = ["difficulty", "pain", "blockage"] as const;

/**
 * Something somebody might do to a session in this state, sensible or not. `text` makes the words of whatever is
 * written, so that a test can mark them.
 */
export function randomMove(random: Seeded, state: SessionState, text: (kind: string) => string): Move {
  const people = [...state.all("person")];
  const rooms = [...state.all("room")];
  const questions = [...state.all("question")];
  const answers = [...state.all("answer")];
  const organiser: Actor = { kind: "organiser" };
  const anybody = (): Actor => ({ kind: "person", personId: random.pick(people).personId });
  const someone = (side: string): Actor => {
    return {
      kind: "person",
      personId: random.pick(people.filter((person) => person.side === side)).personId,
    };
  };
  const moderator: Actor = random.chance(0.5)
    ? organiser
    : {
        kind: "person",
        personId: random.pick(people.filter((p) => p.duties.includes("moderator"))).personId,
      };
  const roomId = random.pick(rooms).roomId;
  const ask = (): Move => ({
    actor: someone("county"),
    command: {
      type: "question.ask",
      questionId: random.id(),
      roomId,
      text: text("question"),
      nature: random.pick(NATURES),
      anonymous: random.chance(0.4),
    },
  });
  if (questions.length < 3 || random.chance(0.25)) return ask();
  const { questionId } = random.pick(questions);
  const makers: (() => Move)[] = [
    () => ({ actor: moderator, command: { type: "question.approve", questionId } }),
    () => ({ actor: moderator, command: { type: "question.approve", questionId } }),
    () => ({ actor: moderator, command: { type: "question.decline", questionId, reason: text("reason") } }),
    () => ({ actor: moderator, command: { type: "question.restore", questionId } }),
    () => ({ actor: moderator, command: { type: "question.edit", questionId, text: text("edit") } }),
    () => ({ actor: moderator, command: { type: "question.remark", questionId, text: text("remark") } }),
    () => ({
      actor: someone("county"),
      command: { type: "question.support", questionId, on: random.chance(0.7) },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "question.route",
        questionId,
        leadUnit: random.pick(UNITS),
        supportUnits: [random.pick(UNITS)],
      },
    }),
    () => ({ actor: moderator, command: { type: "question.close", questionId, outcome: "resolved" } }),
    () => ({
      actor: someone("municipal"),
      command: {
        type: "answer.post",
        answerId: random.id(),
        questionId,
        text: text("answer"),
        manner: "written",
      },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "answer.post",
        answerId: random.id(),
        questionId,
        text: text("answer"),
        manner: "oral",
        unit: random.pick(UNITS),
      },
    }),
    () => ({
      actor: moderator,
      command: { type: "stage.show", recordId: random.chance(0.3) ? null : `question:${questionId}` },
    }),
    () => ({
      actor: moderator,
      command: { type: "person.move", personId: random.pick(people).personId, roomId },
    }),
    () => ({ actor: moderator, command: { type: random.chance(0.7) ? "room.open" : "room.close", roomId } }),
    () => ({ actor: organiser, command: { type: "session.update", title: text("title") } }),
    () => ({ actor: anybody(), command: { type: "question.approve", questionId } }),
  ];
  if (answers.length > 0) {
    const { answerId } = random.pick(answers);
    makers.push(
      () => ({ actor: moderator, command: { type: "answer.hold", answerId, on: random.chance(0.6) } }),
      () => ({ actor: moderator, command: { type: "answer.edit", answerId, text: text("answer") } }),
    );
  }
  return random.pick(makers)();
}

/**
 * Something the organiser, or the server for somebody, might do to the set-up of a session while it goes on: rooms and
 * people come, change and go. Seldom it is sealed.
 */
export function randomSetUpMove(random: Seeded, state: SessionState, text: (kind: string) => string): Move {
  const organiser: Actor = { kind: "organiser" };
  const person = random.pick([...state.all("person")]);
  const { personId, order, name, post, side, duties, seat } = person;
  const { roomId } = random.pick([...state.all("room")]);
  if (random.chance(0.02)) return { actor: organiser, command: { type: "session.seal" } };
  const makers: (() => Move)[] = [
    () => ({
      actor: organiser,
      command: { type: "room.create", roomId: random.id(), name: text("room"), kind: "breakout" },
    }),
    () => ({ actor: organiser, command: { type: "room.rename", roomId, name: text("room") } }),
    () => ({ actor: { kind: "system" }, command: { type: "person.arrive", personId } }),
    () => ({ actor: organiser, command: { type: "person.remove", personId } }),
    () => ({
      actor: organiser,
      command: {
        type: "roster.import",
        people: [
          {
            personId,
            order,
            name,
            unit: side === "municipal" ? random.pick(UNITS) : person.unit,
            post,
            side,
            duties: [...duties],
            group: random.pick(GROUPS),
            seat,
          },
        ],
      },
    }),
  ];
  return random.pick(makers)();
}
