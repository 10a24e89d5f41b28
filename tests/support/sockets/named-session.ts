import { inOrder } from "../../../client/features/finding/choice-order.ts";
import { CHOICES, countsOf, filterBy, NO_FILTER } from "../../../client/features/finding/question-filter.ts";
import { sortQuestions } from "../../../client/features/finding/question-sort.ts";
import { SimilarQuestions, subjectOf } from "../../../client/features/finding/similar-questions.ts";
import { sortRows, unitsIn } from "../../../client/features/followups/ledger-rows.ts";
import { findSeats, seatsOf } from "../../../client/features/join/seats.ts";
import { unitOrder } from "../../../client/features/questions/use-unit-order.ts";
import { groupsOf } from "../../../client/features/roster/people-filter.ts";
import { unitRows } from "../../../client/features/tally/count-rows.ts";
import { LaneStore } from "../../../client/sync/lane-store.ts";
import type { SessionHost } from "../../../server/host/session-host.ts";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { LobbyReply, SeatCardsReply } from "../../../shared/protocol/http.ts";
import { type CommandReply, commandRequestSchema } from "../../../shared/protocol/session-socket.ts";
import { openDocx, textOf } from "../documents/docx-file.ts";
import { newId } from "../new-id.ts";
import type { TestServer } from "../process/start-server.ts";
import { namedId } from "../sample/sample-session.ts";
import { call, createSession, signIn } from "./api.ts";
import { Follower } from "./follower.ts";
import { plainLanes } from "./plain-lanes.ts";

interface Person {
  readonly name: string;
  readonly unit: string;
  readonly side: "county" | "municipal";
  readonly post: string;
  readonly group: string | null;
  readonly seat: string;
}

/**
 * Everything that a session gives in which people, units, groups, rooms, topics and texts are called `names`: what the server
 * answers, what its documents say, and what a client makes of the records. Ids and hashes are left out.
 */
export async function namedSession(server: TestServer, names: readonly string[], roster: "json" | "csv") {
  const { url } = server;
  const at = (index: number) => names[index % names.length] ?? "";
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, {
    title: at(0),
    place: at(1),
    rooms: [
      { name: at(2), kind: "plenary" },
      { name: at(3), kind: "breakout" },
      { name: at(4), kind: "breakout" },
    ],
    topics: names,
  });
  const people = names.map((unit, index): Person => {
    const side = index % 3 === 0 ? "county" : "municipal";
    return {
      name: at(index + 1),
      unit,
      side,
      post: at(index + 2),
      group: at(3 + (index % 3)),
      seat: at(index + 3),
    };
  });
  const imported = await (roster === "json" ? putJson : putCsv)(server, { token, sessionId, people });
  const host = await server.app.hosts.open(sessionId);
  if (host === null) throw new Error("no host");
  await discuss(
    host,
    names,
    rooms.map(({ roomId }) => roomId),
  );

  const get = async <T>(path: string) =>
    (await call<T>(url, `/api/sessions/${sessionId}/${path}`, { token })).body;
  const follower = new Follower(url, sessionId, token);
  const joined = await follower.join();
  if (!joined.ok) throw new Error(joined.error.code);
  const store = new LaneStore();
  store.join(plainLanes(joined.lanes));
  const lobby = await get<LobbyReply>("lobby");
  const cards = await get<SeatCardsReply>("seat-cards");
  return {
    imported,
    seats: seatsOf(lobby).map(bare),
    foundSeats: names.map((name) => findSeats(name, seatsOf(lobby), new Map()).map(bare)),
    cards: cards.people.map(({ pin: _pin, ...card }) => bare(card)),
    title: [lobby.title, lobby.place, cards.title],
    documents: await documentTexts(server, sessionId, token),
    ...seenBy(store, names),
  };
}

/** What is the same in every run: no ids. */
function bare<T extends { readonly personId: string }>({ personId: _personId, ...rest }: T) {
  return rest;
}

interface Import {
  readonly token: string;
  readonly sessionId: string;
  readonly people: readonly Person[];
}

async function putJson({ url }: TestServer, { token, sessionId, people }: Import) {
  const path = `/api/sessions/${sessionId}/roster`;
  return imported((await call<Imported>(url, path, { method: "PUT", token, body: { people } })).body);
}

