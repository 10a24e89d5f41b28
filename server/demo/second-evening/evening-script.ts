import type { Actor } from "../../../shared/domain/actor.ts";
import { AGENDA_RECORD_ID } from "../../../shared/domain/agenda/records.ts";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import { planRoster } from "../../../shared/domain/roster/plan.ts";
import { leftAt } from "../../../shared/domain/speaking/clock.ts";
import { byPlace, hasFloor } from "../../../shared/domain/speaking/speech-state.ts";
import { SessionState } from "../../../shared/domain/state.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";
import { type PlayedAct, RobotPlay } from "../../rehearsal/robots/play.ts";
import { ORGANISER } from "../act-on.ts";
import { DEMO_ROOMS, demoRoster } from "../class-roster.ts";
import { EVENING, PEER_QUESTION } from "./evening-words.ts";
import { roundPlans } from "./round-plans.ts";
import { moderatorsAct, mostSupported } from "./staff-acts.ts";

const SEED = 64;
/** Robots act so often in each round; now and then the moderator does something. */
const ACTS_A_ROUND = 320;
const ACTS_BETWEEN = 4;
const MINUTE_MS = 60_000;
/** Whoever has less time left at the end has been thanked. */
const LATE_MS = 2 * MINUTE_MS;

export interface EveningWish {
  readonly sessionId: string;
  /** Milliseconds since 1970 UTC. */
  readonly startsAt: number;
  readonly newId: () => string;
  /** When each act is done, milliseconds since 1970 UTC; asked once an act. */
  readonly clock: () => number;
}

/** The second evening from its making to the middle of its second round, act by act: the same ids and times, the same evening. */
export function eveningScript({ sessionId, startsAt, newId, clock }: EveningWish): readonly PlayedAct[] {
  const prepared = new RobotPlay(SessionState.empty, { seed: SEED, newId, clock });
  prepare(prepared, { sessionId, startsAt, newId });
  const play = new RobotPlay(prepared.state, { seed: SEED, newId, clock });
  const people = [...play.state.all("person")].sort(byOrder);
  const [rounds, moderator] = [[...play.state.all("round")], onDuty("moderator", people)];
  const [excused] = people.filter(({ side }) => side === "county").slice(-1);
  const { reason, substitute } = EVENING.excuse;
  if (excused !== undefined)
    play.give(moderator, {
      type: "person.excuse",
      personId: excused.personId,
      on: true,
      excuseReason: reason,
      substitute,
    });
  for (const duty of ["moderator", "recorder"] as const) {
    const staff = people.find(({ duties }) => duties.includes(duty));
    if (staff !== undefined)
      play.give({ kind: "system" }, { type: "person.arrive", personId: staff.personId });
  }
  play.open();
  const actOn = () => {
    for (let done = 0; done < ACTS_A_ROUND; done += ACTS_BETWEEN) {
      play.act(ACTS_BETWEEN);
      const next = moderatorsAct(play.state);
      if (next !== null) play.give(moderator, next);
    }
  };
  const [briefing = null, ...itemIds] = agendaOf(play.state);
  play.give(moderator, { type: "agenda.advance", fromItemId: null, toItemId: briefing });
  let fromItemId = briefing;
  for (const [at, toItemId] of itemIds.slice(0, rounds.length).entries()) {
    play.give(moderator, { type: "agenda.advance", fromItemId, toItemId });
    fromItemId = toItemId;
    if (at === 0) askPeers(play, people, moderator, newId);
    actOn();
  }
  endWell(play, moderator);
  return [...prepared.played, ...play.played];
}

