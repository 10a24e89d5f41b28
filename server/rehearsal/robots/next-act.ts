import type { Draws } from "../../../shared/domain/grouping/draws.ts";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import { leads } from "../../../shared/domain/people/leading.ts";
import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import { isStaffPerson } from "../../../shared/domain/people/standing.ts";
import { can } from "../../../shared/domain/rights.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { accept, answer, promise } from "./moves/answering.ts";
import { ask, rate, review, support } from "./moves/asking.ts";
import { callHelp, open, stopTime, takeBackHelp, time, write } from "./moves/rooms.ts";
import { end, note, point, request, start, thank, want } from "./moves/speaking.ts";
import { byId, type Move, type RobotAct, type Scene } from "./scene.ts";

/** How often each is tried, beside the others. */
const MOVES: readonly (readonly [weight: number, move: Move])[] = [
  [6, ask],
  [30, support],
  [5, rate],
  [8, review],
  [8, accept],
  [10, answer],
  [1, promise],
  [7, request],
  [7, start],
  [8, note],
  [5, point],
  [6, end],
  [6, want],
  [14, write],
  [4, open],
  [1, callHelp],
  [1, takeBackHelp],
  [1, time],
  [2, stopTime],
];
const WEIGHT = MOVES.reduce((sum, [weight]) => sum + weight, 0);
/** Where nothing of what was drawn can be done, so many others are tried. */
const TRIES = 24;

/** Whether robots may act for somebody: for everybody of the class, never for staff. */
export function isPlayable(person: PersonRecord): boolean {
  return !person.removed && person.excused !== true && !isStaffPerson(person);
}

/** Whom robots act for in a session, by 排序号: all of the class, or so many by lot, the leaders first. */
export function castOf(state: SessionState, draws: Draws, most: number | null): string[] {
  const people = [...state.all("person")].filter(isPlayable).sort(byOrder);
  if (most === null) return people.map(({ personId }) => personId);
  const isLeader = ({ duties }: PersonRecord) => duties.includes("leader");
  const others = draws.shuffled(people.filter((person) => !isLeader(person)));
  return [...people.filter(isLeader), ...others].slice(0, most).map(({ personId }) => personId);
}

/** What a robot looks at, beside the state. */
export interface Looking extends Pick<Scene, "draws" | "newId" | "now" | "linesIn"> {
  /** Whom robots act for, here or not. */
  readonly cast: ReadonlySet<string>;
}

/** What the class does next: decided by the state and the draws alone; null where nobody has anything to do. */
export function nextAct(state: SessionState, { cast, ...looking }: Looking): RobotAct | null {
  const players = [...state.all("person")]
    .filter((person) => cast.has(person.personId) && isPlayable(person))
    .filter(({ arrivedAt, leftAt }) => arrivedAt !== null && (leftAt ?? null) === null)
    .sort(byOrder);
  const scene: Scene = { ...looking, state, players };
  // Nobody is let speak over the time while others do this and that.
  const thanks = thank(scene);
  if (thanks !== null) return thanks;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = drawnMove(looking.draws)(scene);
    if (found !== null) return found;
  }
  return null;
}

/** What is done at once when the class begins to act: who is not here yet comes in, and leaders open their rooms. */
export function openingActs(state: SessionState, cast: ReadonlySet<string>): RobotAct[] {
  const people = [...state.all("person")]
    .filter((person) => cast.has(person.personId) && isPlayable(person))
    .sort(byOrder);
  const arrivals = people
    .filter(({ arrivedAt, leftAt }) => arrivedAt === null || (leftAt ?? null) !== null)
    .map(({ personId }): RobotAct => {
      return { kind: "command", actor: { kind: "system" }, command: { type: "person.arrive", personId } };
    });
  const openings = [...state.all("room")]
    .filter(({ roomKind, status }) => roomKind === "breakout" && status === "closed")
    .sort(byId)
    .flatMap(({ roomId }) =>
      openedBy(
        people.find((person) => leads(person, roomId)),
        roomId,
        state,
      ),
    );
  return [...arrivals, ...openings];
}

function openedBy(leader: PersonRecord | undefined, roomId: string, state: SessionState): RobotAct[] {
  if (leader === undefined) return [];
  const actor = { kind: "person", personId: leader.personId } as const;
  const command = { type: "room.open", roomId } as const;
  return can(actor, command, state) ? [{ kind: "command", actor, command }] : [];
}

function drawnMove(draws: Draws): Move {
  let left = draws.below(WEIGHT);
  for (const [weight, move] of MOVES) {
    left -= weight;
    if (left < 0) return move;
  }
  return ask;
}
