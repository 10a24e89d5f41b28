import { Button } from "@mantine/core";
import { useState } from "react";
import { USUAL_RULES } from "../../../shared/domain/rounds/rules.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useCan, useRecord, useRecords } from "../../sync/hooks.ts";
import { newId } from "../../sync/new-id.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { emptied, emptyGroup, type Plan, usualGroupCount } from "./plans.ts";
import { RoundBoard } from "./round-board.tsx";
import { RoundTabs } from "./round-tabs.tsx";
import { useRoundActs } from "./use-round-acts.ts";
import { useRoundWords } from "./use-round-words.ts";
import { useRoundPeople, useRounds } from "./use-rounds.ts";

/** The rounds side by side, one of them open. */
export function RoundsScreen() {
  const words = useRoundWords();
  const rounds = useRounds();
  const people = useRoundPeople();
  const acts = useRoundActs();
  const fresh = useFreshPlan();
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  const canPlan = useCan()({ type: "round.plan" });
  const [wanted, setWanted] = useState<string | null>(null);
  // The latest is the one that is worked on.
  const open = rounds.find(({ roundId }) => roundId === wanted) ?? rounds.at(-1);
  const mayAdd = canPlan && !isSealed;
  const add = singlePress(async () => {
    const plan = fresh();
    if (await acts.create(plan)) setWanted(plan.roundId);
  });
  if (open === undefined) {
    const hasPeople = people.seatable.length > 0;
    return (
      <EmptyState
        title={hasPeople ? words.none : words.noPeople}
        {...(mayAdd && { hint: hasPeople ? words.noneHint : words.noPeopleHint })}
      >
        {mayAdd && hasPeople && <Button onClick={add}>{words.add}</Button>}
      </EmptyState>
    );
  }
  return (
    <>
      <RoundTabs rounds={rounds} open={open} onOpen={setWanted} {...(mayAdd && { onAdd: add })} />
      <RoundBoard
        key={open.roundId}
        round={open}
        rounds={rounds}
        people={people}
        acts={acts}
        isReadOnly={!mayAdd || open.status === "ended"}
        isSealed={isSealed}
      />
    </>
  );
}

/** A round as it begins: in the rooms of the last one, or of the session, or of as many groups as the people want. */
function useFreshPlan(): () => Plan {
  const words = useRoundWords();
  const rounds = useRounds();
  const rooms = useRecords("room");
  const { seatable } = useRoundPeople();
  return () => {
    const last = rounds.at(-1);
    const breakouts = rooms
      .filter(({ roomKind }) => roomKind === "breakout")
      .sort((one, other) => one.order - other.order)
      .map(({ roomId, name }) => emptyGroup(roomId, name));
    const made = () =>
      Array.from({ length: Math.min(LIMITS.roomsMax - 1, usualGroupCount(seatable.length)) }, (_, at) =>
        emptyGroup(newId(), words.groupName(at + 1)),
      );
    const groups = last === undefined ? (breakouts.length > 1 ? breakouts : made()) : emptied(last.groups);
    const rules = last?.rules ?? USUAL_RULES;
    const taken = new Set(rounds.map(({ name }) => name));
    let ordinal = rounds.length + 1;
    while (taken.has(words.roundName(ordinal))) ordinal += 1;
    const notMet = rounds.map(({ roundId }) => roundId);
    return { roundId: newId(), name: words.roundName(ordinal), groups, rules: { ...rules, notMet }, seed: 0 };
  };
}
