import { expect } from "vitest";
import type { Actor } from "../../../shared/domain/actor.ts";
import { followupRecordId } from "../../../shared/domain/followups/records.ts";
import { kindOf } from "../../../shared/domain/kinds.ts";
import { speaksFor } from "../../../shared/domain/people/standing.ts";
import { STAGE_RECORD_ID } from "../../../shared/domain/stage/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { DOCUMENT_NAMES } from "../../../shared/protocol/document-names.ts";
import { DEFLATE_RAW, type RecordView } from "../../../shared/protocol/lanes.ts";
import { openDocx, textOf } from "../documents/docx-file.ts";
import { newId } from "../new-id.ts";
import { startServer, type TestServer } from "../process/start-server.ts";
import { ROLES, type Role } from "../sample/cast.ts";
import { randomMove } from "../sample/random-commands.ts";
import { freshSeeds, Seeded } from "../sample/seeded.ts";
import { waitUntil } from "../wait-until.ts";
import { openClass } from "./class-of-thirteen.ts";
import { Follower } from "./follower.ts";

const MOVES = 120;
/** More than one organiser takes of all seeds, at whatever speed: the budget is not what is tried here. */
const TAKINGS_BURST = 10_000;
const STAFF: readonly Role[] = ["moderator", "recorder", "helper"];

type Party = Role | "organiser" | "stage";

/**
 * Who may ever have read a marked text, kept by this test alone: the parties to whom, at some moment after it was
 * written, the product's promises show it. Written from the promises, not from `lanes`.
 */
class Ledger {
  private readonly readers = new Map<string, Set<Party>>();

  allow(mark: string, parties: Iterable<Party>): void {
    const known = this.readers.get(mark) ?? new Set();
    for (const party of parties) known.add(party);
    this.readers.set(mark, known);
  }

  /** Marks in `text` that `party` may not know. */
  leaks(party: Party, text: string): string[] {
    const marks = new Set(text.match(/mark-\d+-\d+-[a-z]+/g) ?? []);
    return [...marks].filter((mark) => this.readers.get(mark)?.has(party) !== true);
  }
}

