import type { Actor } from "../../../shared/domain/actor.ts";
import { STAGE_RECORD_ID } from "../../../shared/domain/stage/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
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
  const followups = [...state.all("followup")];
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
  const shown = state.find("stage", STAGE_RECORD_ID)?.recordId;
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
  // Else what only a unit's question allows would hardly ever come up.
  const owned = questions.filter(({ status }) => status === "routed" || status === "accepted");
  const { questionId } = random.pick(owned.length > 0 && random.chance(0.5) ? owned : questions);
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
      command: {
        type: "stage.queue",
        questionId,
        place: random.pick([null, 0, 1, 50]),
      },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "question.decline",
        questionId,
        reason: text("reason"),
        similarTo: random.pick(questions).questionId,
      },
    }),
    () => ({
      actor: moderator,
      command: { type: "stage.show", recordId: random.chance(0.3) ? null : `question:${questionId}` },
    }),
    () => ({
      actor: moderator,
      command: { type: "stage.turn", recordId: shown ?? `question:${questionId}`, page: 1 + random.below(4) },
    }),
    () => ({
      actor: moderator,
      command: { type: "person.move", personId: random.pick(people).personId, roomId },
    }),
    () => ({ actor: moderator, command: { type: random.chance(0.7) ? "room.open" : "room.close", roomId } }),
    () => ({ actor: organiser, command: { type: "session.update", title: text("title") } }),
    () => {
      const { personId } = random.pick(people);
      return { actor: moderator, command: { type: "notes.hold", roomId, personId, on: random.chance(0.6) } };
    },
    () => ({ actor: anybody(), command: { type: "question.approve", questionId } }),
    ...lifeMoves({ random, state, questionId, moderator, text }),
  ];
  if (answers.length > 0) {
    const { answerId } = random.pick(answers);
    makers.push(
      () => ({ actor: moderator, command: { type: "answer.hold", answerId, on: random.chance(0.6) } }),
      () => ({ actor: moderator, command: { type: "answer.edit", answerId, text: text("answer") } }),
    );
  }
  if (followups.length > 0) {
    makers.push(
      ...ledgerMoves({ random, state, followupId: random.pick(followups).followupId, moderator, text }),
    );
  }
  return random.pick(makers)();
}

interface Scene {
  readonly random: Seeded;
  readonly state: SessionState;
  readonly moderator: Actor;
  readonly text: (kind: string) => string;
}

/** What happens to a question between routing and closing, and what joins it with others. */
function lifeMoves({
  random,
  state,
  questionId,
  moderator,
  text,
}: Scene & { questionId: string }): (() => Move)[] {
  const question = state.find("question", `question:${questionId}`);
  const people = [...state.all("person")];
  const lead = people.find((person) => person.side === "municipal" && person.unit === question?.leadUnit);
  const unit: Actor = { kind: "person", personId: (lead ?? random.pick(people)).personId };
  const askerId = question?.merged?.askers[0]?.askerId ?? question?.askerId ?? "";
  const asker: Actor = people.some(({ personId }) => personId === askerId)
    ? { kind: "person", personId: askerId }
    : moderator;
  const merged = [...state.all("question")].filter((other) => other.merged !== null);
  const others = [...state.all("question")].map((other) => other.questionId);
  const keep = (): Move => ({
    actor: random.chance(0.5) ? unit : moderator,
    command: { type: "question.keep", questionId },
  });
  const promise = (): Move => ({
    actor: unit,
    command: { type: "question.promise", questionId, dueAt: 4_000_000_000_000 },
  });
  const isOwned = question?.status === "routed" || question?.status === "accepted";
  const accept = (): Move => ({ actor: unit, command: { type: "question.accept", questionId } });
  const toUnit = random.pick(UNITS.filter((name) => name !== question?.leadUnit));
  const handOn = (): Move => ({
    actor: unit,
    command: { type: "question.handOn", questionId, toUnit, reason: text("handon") },
  });
  const rate = (): Move => ({
    actor: asker,
    command: {
      type: "question.rate",
      questionId,
      verdict: random.pick(["settled", "unsettled"] as const),
      note: text("note"),
    },
  });
  const apt = isOwned
    ? question.handOn === null
      ? [promise, promise, accept, handOn, handOn]
      : [keep, keep, keep, keep, keep, keep]
    : question?.status === "answered"
      ? [rate, rate, rate, rate]
      : [];
  return [
    ...apt,
    keep,
    promise,
    () => ({
      actor: moderator,
      command: {
        type: "room.moderate",
        roomId: random.pick([...state.all("room")]).roomId,
        moderation: random.pick(["before", "after", null] as const),
      },
    }),
    () => ({ actor: moderator, command: { type: "question.hold", questionId, on: random.chance(0.5) } }),
    () => ({
      actor: moderator,
      command: {
        type: "question.sweep",
        questionId,
        act: random.pick(["decline", "hold"] as const),
        reason: text("sweep"),
      },
    }),
    accept,
    handOn,
    rate,
    () => ({
      actor: moderator,
      command: {
        type: "question.merge",
        intoId: merged.length > 0 && random.chance(0.4) ? random.pick(merged).questionId : random.id(),
        questionIds: [questionId, random.pick(others)],
        text: text("merged"),
      },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "question.undo",
        questionId,
        step: state.find("trail", `trail:${questionId}`)?.count ?? 1,
      },
    }),
    () => ({ actor: moderator, command: { type: "question.lift", questionId, on: random.chance(0.7) } }),
    () => ({
      actor: moderator,
      command: {
        type: "question.disclose",
        questionId,
        disclosure: random.pick(["open", "open", "staff", "unrecorded"] as const),
      },
    }),
    () => ({ actor: moderator, command: { type: "topics.set", names: ["专项债", "招商引资"] } }),
    () => ({ actor: moderator, command: { type: "question.label", questionId, topics: ["专项债"] } }),
    () => ({ actor: moderator, command: { type: "phrases.set", declineReasons: [text("phrase")] } }),
    () => ({ actor: moderator, command: { type: "question.close", questionId, outcome: "follow-up" } }),
  ];
}

function ledgerMoves({
  random,
  state,
  followupId,
  moderator,
  text,
}: Scene & { followupId: string }): (() => Move)[] {
  const row = state.find("followup", `followup:${followupId}`);
  const people = [...state.all("person")];
  const lead = people.find((person) => person.side === "municipal" && person.unit === row?.leadUnit);
  const worker: Actor = lead === undefined ? moderator : { kind: "person", personId: lead.personId };
  return [
    () => ({
      actor: moderator,
      command: {
        type: "followup.update",
        followupId,
        gist: text("gist"),
        leadUnit: random.pick(UNITS),
        personInCharge: text("incharge"),
      },
    }),
    () => ({
      actor: worker,
      command: { type: "followup.progress", followupId, entryId: random.id(), text: text("progress") },
    }),
    () => ({ actor: worker, command: { type: "followup.finish", followupId, evidence: text("evidence") } }),
    () => ({ actor: moderator, command: { type: "followup.clear", followupId, reason: text("clear") } }),
    () => ({ actor: moderator, command: { type: "followup.reopen", followupId, reason: text("reopen") } }),
  ];
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
    () => ({ actor: organiser, command: { type: "person.restore", personId } }),
    () => ({ actor: organiser, command: { type: "person.excuse", personId, on: random.chance(0.7) } }),
    () => ({
      actor: organiser,
      command: {
        type: "person.update",
        personId,
        duties: random.pick([duties, [...duties, "leader"]]),
        group: random.pick(GROUPS),
        seat: random.chance(0.5) ? "1排1座" : null,
      },
    }),
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