async function putCsv({ url }: TestServer, { token, sessionId, people }: Import) {
  const rows = people.map(({ name, unit, side, post, group, seat }) =>
    [name, unit, post, side === "county" ? "县区" : "市直", group, seat].join(","),
  );
  const form = new FormData();
  form.append("file", new Blob([["姓名,单位,职务,类别,分组,座位号", ...rows].join("\n")]), "roster.csv");
  const reply = await fetch(`${url}/api/sessions/${sessionId}/roster`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  return imported((await reply.json()) as Imported);
}

interface Imported {
  readonly people: { readonly name: string; readonly unit: string }[];
  readonly rejected: unknown;
  readonly unknownGroups: unknown;
}

function imported({ people, rejected, unknownGroups }: Imported) {
  return { people: people.map(({ name, unit }) => [name, unit]), rejected, unknownGroups };
}

/** A question for every unit, routed, some answered and some into the ledger; one on the stage. */
async function discuss(host: SessionHost, names: readonly string[], roomIds: readonly string[]) {
  const at = (index: number) => names[index % names.length] ?? "";
  const replies: Promise<CommandReply>[] = [];
  const act = (command: Command) => {
    const request = commandRequestSchema.parse(JSON.parse(JSON.stringify({ commandId: newId(), command })));
    replies.push(host.submit({ kind: "organiser" }, request.commandId, request.command));
  };
  for (const roomId of roomIds.slice(1)) act({ type: "room.open", roomId });
  const askers = [...host.state.all("person")].sort(byOrder).filter(({ side }) => side === "county");
  const units = names.filter((_, index) => index % 3 !== 0);
  for (const [index, unit] of units.entries()) {
    const questionId = namedId(`question${index}`);
    const askerId = askers[index % askers.length]?.personId;
    const roomId = roomIds[index % roomIds.length] ?? "";
    const text = `${at(index)} ${at(index + 1)}`;
    act({
      type: "question.ask",
      questionId,
      roomId,
      text,
      unit,
      nature: "pain",
      ...(askerId !== undefined && { askerId }),
    });
    act({ type: "question.label", questionId, topics: [at(index), at(index + 1)] });
    act({ type: "question.approve", questionId });
    const supportUnits = [1, 2].map((step) => units[(index + step) % units.length] ?? "");
    act({ type: "question.route", questionId, leadUnit: unit, supportUnits });
    if (index % 2 === 0)
      act({
        type: "answer.post",
        answerId: namedId(`answer${index}`),
        questionId,
        unit,
        text: unit,
        manner: "oral",
      });
    if (index % 3 === 0) act({ type: "question.close", questionId, outcome: "follow-up" });
    if (index === 1) act({ type: "stage.show", recordId: `question:${questionId}` });
  }
  for (const reply of await Promise.all(replies)) if (!reply.ok) throw new Error(JSON.stringify(reply.error));
}

async function documentTexts({ url }: TestServer, sessionId: string, token: string) {
  const file = async (name: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    const reply = await fetch(`${url}/api/sessions/${sessionId}/documents/${name}`, { headers });
    if (!reply.ok) throw new Error(`${name}: ${reply.status}`);
    return Buffer.from(await reply.arrayBuffer());
  };
  const docx = await openDocx(await file("minutes.docx"));
  const texts = {
    docx: textOf(docx.part("word/document.xml")),
    md: (await file("minutes.md")).toString(),
    // Keys are made of ids, which no two sessions share.
    json: (await file("minutes.json")).toString().replace(/"key": ".*?"/g, '"key"'),
  };
  return Object.values(texts).map((text) => text.replace(/[0-9a-f]{64}|\\/g, ""));
}

/** What a client of the staff makes of its records. */
function seenBy(store: LaneStore, names: readonly string[]) {
  const questions = sortQuestions(store.records("question"), "newest", unitOrder(names));
  const tally = store.record("tally", TALLY_RECORD_ID);
  if (tally === undefined) throw new Error("no tally");
  const similar = new SimilarQuestions(names, names);
  similar.update(questions);
  const { rev: _rev, ...numbers } = tally;
  return {
    tally: Object.entries(numbers.byUnit),
    numbers: { ...numbers, byUnit: null },
    unitRows: unitRows(tally.byUnit, { order: names, peers: new Set(names.slice(0, 1)) }, 8),
    questions: questions.map(({ text, status, leadUnit, supportUnits, topics, addressedUnit, asker }) => {
      return { text, status, leadUnit, supportUnits, topics, addressedUnit, asker: asker?.name };
    }),
    sorted: sortQuestions(questions, "unit", unitOrder(names)).map(({ text }) => text),
    choices: CHOICES.map((choice) => {
      const counts = countsOf(choice, questions, NO_FILTER);
      return inOrder(choice, [...counts.keys()], unitOrder(names)).map((value) => [value, counts.get(value)]);
    }),
    found: names.map((name) =>
      [{ unit: name }, { topic: name }, { askerUnit: name }, { search: name }].map(
        (filter) => questions.filter(filterBy({ ...NO_FILTER, ...filter })).length,
      ),
    ),
    alike: questions.map((question) =>
      similar.alike(subjectOf(question), () => true, 5).map(({ text }) => text),
    ),
    ledger: sortRows(store.records("followup"), "number").map((row) => [
      row.text,
      row.leadUnit,
      row.supportUnits,
      row.askerUnits,
    ]),
    ledgerUnits: unitsIn(store.records("followup")),
    groups: groupsOf(store.records("person")),
    rooms: [...store.records("room")].sort((one, other) => one.order - other.order).map(({ name }) => name),
    stage: questions.filter(({ onStage }) => onStage).map(({ text }) => text),
  };
}