/** Notes who may read every text as the session now is. */
function record(state: SessionState, parties: ReadonlyMap<Party, string | null>, ledger: Ledger): void {
  const all = [...parties.keys()];
  const staff: Party[] = [...STAFF, "organiser"];
  const person = (party: Party) => state.find("person", `person:${parties.get(party)}`);
  const inRoom = (roomId: string) => {
    const room = state.find("room", `room:${roomId}`);
    return all.filter(
      (party) => person(party) && (room?.roomKind === "plenary" || person(party)?.roomId === roomId),
    );
  };
  const inUnits = (units: readonly (string | null)[]) =>
    all.filter((party) => {
      const one = person(party);
      return one !== undefined && units.some((unit) => speaksFor(one, unit));
    });
  for (const question of state.all("question")) {
    const askerIds = question.merged?.askers.map(({ askerId }) => askerId) ?? [question.askerId];
    const askers = all.filter((party) => askerIds.includes(parties.get(party) ?? ""));
    const isPublic = !["pending", "declined", "merged"].includes(question.status);
    const units = inUnits([question.leadUnit, ...question.supportUnits]);
    const rooms = [
      ...inRoom(question.roomId),
      ...(question.liftedTo === null ? [] : inRoom(question.liftedTo)),
    ];
    const isReported = state.find("stage", STAGE_RECORD_ID)?.recordId === `room:${question.roomId}`;
    const onWall = question.disclosure === "staff" ? [] : [...rooms, ...(question.onStage ? all : [])];
    const projected: Party[] = isReported && isPublic && question.disclosure !== "staff" ? ["stage"] : [];
    const readers = isPublic ? [...units, ...onWall] : [];
    const waits = question.status === "pending" || question.status === "declined";
    const leaders = inRoom(question.roomId).filter(
      (party) =>
        person(party)?.duties.includes("leader") === true && person(party)?.roomId === question.roomId,
    );
    const reviewing = waits && question.disclosure !== "staff" ? leaders : [];
    ledger.allow(question.text, [...staff, ...askers, ...readers, ...reviewing, ...projected]);
    if (question.originalText !== null) ledger.allow(question.originalText, [...staff, ...askers]);
    if (question.remark !== null) ledger.allow(question.remark, staff);
    if (question.status === "declined")
      ledger.allow(question.declineReason, [...staff, ...askers, ...reviewing]);
    if ((question.status === "routed" || question.status === "accepted") && question.handOn !== null) {
      ledger.allow(question.handOn.reason, [...staff, ...askers, ...units]);
    }
    for (const answer of state.all("answer")) {
      if (answer.questionId !== question.questionId) continue;
      const own = inUnits([answer.unit]);
      ledger.allow(
        answer.text,
        answer.status === "held" ? [...staff, ...own] : [...staff, ...askers, ...own, ...readers],
      );
    }
    for (const rating of state.all("rating")) {
      if (rating.questionId !== question.questionId || rating.note === null) continue;
      const rater = all.filter((party) => parties.get(party) === rating.askerId);
      // What an asker says of the answer stands on the question's way, which all its askers follow.
      ledger.allow(rating.note, [...staff, ...rater, ...askers, ...(isPublic ? units : [])]);
    }
  }
  for (const speech of state.all("speech")) {
    const speaker = all.filter((party) => parties.get(party) === speech.personId);
    const leaders = all.filter(
      (party) => person(party)?.roomId === speech.roomId && person(party)?.duties.includes("leader"),
    );
    const heard: Party[] = speech.status === "over" ? [...inRoom(speech.roomId), "stage"] : [];
    if (speech.gist !== null) ledger.allow(speech.gist, [...staff, ...speaker, ...leaders, ...heard]);
    for (const point of state.all("point")) {
      if (point.speechId === speech.speechId)
        ledger.allow(point.text, point.removed ? [...staff, ...leaders] : all);
    }
  }
  for (const { groups, choosing, removed } of state.all("round")) {
    for (const { topic } of groups)
      if (topic !== undefined) ledger.allow(topic, choosing && !removed ? all : staff);
  }
  for (const { roomId, text, answeredAt } of state.all("help"))
    if (text !== null && answeredAt === null) ledger.allow(text, [...staff, ...inRoom(roomId)]);
  for (const { roomId, text } of state.all("notice"))
    ledger.allow(text, roomId === null ? all : [...staff, ...inRoom(roomId)]);
  for (const phrases of state.all("phrases"))
    for (const text of phrases.declineReasons) ledger.allow(text, staff);
  for (const { source, text } of state.all("documentEdit"))
    for (const worded of [source, text]) ledger.allow(worded, staff);
  for (const { changes } of state.all("houseStyle"))
    if (changes.redHead?.sign != null) ledger.allow(changes.redHead.sign, staff);
  for (const { redHead } of state.all("documentSetup"))
    if (redHead !== null && redHead.sign !== null) ledger.allow(redHead.sign, staff);
  for (const { unit } of state.all("export")) if (unit !== null) ledger.allow(unit, staff);
  for (const { label, roomId } of state.all("timer")) {
    if (label !== null) ledger.allow(label, roomId === null ? all : [...staff, "stage", ...inRoom(roomId)]);
  }
  for (const { title, ledBy } of state.all("agendaItem"))
    for (const text of [title, ledBy]) if (text !== null) ledger.allow(text, all);
  for (const row of state.all("followup")) {
    const askers = all.filter((party) => row.askers.some(({ askerId }) => askerId === parties.get(party)));
    const readers = [...staff, ...askers, ...inUnits([row.leadUnit, ...row.supportUnits])];
    const texts = [row.text, row.gist, row.personInCharge, row.leaderInCharge, row.evidence];
    if (row.status === "cleared") texts.push(row.clearReason);
    if (row.status === "underway") texts.push(row.reopenReason);
    for (const text of texts) if (text !== null) ledger.allow(text, readers);
    for (const entry of state.all("progress")) {
      if (entry.followupId === row.followupId) ledger.allow(entry.text, readers);
    }
  }
}