/** The session, the class and its two rounds, as the organiser leaves them before anybody comes. */
function prepare(play: RobotPlay, { sessionId, startsAt, newId }: Omit<EveningWish, "clock">): void {
  const rooms = DEMO_ROOMS.map((room) => ({ ...room, roomId: newId() }));
  play.give(ORGANISER, {
    type: "session.create",
    sessionId,
    title: EVENING.title,
    startsAt,
    place: EVENING.place,
    settings: { moderation: "before", anonymity: "hidden" },
    rooms,
    topics: [...zhCN.defaults.topics],
  });
  const plan = planRoster(demoRoster(), [], play.state.all("room"), newId);
  play.give(ORGANISER, { type: "roster.import", people: [...plan.people] });
  const grouped = [...play.state.all("person")].filter(({ roomId }) => roomId !== null).sort(byOrder);
  const breakouts = [...play.state.all("room")].filter(({ roomKind }) => roomKind === "breakout");
  breakouts.sort((one, other) => one.order - other.order);
  const plans = roundPlans(grouped, breakouts, newId);
  for (const command of plans) play.give(ORGANISER, command);
  const { briefing, rounds, report } = EVENING.agenda;
  const item = { type: "agenda.add", ledBy: null } as const;
  const plenary = { kind: "plenary" } as const;
  const add = (title: string, minutes: number, rest: Pick<CommandOf<"agenda.add">, "itemKind" | "roomSet">) =>
    play.give(ORGANISER, { ...item, itemId: newId(), title, plannedMs: minutes * MINUTE_MS, ...rest });
  add(briefing.title, briefing.minutes, { itemKind: "questions", roomSet: plenary });
  for (const [at, { roundId }] of plans.entries())
    add(rounds.titles[at] ?? "", rounds.minutes, { itemKind: "groups", roomSet: { kind: "round", roundId } });
  add(report.title, report.minutes, { itemKind: "report", roomSet: plenary });
}

/** The items of the agenda in order, by their ids. */
function agendaOf(state: SessionState): readonly string[] {
  return state.find("agenda", AGENDA_RECORD_ID)?.itemIds ?? [];
}

/** A county asks a county, and is answered. */
function askPeers(
  play: RobotPlay,
  people: readonly PersonRecord[],
  moderator: Actor,
  newId: () => string,
): void {
  const { fromUnit, toUnit, text, answer } = PEER_QUESTION;
  const [asker, peer] = [fromUnit, toUnit].map((unit) => people.find((person) => person.unit === unit));
  const plenary = [...play.state.all("room")].find(({ roomKind }) => roomKind === "plenary");
  if (asker === undefined || peer === undefined || plenary === undefined)
    throw new Error("the demo's counties are not there");
  const [by, of]: Actor[] = [asker, peer].map(({ personId }) => ({ kind: "person", personId }));
  const [questionId, answerId] = [newId(), newId()];
  const { roomId } = plenary;
  play.give(by as Actor, {
    type: "question.ask",
    questionId,
    roomId,
    text,
    unit: toUnit,
    nature: "difficulty",
  });
  play.give(moderator, { type: "question.approve", questionId });
  play.give(moderator, { type: "question.route", questionId, leadUnit: toUnit });
  play.give(of as Actor, { type: "question.accept", questionId });
  play.give(of as Actor, { type: "answer.post", answerId, questionId, text: answer, manner: "written" });
}

/** Whoever looks in finds people speaking, time counted down, a call for help and something on the stage. */
function endWell(play: RobotPlay, moderator: Actor): void {
  const { timer: label, help } = EVENING;
  const open = [...play.state.all("room")].filter(
    ({ status, roomKind }) => status === "open" && roomKind === "breakout",
  );
  open.sort((one, other) => one.order - other.order);
  for (const { roomId } of open.slice(0, 3))
    play.give(moderator, { type: "timer.start", roomId, durationMs: 12 * MINUTE_MS, label });
  const now = play.played.at(-1)?.at ?? 0;
  for (const { roomId } of open.slice(0, -2)) {
    const speeches = [...play.state.all("speech")].filter((speech) => speech.roomId === roomId);
    const current = speeches.find(hasFloor);
    const next = speeches.filter(({ status }) => status === "waiting").sort(byPlace)[0];
    const isLate = current !== undefined && (leftAt(current, now) ?? LATE_MS) < LATE_MS;
    if (next !== undefined && (current === undefined || isLate))
      play.give(moderator, { type: "speech.start", speechId: next.speechId });
    else if (isLate) play.give(moderator, { type: "speech.end", speechId: current.speechId });
  }
  const caller = [...play.state.all("person")]
    .filter(({ arrivedAt, roomId }) => arrivedAt !== null && roomId === open.at(-1)?.roomId)
    .sort(byOrder)[0];
  if (caller?.roomId != null)
    play.give(
      { kind: "person", personId: caller.personId },
      { type: "help.call", roomId: caller.roomId, text: help },
    );
  play.give(moderator, { type: "stage.show", recordId: mostSupported(play.state) });
}

function onDuty(duty: "moderator", people: readonly PersonRecord[]): Actor {
  const found = people.find(({ duties }) => duties.includes(duty));
  return found === undefined ? ORGANISER : { kind: "person", personId: found.personId };
}
