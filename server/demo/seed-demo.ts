import type { Actor } from "../../shared/domain/actor.ts";
import type { PersonRecord } from "../../shared/domain/people/records.ts";
import { planRoster } from "../../shared/domain/people/roster-plan.ts";
import { questionRecordId } from "../../shared/domain/questions/records.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
import { notesDocumentName } from "../../shared/protocol/notes.ts";
import type { HostRegistry } from "../host/host-registry.ts";
import type { SessionHost } from "../host/session-host.ts";
import type { Pins } from "../identity/pins.ts";
import type { NotesStore } from "../ports/notes-store.ts";
import { DEMO_NOTES, DEMO_QUESTIONS, type DemoQuestion } from "./class-questions.ts";
import { DEMO_ROOMS, demoRoster } from "./class-roster.ts";
import { demoNotes } from "./demo-notes.ts";

export interface DemoParts {
  readonly hosts: HostRegistry;
  readonly notes: NotesStore;
  readonly pins: Pins;
  readonly clock: () => number;
  readonly newId: () => string;
}

/** Somebody to sign in as: one of each role. */
export interface DemoSeat {
  readonly role: "moderator" | "recorder" | "county" | "municipal" | "observer";
  readonly name: string;
  readonly unit: string;
  readonly pin: string;
}

const ORGANISER: Actor = { kind: "organiser" };

/** Fills an empty server with an evening under way; returns one seat of each role. */
export async function seedDemo(parts: DemoParts): Promise<{ sessionId: string; seats: DemoSeat[] }> {
  const { hosts, newId } = parts;
  const sessionId = newId();
  const rooms = DEMO_ROOMS.map((room) => ({ ...room, roomId: newId() }));
  await hosts.create(ORGANISER, {
    type: "session.create",
    sessionId,
    title: "县域经济高质量发展 · 互动交流会",
    startsAt: parts.clock(),
    place: "三楼会议室",
    settings: { moderation: "before", anonymity: "hidden" },
    rooms,
  });
  const host = await hosts.open(sessionId);
  if (host === null) throw new Error("the demo's session was not made");
  const plan = planRoster(demoRoster(), [], host.state.all("room"), newId);
  const { act, done } = actOn(host, newId);
  act(ORGANISER, { type: "roster.import", people: [...plan.people] });
  await done();
  const people = [...host.state.all("person")].sort((one, other) => one.order - other.order);
  for (const person of people.slice(0, -4)) {
    act({ kind: "system" }, { type: "person.arrive", personId: person.personId });
  }
  const breakouts = rooms.slice(1);
  for (const { roomId } of breakouts) act(ORGANISER, { type: "room.open", roomId });
  for (const [index, question] of DEMO_QUESTIONS.entries()) {
    const roomId = (question.group === undefined ? rooms[0] : breakouts[question.group - 1])?.roomId ?? "";
    seedQuestion(question, index, roomId, people, act, newId);
  }
  await done();
  showFirst(host, act);
  await done();
  await parts.notes.append(
    DEMO_NOTES.map((notes, index) => {
      const { clientId, bytes } = demoNotes(notes);
      const documentName = notesDocumentName(sessionId, breakouts[index]?.roomId ?? "");
      return { documentName, seq: 1, actor: "organiser", clientIds: [clientId], at: parts.clock(), bytes };
    }),
  );
  return { sessionId, seats: await demoSeats(people, sessionId, parts.pins) };
}

type Act = (actor: Actor, command: Command) => void;

/** Submits in order without waiting, so that a few commits take it all; `done` fails if anything was refused. */
function actOn(host: SessionHost, newId: () => string): { act: Act; done: () => Promise<void> } {
  const replies: Promise<void>[] = [];
  const submit = async (actor: Actor, command: Command) => {
    const reply = await host.submit(actor, newId(), command);
    if (!reply.ok) throw new Error(`the demo's ${command.type} was refused: ${reply.error.code}`);
  };
  return {
    act: (actor, command) => {
      replies.push(submit(actor, command));
    },
    done: async () => {
      await Promise.all(replies);
    },
  };
}

function seedQuestion(
  question: DemoQuestion,
  index: number,
  roomId: string,
  people: readonly PersonRecord[],
  act: Act,
  newId: () => string,
): void {
  const here = people.filter(
    (person) => person.side === "county" && (question.group === undefined || person.roomId === roomId),
  );
  const asker = here[(index * 7) % here.length];
  if (asker === undefined) throw new Error("the demo's group has no county official");
  const questionId = newId();
  const { text, nature, unit, state } = question;
  const askerActor: Actor = { kind: "person", personId: asker.personId };
  act(askerActor, {
    type: "question.ask",
    questionId,
    roomId,
    text,
    nature,
    unit,
    anonymous: question.anonymous === true,
  });
  if (question.corrected !== undefined) {
    act(ORGANISER, { type: "question.edit", questionId, text: question.corrected });
  }
  if (state === "pending") return;
  if (state === "declined") {
    act(ORGANISER, { type: "question.decline", questionId, reason: question.reason ?? "" });
    return;
  }
  act(ORGANISER, { type: "question.approve", questionId });
  const others = here.filter((person) => person !== asker).slice(0, question.supporters ?? 0);
  for (const { personId } of others) {
    act({ kind: "person", personId }, { type: "question.support", questionId, on: true });
  }
  if (state === "public") return;
  const supportUnits = [...(question.support ?? [])];
  act(ORGANISER, { type: "question.route", questionId, leadUnit: unit, supportUnits });
  const official = people.find((person) => person.unit === unit);
  if (state === "routed" && official !== undefined && index % 2 === 0) {
    act({ kind: "person", personId: official.personId }, { type: "question.accept", questionId });
  }
  if (question.answer !== undefined) {
    const recorder = people.find((person) => person.duties.includes("recorder"));
    const speaker = question.oral === true ? recorder : official;
    act(speaker === undefined ? ORGANISER : { kind: "person", personId: speaker.personId }, {
      type: "answer.post",
      answerId: newId(),
      questionId,
      text: question.answer,
      manner: question.oral === true ? "oral" : "written",
    });
  }
  if (state === "answered") {
    act(askerActor, {
      type: "question.rate",
      questionId,
      verdict: index % 3 === 0 ? "unsettled" : "settled",
    });
  }
  if (state === "resolved" || state === "follow-up") {
    act(ORGANISER, { type: "question.close", questionId, outcome: state });
  }
}

function showFirst(host: SessionHost, act: Act): void {
  const first = [...host.state.all("question")].find((question) => question.support > 20);
  if (first !== undefined)
    act(ORGANISER, { type: "stage.show", recordId: questionRecordId(first.questionId) });
}

async function demoSeats(
  people: readonly PersonRecord[],
  sessionId: string,
  pins: Pins,
): Promise<DemoSeat[]> {
  const chosen: [DemoSeat["role"], PersonRecord | undefined][] = [
    ["moderator", people.find((person) => person.duties.includes("moderator"))],
    ["recorder", people.find((person) => person.duties.includes("recorder"))],
    ["county", people.find((person) => person.side === "county")],
    ["municipal", people.find((person) => person.side === "municipal")],
    ["observer", people.find((person) => person.side === "observer")],
  ];
  const pinOf = await pins.all(
    sessionId,
    people.map((person) => person.personId),
  );
  return chosen.flatMap(([role, person]) =>
    person === undefined
      ? []
      : [{ role, name: person.name, unit: person.unit, pin: pinOf.get(person.personId) ?? "" }],
  );
}
