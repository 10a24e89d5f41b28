import type { PersonRecord } from "../../shared/domain/people/records.ts";
import { questionRecordId } from "../../shared/domain/questions/records.ts";
import { planRoster } from "../../shared/domain/roster/plan.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { notesDocumentName } from "../../shared/protocol/notes.ts";
import type { HostRegistry } from "../host/host-registry.ts";
import type { SessionHost } from "../host/session-host.ts";
import type { Pins } from "../identity/pins.ts";
import type { NotesStore } from "../ports/notes-store.ts";
import { type Act, actOn, ORGANISER } from "./act-on.ts";
import { DEMO_ROOMS, demoRoster } from "./class-roster.ts";
import { demoNotes } from "./demo-notes.ts";
import { GROUP_NOTES } from "./group-notes.ts";
import { GROUP_QUESTIONS } from "./group-questions.ts";
import { JOINED_QUESTION } from "./joined-question.ts";
import { PLENARY_QUESTIONS } from "./plenary-questions.ts";
import { seedJoined, seedQuestion } from "./seed-questions.ts";

export interface DemoParts {
  readonly hosts: HostRegistry;
  readonly notes: NotesStore;
  readonly pins: Pins;
  readonly clock: () => number;
  readonly newId: () => string;
}

const ROLES = ["moderator", "recorder", "county", "municipal", "expert", "observer"] as const;

/** Somebody to sign in as: one of each role. */
export interface DemoSeat {
  readonly role: (typeof ROLES)[number];
  readonly name: string;
  readonly unit: string;
  readonly pin: string;
}

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
    topics: [...zhCN.defaults.topics],
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
  const toTry = seatOf("county", people);
  const seeding = { people, toTry, act, newId, now: parts.clock() };
  const plenaryId = rooms[0]?.roomId ?? "";
  for (const [index, question] of [...PLENARY_QUESTIONS, ...GROUP_QUESTIONS].entries()) {
    const { group } = question;
    const roomId = group === undefined ? plenaryId : (breakouts[group - 1]?.roomId ?? "");
    seedQuestion(question, index, roomId, seeding);
  }
  seedJoined(JOINED_QUESTION, plenaryId, seeding);
  await done();
  showFirst(host, act);
  await done();
  await parts.notes.append(
    GROUP_NOTES.map((notes, index) => {
      const { clientId, bytes } = demoNotes(notes);
      const documentName = notesDocumentName(sessionId, breakouts[index]?.roomId ?? "");
      return { documentName, seq: 1, actor: "organiser", clientIds: [clientId], at: parts.clock(), bytes };
    }),
  );
  return { sessionId, seats: await demoSeats(people, sessionId, parts.pins) };
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
  const pinOf = await pins.all(
    sessionId,
    people.map((person) => person.personId),
  );
  return ROLES.flatMap((role) => {
    const person = seatOf(role, people);
    return person === undefined
      ? []
      : [{ role, name: person.name, unit: person.unit, pin: pinOf.get(person.personId) ?? "" }];
  });
}

/** Whose seat is told on the terminal: the first of each role. */
function seatOf(role: DemoSeat["role"], people: readonly PersonRecord[]): PersonRecord | undefined {
  return people.find((person) =>
    role === "moderator" || role === "recorder" ? person.duties.includes(role) : person.side === role,
  );
}