/** Views that tell who asked anonymously, to somebody who is neither staff nor the asker. */
function unmasked(
  follower: Follower,
  personId: string | null,
  state: SessionState,
  named: ReadonlySet<string>,
): string[] {
  const views: RecordView[] = follower.received.flatMap((message) => recordsIn(JSON.parse(message)));
  return views.flatMap((view) => {
    const question = state.find("question", view.id);
    if (question === undefined) return [];
    const askers = question.merged?.askers ?? [question];
    const open = askers.filter(({ anonymous }) => !anonymous).map(({ askerId }) => unitOf(askerId, state));
    // Who is asked may be of the asker's own unit.
    const { leadUnit, supportUnits, addressedUnit, handOn, ...told } = view;
    const text = JSON.stringify(told);
    return askers.flatMap(({ askerId, anonymous }) => {
      // Who once asked it by name was told rightly, whatever was taken out of it since.
      if (!anonymous || askerId === personId || named.has(`${question.id} ${askerId}`)) return [];
      const asker = state.find("person", `person:${askerId}`);
      // A unit is told where somebody else of it asked by name.
      const unit = open.includes(asker?.unit ?? "") ? "-" : (asker?.unit ?? "-");
      return [askerId, asker?.name ?? "-", unit].some((word) => text.includes(word)) ? [text] : [];
    });
  });
}

/** Views that are not what their kind says a viewer gets. */
function misshapen({ received }: Follower): string[] {
  return received
    .flatMap((message) => recordsIn(JSON.parse(message)))
    .filter((view) => !kindOf(view).view.safeParse(view).success)
    .map((view) => JSON.stringify(view));
}

/** Who chose which group, told to somebody else. */
function strangeChoices({ received }: Follower, personId: string | null): string[] {
  return received
    .flatMap((message) => recordsIn(JSON.parse(message)))
    .filter((view) => view.kind === "choice" && view.personId !== personId)
    .map((view) => JSON.stringify(view));
}

function unitOf(askerId: string, state: SessionState): string {
  return state.find("person", `person:${askerId}`)?.unit ?? "";
}

function recordsIn(value: unknown): RecordView[] {
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value && "id" in value && "rev" in value) return [value as RecordView];
  return Object.values(value).flatMap(recordsIn);
}

async function playSeed(server: TestServer, seed: number): Promise<void> {
  const random = new Seeded(seed);
  const room = await openClass(server);
  const host = await server.app.hosts.open(room.sessionId);
  if (host === null) throw new Error("no host");
  const parties = new Map<Party, string | null>(ROLES.map((role) => [role, room.seats[role].personId]));
  parties.set("organiser", null);
  parties.set("stage", null);
  const followers = new Map<Party, Follower>();
  for (const role of ROLES) followers.set(role, await room.enter(role));
  followers.set("organiser", await room.organiser());
  const stage = await fetch(`${server.url}/api/sessions/${room.sessionId}/stage`, {
    method: "POST",
    headers: { Authorization: `Bearer ${room.organiserToken}` },
  });
  const { token } = (await stage.json()) as { token: string };
  const stageFollower = new Follower(server.url, room.sessionId, token);
  await stageFollower.join();
  followers.set("stage", stageFollower);
  // What comes packed is looked through as well; the others go on as they joined.
  for (const [index, follower] of [...followers.values()].entries())
    if (index % 2 === 0) follower.accepts = [DEFLATE_RAW];

  const ledger = new Ledger();
  /** Questions and who asked them by name at some moment. */
  const named = new Set<string>();
  let marks = 0;
  const mark = (kind: string) => {
    marks += 1;
    return `mark-${seed}-${marks}-${kind}`;
  };
  for (let turn = 0; turn < MOVES; turn += 1) {
    const { actor, command } = randomMove(random, host.state, mark);
    if (command.type === "session.update" && command.title !== undefined)
      ledger.allow(command.title, parties.keys());
    await host.submit(actor satisfies Actor, newId(), command);
    record(host.state, parties, ledger);
    for (const question of host.state.all("question")) {
      for (const asker of question.merged?.askers ?? [question]) {
        if (!asker.anonymous) named.add(`${question.id} ${asker.askerId}`);
      }
    }
    if (random.chance(0.05)) await random.pick([...followers.values()]).join();
  }
  await settled([...followers.values()], host.state.head);

  for (const [party, follower] of followers) {
    const leaks = follower.received.flatMap((message) => ledger.leaks(party, message));
    expect(leaks, `seed ${seed}, socket of ${party}`).toEqual([]);
    expect(misshapen(follower), `seed ${seed}, views of ${party}`).toEqual([]);
    const own = parties.get(party) ?? null;
    expect(strangeChoices(follower, own), `seed ${seed}, choices seen by ${party}`).toEqual([]);
    if (STAFF.includes(party as Role) || party === "organiser") continue;
    expect(
      unmasked(follower, parties.get(party) ?? null, host.state, named),
      `seed ${seed}, asker to ${party}`,
    ).toEqual([]);
  }
  await checkExports(server.url, room.sessionId, room.organiserToken, host.state, seed);
}

