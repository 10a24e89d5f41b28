import { roundProblem } from "../../../shared/domain/rounds/round-problem.ts";
import { withSeating } from "../../../shared/domain/rounds/seats.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";
import type { RoundGroup } from "../../../shared/protocol/commands/rounds.ts";
import { useUndoNotice } from "../../ui/undo.tsx";
import { useAct } from "../acting/use-act.ts";
import { groupInSlices } from "./group-in-slices.ts";
import { type Plan, planOf, withRosterLeaders } from "./plans.ts";
import { useRoundWords } from "./use-round-words.ts";
import type { Person, Round } from "./use-rounds.ts";

export type Description = Pick<RoundGroup, "name" | "topic" | "max">;
type Seat = Pick<CommandOf<"round.seat">, "personId" | "roomId" | "locked">;

/** Acts on rounds; each says what went wrong by itself and offers to take back what it did. */
export interface RoundActs {
  /** Resolves with whether there is one now. */
  create(plan: Plan): Promise<boolean>;
  /** Gives a round other groups or rules; with `done` it can be taken back. */
  plan(round: Round, change: Partial<Plan>, done?: string): Promise<void>;
  /** Seats everybody by the rules of the round; who is locked stays. */
  balance(
    round: Round,
    change: Partial<Plan>,
    people: readonly Person[],
    rounds: readonly Round[],
  ): Promise<void>;
  seat(round: Round, seat: Seat, before: Seat, done: string | null): void;
  appoint(
    round: Round,
    group: RoundGroup,
    as: CommandOf<"round.appoint">["as"],
    personId: string | null,
  ): void;
  /** Opens a round for participants to choose their group, or ends that. */
  offer(round: Round, on: boolean): Promise<void>;
  /** Resolves with whether it is so now. */
  describe(round: Round, group: RoundGroup, now: Description): Promise<boolean>;
  rename(round: Round, name: string): Promise<boolean>;
  remove(round: Round): Promise<void>;
  start(round: Round, people: number): Promise<void>;
  recall(round: Round): Promise<void>;
}

export function useRoundActs(): RoundActs {
  const words = useRoundWords();
  const act = useAct();
  const notice = useUndoNotice();
  const plan: RoundActs["plan"] = async (round, change, done) => {
    const before = planOf(round);
    if (!(await act({ type: "round.plan", ...before, ...change }))) return;
    if (done !== undefined) notice(done, () => act({ type: "round.plan", ...before }));
  };
  return {
    create: (fresh) => act({ type: "round.plan", ...fresh }),
    plan,
    balance: async (round, change, people, rounds) => {
      const led = withRosterLeaders(round.groups, people);
      const wanted = { ...planOf(round), ...change, groups: led, seed: newSeed() };
      const seating = await groupInSlices(roundProblem(wanted, people, rounds));
      const groups = withSeating(wanted.groups, seating);
      await plan(
        round,
        { ...change, seed: wanted.seed, groups },
        words.balanced(seating.size, groups.length),
      );
    },
    seat: async ({ roundId }, seat, before, done) => {
      if (!(await act({ type: "round.seat", roundId, ...seat }))) return;
      if (done !== null) notice(done, () => act({ type: "round.seat", roundId, ...before }));
    },
    appoint: async ({ roundId }, { roomId }, as, personId) => {
      await act({ type: "round.appoint", roundId, roomId, as, personId });
    },
    offer: async ({ roundId, name }, on) => {
      if (!(await act({ type: "round.offer", roundId, on }))) return;
      const done = on ? words.offered(name) : words.offerEnded(name);
      notice(done, () => act({ type: "round.offer", roundId, on: !on }));
    },
    describe: async ({ roundId }, { roomId, name, topic, max }, now) => {
      if (!(await act({ type: "round.describe", roundId, roomId, ...now }))) return false;
      const before = { name, max, ...(topic !== undefined && { topic }) };
      notice(words.described(now.name), () => act({ type: "round.describe", roundId, roomId, ...before }));
      return true;
    },
    rename: ({ roundId }, name) => act({ type: "round.rename", roundId, name }),
    remove: async ({ roundId, name }) => {
      if (!(await act({ type: "round.remove", roundId }))) return;
      notice(words.removed(name), () => act({ type: "round.restore", roundId }));
    },
    start: async ({ roundId, name }, people) => {
      if (!(await act({ type: "round.start", roundId }))) return;
      notice(words.started(name, people), () => act({ type: "round.recall", roundId }));
    },
    recall: async ({ roundId, name }) => {
      if (!(await act({ type: "round.recall", roundId }))) return;
      notice(words.recalled(name), () => act({ type: "round.start", roundId }));
    },
  };
}

function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
