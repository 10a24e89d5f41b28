import type { Actor } from "../actor.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { byOrder } from "./by-order.ts";
import { type PersonRecord, personRecordId } from "./records.ts";

/** The roster's record of a person, unless taken off the roster. */
export function personOnRoster(personId: string, state: SessionState): PersonRecord | undefined {
  const person = state.find("person", personRecordId(personId));
  return person?.removed === false ? person : undefined;
}

/** The roster's record of a person who acts, unless taken off the roster. */
export function personOf(actor: Actor, state: SessionState): PersonRecord | undefined {
  return actor.kind === "person" ? personOnRoster(actor.personId, state) : undefined;
}

/** Organiser, moderator, recorder: those who see everything (会务). */
export function isStaff(actor: Actor, state: SessionState): boolean {
  if (actor.kind === "organiser") return true;
  const person = personOf(actor, state);
  return person !== undefined && isStaffPerson(person);
}

/** A person of the side `staff`, or with a duty that makes one staff whatever the side. */
export function isStaffPerson(person: Pick<PersonRecord, "side" | "duties">): boolean {
  return person.side === "staff" || person.duties.includes("moderator") || person.duties.includes("recorder");
}

/** Organiser and moderators decide; recorders capture. */
export function isModerator(actor: Actor, state: SessionState): boolean {
  return actor.kind === "organiser" || personOf(actor, state)?.duties.includes("moderator") === true;
}

type Side = PersonRecord["side"];

/** The sides whose units can be asked, in the order in which they are offered: the counties ask each other, too. */
export const ANSWERING_SIDES = ["municipal", "expert", "county"] as const satisfies readonly Side[];

/** Whether a side speaks for a unit that can be asked: staff organise, and observers look on. */
export function isAnsweringSide(side: Side): boolean {
  return ANSWERING_SIDES.some((one) => one === side);
}

/** Whether somebody is there to answer and not to ask. */
export function onlyAnswers(side: Side): boolean {
  return isAnsweringSide(side) && side !== "county";
}

/** Whether somebody speaks for `unit`. */
export function speaksFor(person: PersonRecord | undefined, unit: string | null): boolean {
  return person !== undefined && isAnsweringSide(person.side) && person.unit === unit;
}

/** Whether somebody speaks for the unit that leads or for one that supports. */
export function isOfOne(
  person: PersonRecord | undefined,
  { leadUnit, supportUnits }: { readonly leadUnit: string | null; readonly supportUnits: readonly string[] },
): boolean {
  return [leadUnit, ...supportUnits].some((unit) => speaksFor(person, unit));
}

/** Units that can be asked to answer: those of the people on the roster whose side answers. */
export function isAnsweringUnit(unit: string, state: SessionState): boolean {
  for (const person of state.all("person")) if (!person.removed && speaksFor(person, unit)) return true;
  return false;
}

/** Every unit that can be asked to answer, by 排序号. */
export function answeringUnitsIn(state: SessionState): string[] {
  const people = [...state.all("person")].filter(({ removed, side }) => !removed && isAnsweringSide(side));
  return [...new Set(people.sort(byOrder).map(({ unit }) => unit))];
}

/** Whether a person is in a room: in the plenary always, in one breakout at a time. */
export function isInRoom(person: PersonRecord, roomId: string, state: SessionState): boolean {
  const room = state.find("room", roomRecordId(roomId));
  return room !== undefined && (room.roomKind === "plenary" || person.roomId === roomId);
}
