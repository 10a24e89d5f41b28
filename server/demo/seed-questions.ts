import type { Actor } from "../../shared/domain/actor.ts";
import type { PersonRecord } from "../../shared/domain/people/records.ts";
import { type Act, ORGANISER } from "./act-on.ts";
import type { DemoQuestion, DemoTreatment } from "./demo-question.ts";
import type { JoinedQuestion } from "./joined-question.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What asking and answering needs. */
export interface Seeding {
  /** By 排序号. */
  readonly people: readonly PersonRecord[];
  /** Supports nothing and asks in the plenary only: in this seat one finds 同问 to press wherever one comes in. */
  readonly toTry: PersonRecord | undefined;
  readonly act: Act;
  readonly newId: () => string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Asks a question and brings it to where the demo has it. */
export function seedQuestion(question: DemoQuestion, index: number, roomId: string, seeding: Seeding): void {
  const { people, toTry, act, newId } = seeding;
  const here = people.filter(
    (person) =>
      person.side === "county" &&
      (question.group === undefined || (person.roomId === roomId && person !== toTry)),
  );
  const asker = here[(index * 7) % here.length];
  if (asker === undefined) throw new Error("the demo's group has no county official");
  const questionId = newId();
  const { text, nature, state, anonymous = false, corrected } = question;
  const unit = question.handedOnBy?.unit ?? question.unit;
  act(person(asker), { type: "question.ask", questionId, roomId, text, nature, unit, anonymous });
  if (corrected !== undefined) act(ORGANISER, { type: "question.edit", questionId, text: corrected });
  if (state === "pending") return;
  if (state === "declined") {
    act(ORGANISER, { type: "question.decline", questionId, reason: question.reason ?? "" });
    return;
  }
  act(ORGANISER, { type: "question.approve", questionId });
  const others = here.filter((other) => other !== asker && other !== toTry);
  support(questionId, others.slice(0, question.supporters ?? 0), act);
  treat(questionId, question, [asker], seeding);
}

/** Several counties ask much the same, and the moderator makes one question of it. */
export function seedJoined(question: JoinedQuestion, roomId: string, seeding: Seeding): void {
  const { people, toTry, act, newId } = seeding;
  const counties = people.filter(({ side }) => side === "county");
  const originals = question.originals.map(({ askerUnit, ...original }, index) => {
    const asker = counties.find(({ unit }) => unit === askerUnit);
    if (asker === undefined) throw new Error(`the demo has nobody of ${askerUnit}`);
    return { ...original, asker, questionId: newId(), start: index * 4 };
  });
  const askers = originals.map(({ asker }) => asker);
  const others = counties.filter((other) => !askers.includes(other) && other !== toTry);
  for (const { questionId, asker, text, supporters, start } of originals) {
    act(person(asker), { type: "question.ask", questionId, roomId, text });
    act(ORGANISER, { type: "question.approve", questionId });
    // Some support two of them, and are counted once when they are joined.
    support(questionId, others.slice(start, start + supporters), act);
  }
  const intoId = newId();
  const questionIds = originals.map(({ questionId }) => questionId);
  act(ORGANISER, { type: "question.merge", intoId, questionIds, text: question.text });
  treat(intoId, question, askers, seeding);
}

function support(questionId: string, people: readonly PersonRecord[], act: Act): void {
  for (const one of people) act(person(one), { type: "question.support", questionId, on: true });
}

/** From the label to the outcome, as far as the question has come. */
function treat(
  questionId: string,
  treatment: DemoTreatment,
  askers: readonly PersonRecord[],
  seeding: Seeding,
): void {
  const { act, newId } = seeding;
  const { unit, topics = [], state } = treatment;
  if (topics.length > 0) act(ORGANISER, { type: "question.label", questionId, topics: [...topics] });
  if (state === "public") return;
  route(questionId, treatment, seeding);
  const official = officialOf(unit, seeding);
  const { part, answer, oral = false, doubt, handOn, promisedInDays } = treatment;
  if (state === "accepted") act(official, { type: "question.accept", questionId });
  if (handOn !== undefined) act(official, { type: "question.handOn", questionId, ...handOn });
  if (promisedInDays !== undefined) {
    const dueAt = seeding.now + promisedInDays * DAY_MS;
    act(official, { type: "question.promise", questionId, dueAt });
  }
  const post = { type: "answer.post", questionId } as const;
  if (part !== undefined) {
    const supporting = officialOf(part.unit, seeding);
    act(supporting, { ...post, answerId: newId(), text: part.text, manner: "written", part: true });
  }
  if (answer !== undefined) {
    const manner = oral ? "oral" : "written";
    act(oral ? recorder(seeding) : official, { ...post, answerId: newId(), text: answer, manner });
  }
  if (state === "answered") {
    for (const asker of askers) {
      const say = { type: "question.rate", questionId } as const;
      act(
        person(asker),
        doubt === undefined ? { ...say, verdict: "settled" } : { ...say, verdict: "unsettled", note: doubt },
      );
    }
  }
  if (state === "resolved" || state === "follow-up") {
    act(ORGANISER, { type: "question.close", questionId, outcome: state });
  }
}

/** To its unit, or first to the one that hands it on. */
function route(
  questionId: string,
  { unit, support = [], handedOnBy }: DemoTreatment,
  seeding: Seeding,
): void {
  const { act } = seeding;
  if (handedOnBy !== undefined) {
    const { unit: first, reason } = handedOnBy;
    act(ORGANISER, { type: "question.route", questionId, leadUnit: first });
    act(officialOf(first, seeding), { type: "question.handOn", questionId, toUnit: unit, reason });
  }
  act(ORGANISER, { type: "question.route", questionId, leadUnit: unit, supportUnits: [...support] });
}

function person({ personId }: PersonRecord): Actor {
  return { kind: "person", personId };
}

function officialOf(unit: string, { people }: Seeding): Actor {
  const official = people.find((one) => one.unit === unit);
  if (official === undefined) throw new Error(`the demo has nobody of ${unit}`);
  return person(official);
}

function recorder({ people }: Seeding): Actor {
  const found = people.find(({ duties }) => duties.includes("recorder"));
  return found === undefined ? ORGANISER : person(found);
}
