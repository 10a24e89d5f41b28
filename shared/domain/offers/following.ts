import type { Acting } from "../acting.ts";
import { afterPatch, type Patch, remove } from "../patches.ts";
import { type PersonRecord, personRecordId } from "../people/records.ts";
import { type Bare, nameOfKind } from "../record-base.ts";
import type { RoundRecord } from "../rounds/records.ts";
import { fixedIn, seatsOf } from "../rounds/seats.ts";
import type { SessionState } from "../state.ts";
import { type ChoiceRecord, choiceRecordId, type OfferRecord, offerRecordId } from "./records.ts";

/** What is offered and chosen keeps step with the round that is open for it, and is gone when none is. */
export function followRounds({ state }: Acting, patches: readonly Patch[]): Patch[] {
  const rounds = new Map([...state.all("round")].map((round) => [round.id, round]));
  const people = new Map<string, PersonRecord | undefined>();
  let isTouched = false;
  for (const patch of patches) {
    const name = nameOfKind(patch.id);
    if (name === "round") {
      isTouched = true;
      const after = afterPatch(rounds.get(patch.id), patch);
      if (after !== undefined) rounds.set(patch.id, after);
    } else if (name === "person") {
      const before = people.has(patch.id) ? people.get(patch.id) : state.find("person", patch.id);
      const after = afterPatch(before, patch);
      people.set(patch.id, after);
      isTouched ||= before?.removed !== after?.removed;
    }
  }
  if (!isTouched) return [];
  const isListed = (personId: string) => {
    const id = personRecordId(personId);
    return (people.has(id) ? people.get(id) : state.find("person", id))?.removed === false;
  };
  const open = [...rounds.values()].find(({ choosing, removed }) => choosing && !removed);
  return [
    ...differing("offer", open === undefined ? new Map() : offersOf(open, isListed), state),
    ...differing("choice", open === undefined ? new Map() : choicesOf(open), state),
  ];
}

function offersOf(
  { roundId, groups }: RoundRecord,
  isListed: (personId: string) => boolean,
): Map<string, Bare<OfferRecord>> {
  return new Map(
    groups.map((group, order) => {
      const { roomId, name, topic = null, max } = group;
      // Who is taken off the roster leaves the seat to others.
      const taken = seatsOf(group).filter(isListed).length;
      const fields = { roundId, roomId, order, name, topic, max, taken };
      return [offerRecordId(roomId), fields];
    }),
  );
}

function choicesOf(round: RoundRecord): Map<string, Bare<ChoiceRecord>> {
  const { roundId, chosen } = round;
  const choosers = new Set(chosen);
  const staying = fixedIn(round);
  return new Map(
    round.groups.flatMap((group) =>
      seatsOf(group).flatMap((personId) => {
        const fixed = staying.has(personId);
        if (!fixed && !choosers.has(personId)) return [];
        return [[choiceRecordId(personId), { personId, roundId, roomId: group.roomId, fixed }] as const];
      }),
    ),
  );
}

/** Patches that make the records of a kind these and no others. */
function differing<K extends "offer" | "choice">(
  kind: K,
  wanted: ReadonlyMap<string, Bare<OfferRecord | ChoiceRecord>>,
  state: SessionState,
): Patch[] {
  const gone: Patch[] = [];
  const others = new Map(wanted);
  for (const before of state.all(kind)) {
    const fields = wanted.get(before.id);
    if (fields === undefined) gone.push(remove(before.id));
    else if (isAlike(before, fields)) others.delete(before.id);
  }
  return [...gone, ...[...others].map(([id, fields]): Patch => ({ op: "put", kind, id, fields }))];
}

/** Whether a record says so already; its fields hold nothing that is made of parts. */
function isAlike(record: object, fields: object): boolean {
  return Object.entries(fields).every(([name, value]) => Reflect.get(record, name) === value);
}
