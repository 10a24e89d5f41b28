import type { CommandOf } from "../../../../shared/protocol/commands/command.ts";
import { anybody, type Moves } from "./scene.ts";

/** Rounds of groups are planned, changed by hand, started and taken back. */
export const rounds: Moves = (scene) => {
  const { random, state, moderator, text } = scene;
  const known = [...state.all("round")];
  const roundId = known.length > 0 && random.chance(0.8) ? random.pick(known).roundId : random.id();
  const round = known.find((one) => one.roundId === roundId);
  const people = [...state.all("person")].map(({ personId }) => personId);
  const breakouts = [...state.all("room")].filter(({ roomKind }) => roomKind === "breakout");
  const roomIds = (round?.groups.length ? round.groups : breakouts).map((group) => group.roomId);
  const roomId = random.pick(roomIds);
  const plan = (): CommandOf<"round.plan"> => {
    const groups = breakouts.map((room) => ({
      roomId: room.roomId,
      name: room.name,
      topic: text("topic"),
      max: random.pick([null, 5]),
      locked: people.filter(() => random.chance(0.05)),
      free: people.filter(() => random.chance(0.3)),
      leaderId: random.pick([null, ...people]),
      recorderId: random.pick([null, ...people]),
    }));
    const rules = {
      balanceSides: random.chance(0.5),
      balancePosts: random.chance(0.5),
      apartUnits: random.chance(0.5),
      apart: [],
      together: [],
      notMet: known.map((one) => one.roundId),
    };
    return { type: "round.plan", roundId, name: "第一轮", groups, rules, seed: random.below(1_000) };
  };
  return [
    () => ({ actor: moderator, command: plan() }),
    () => ({
      actor: moderator,
      command: {
        type: "round.seat",
        roundId,
        personId: random.pick(people),
        roomId: random.pick([null, roomId]),
        locked: random.chance(0.3),
      },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "round.appoint",
        roundId,
        roomId,
        as: random.pick(["leader", "recorder"] as const),
        personId: random.pick([null, ...people]),
      },
    }),
    () => ({ actor: moderator, command: { type: "round.start", roundId } }),
    () => ({
      actor: moderator,
      command: { type: random.pick(["round.recall", "round.remove", "round.restore"] as const), roundId },
    }),
    () => ({ actor: moderator, command: { type: "round.offer", roundId, on: random.chance(0.7) } }),
    () => ({
      actor: anybody(scene),
      command: { type: "round.choose", roundId, roomId: random.pick([null, roomId, roomId]) },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "round.describe",
        roundId,
        roomId,
        name: `第${random.below(99)}小组`,
        topic: text("topic"),
        max: random.pick([null, 1, 5]),
      },
    }),
    () => ({ actor: moderator, command: { type: "round.rename", roundId, name: `第${random.below(9)}轮` } }),
  ];
};
