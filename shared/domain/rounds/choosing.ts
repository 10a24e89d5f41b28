import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, set } from "../patches.ts";
import { personOf, personOnRoster } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import { findRound, passedOf } from "./planning.ts";
import { fixedIn, seatingOf, seatsOf, withSeat } from "./seats.ts";

/** One round at a time: opening one closes the other. */
export function offerRound({ roundId, on }: CommandOf<"round.offer">, { state }: Acting): Result<Patch[]> {
  const round = findRound(roundId, state);
  if (round === undefined) return refuse("round_unknown");
  if (round.choosing === on) return done([]);
  if (round.status !== "planned") return refuse(passedOf(round.status));
  const others = on ? [...state.all("round")].filter(({ choosing }) => choosing) : [];
  return done([...others.map((other) => set(other, { choosing: false })), set(round, { choosing: on })]);
}

/** The last seat goes to whoever is judged first; the other keeps what he had. */
export function chooseGroup(
  { roundId, roomId }: CommandOf<"round.choose">,
  { state, actor }: Acting,
): Result<Patch[]> {
  const round = findRound(roundId, state);
  if (round === undefined) return refuse("round_unknown");
  if (!round.choosing) return refuse("round_not_offered");
  const person = personOf(actor, state);
  if (person === undefined) return refuse("person_unknown");
  const { personId } = person;
  const target = round.groups.find((group) => group.roomId === roomId);
  if (roomId !== null && target === undefined) return refuse("room_unknown");
  if (fixedIn(round).has(personId)) return refuse("seat_locked");
  const isChosen = round.chosen.includes(personId);
  const before = seatingOf(round.groups).get(personId) ?? null;
  // Who was put there only as it came may say that it shall be so.
  if (roomId === null ? !isChosen : isChosen && before === roomId) return done([]);
  if (target !== undefined && before !== roomId) {
    const taken = seatsOf(target).filter((id) => personOnRoster(id, state) !== undefined).length;
    if (target.max !== null && taken >= target.max) return refuse("group_full");
    const seated = round.groups.reduce((sum, group) => sum + seatsOf(group).length, 0);
    if (before === null && seated >= LIMITS.roundSeatsMax) return refuse("too_many_people");
  }
  const others = round.chosen.filter((id) => id !== personId);
  return done([
    set(round, {
      groups: withSeat(round.groups, { personId, roomId, locked: true }),
      chosen: roomId === null ? others : [...others, personId],
    }),
  ]);
}

export function describeGroup(
  { roundId, roomId, name, topic, max }: CommandOf<"round.describe">,
  { state }: Acting,
): Result<Patch[]> {
  const round = findRound(roundId, state);
  if (round === undefined) return refuse("round_unknown");
  if (round.status !== "planned") return refuse(passedOf(round.status));
  if (!round.groups.some((group) => group.roomId === roomId)) return refuse("room_unknown");
  if (round.groups.some((group) => group.roomId !== roomId && group.name === name)) {
    return refuse("room_name_taken");
  }
  const groups = round.groups.map((group) => {
    if (group.roomId !== roomId) return group;
    const { topic: _before, ...others } = group;
    return { ...others, name, max, ...(topic !== undefined && { topic }) };
  });
  return done([set(round, { groups })]);
}