/** Every follower has what a fresh one would get. */
async function settled(followers: readonly Follower[], head: number): Promise<void> {
  for (const follower of followers) {
    await waitUntil(() => follower.joining === null, { what: `a follower to be joined at ${head}` });
    const reply = await follower.join();
    expect(reply.ok).toBe(true);
  }
}

/** Documents leave the house: nothing pending, declined, held or remarked is in them, and no anonymous asker. */
async function checkExports(
  url: string,
  sessionId: string,
  token: string,
  state: SessionState,
  seed: number,
) {
  // A document has the same texts in every format, which unit tests hold.
  const names = [...DOCUMENT_NAMES.map((name) => `${name}.md`), "minutes.json", "minutes.docx"];
  for (const name of names) {
    const response = await fetch(`${url}/api/sessions/${sessionId}/documents/${name}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = name.endsWith(".docx")
      ? await docxText(bytes)
      : new TextDecoder().decode(bytes).replaceAll("\\-", "-");
    const publicWords = publicTexts(state);
    // A mark ends where it ends: "mark-7-1-edit" is not found in "mark-7-11-edit".
    const found = new Set(text.match(/mark-\d+-\d+-[a-z]+/g) ?? []);
    const removed = [...state.all("point")].flatMap((point) => (point.removed ? [point.text] : []));
    expect(
      removed.filter((words) => found.has(words) && !publicWords.has(words)),
      `seed ${seed}, ${name}`,
    ).toEqual([]);
    for (const question of state.all("question")) {
      const hidden: (string | null)[] = [question.remark, question.originalText];
      if (!isInMinutes(question)) hidden.push(question.text);
      if (question.status === "declined") hidden.push(question.declineReason);
      for (const answer of state.all("answer")) {
        if (answer.questionId === question.questionId && answer.status === "held") hidden.push(answer.text);
      }
      const row = state.find("followup", followupRecordId(question.questionId));
      if (row !== undefined && !isInMinutes(question)) hidden.push(row.text, row.gist, row.evidence);
      const leaked = hidden.filter((words) => words !== null && found.has(words) && !publicWords.has(words));
      expect(leaked, `seed ${seed}, ${name}`).toEqual([]);
    }
  }
}

function isInMinutes({ status, disclosure }: { status: string; disclosure: string }): boolean {
  return disclosure === "open" && !["pending", "declined", "merged"].includes(status);
}

async function docxText(bytes: Uint8Array): Promise<string> {
  const { parts } = await openDocx(bytes);
  return [...parts.values()].map(textOf).join("\n");
}

/** What documents may say; a word put back as it was is hidden in one place and public in another. */
function publicTexts(state: SessionState): Set<string> {
  const texts = new Set<string>();
  for (const question of state.all("question")) {
    if (!isInMinutes(question)) continue;
    texts.add(question.text);
    for (const answer of state.all("answer")) {
      if (answer.questionId === question.questionId && answer.status === "public") texts.add(answer.text);
    }
  }
  return texts;
}

/** Plays so many fresh sessions and looks at every byte that reached anybody. */
export async function playCanary(seedCount: number): Promise<void> {
  const seeds = freshSeeds(seedCount);
  process.stdout.write(`canary: seeds ${seeds[0]} to ${seeds.at(-1)}\n`);
  const server = await startServer({ exportLimits: { takingsBurst: TAKINGS_BURST } });
  for (const seed of seeds) await playSeed(server, seed);
}
