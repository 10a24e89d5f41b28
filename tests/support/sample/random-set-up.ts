import type { Actor } from "../../../shared/domain/actor.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { type Move, UNITS } from "./moves/scene.ts";
import type { Seeded } from "./seeded.ts";

const GROUPS = ["第一组", "第二组", null] as const;

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
  const withdrawable = [...state.all("trail")]
    .filter(({ steps }) => steps.length === 1 && steps[0]?.kind === "collected")
    .map(({ questionId }) => questionId);
  const makers: (() => Move)[] = [
    () => ({
      actor: organiser,
      command: { type: "room.create", roomId: random.id(), name: text("room"), kind: "breakout" },
    }),
    () => ({ actor: organiser, command: { type: "room.rename", roomId, name: text("room") } }),
    () => ({ actor: { kind: "system" }, command: { type: "person.arrive", personId } }),
    () => ({ actor: organiser, command: { type: "person.remove", personId } }),
    () => ({ actor: organiser, command: { type: "person.restore", personId } }),
    () => ({
      actor: organiser,
      command: {
        type: "person.excuse",
        personId,
        on: random.chance(0.7),
        ...(random.chance(0.5) && { excuseReason: text("reason"), substitute: text("substitute") }),
      },
    }),
    () => ({ actor: organiser, command: { type: "person.leave", personId, on: random.chance(0.7) } }),
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
    () => ({
      actor: organiser,
      command: {
        type: "question.import",
        roomId,
        questions: [
          { questionId: random.id(), text: text("collected"), unit: random.pick(UNITS), askerId: personId },
          { questionId: random.id(), text: text("collected"), fromUnit: random.pick(UNITS) },
        ],
      },
    }),
    () => ({
      actor: organiser,
      command: {
        type: "question.withdraw",
        questionIds: withdrawable.length > 0 ? withdrawable : [random.id()],
      },
    }),
  ];
  return random.pick(makers)();
}
