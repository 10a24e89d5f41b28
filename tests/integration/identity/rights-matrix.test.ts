import { describe, expect, test } from "vitest";
import { ACCESS_TYPES } from "../../../shared/protocol/actions.ts";
import { COMMAND_TYPES, type Command, type CommandType } from "../../../shared/protocol/commands/command.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { newId } from "../../support/new-id.ts";
import { notesCloseCode } from "../../support/notes/notes-probe.ts";
import { openNotesSocket, syncMessage } from "../../support/notes/notes-socket.ts";
import { node, notesState } from "../../support/notes/notes-state.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { ACCESS_ROWS } from "../../support/rights-matrix/access-rows.ts";
import { COMMAND_ROWS } from "../../support/rights-matrix/command-rows.ts";
import type { Party } from "../../support/rights-matrix/parties.ts";
import type { Stock } from "../../support/rights-matrix/row.ts";
import { ROLES } from "../../support/sample/cast.ts";
import { answered } from "../../support/sockets/answered.ts";
import { call, createSession, enterPin, putRoster } from "../../support/sockets/api.ts";
import { type Class, openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** Codes that say who may not, and not what cannot be. */
const DENIED: ReadonlySet<string> = new Set(["forbidden", "not_lead_unit", "not_joined"]);
const PARTIES: readonly Party[] = [...ROLES, "organiser", "stage", "outsider"];

describe("[R1] rights matrix", () => {
  test("every command and every access has its rows", () => {
    expect(Object.keys(COMMAND_ROWS).sort()).toEqual([...COMMAND_TYPES].sort());
    expect(Object.keys(ACCESS_ROWS).sort()).toEqual([...ACCESS_TYPES].sort());
    for (const rows of Object.values(COMMAND_ROWS)) expect(rows.length).toBeGreaterThan(0);
  });

  test("every command by every party, over the socket", { timeout: 120_000 }, async () => {
    const server = await startServer();
    const room = await openClass(server);
    const stock = await makeStock(room);
    const followers = await followersOf(server, room);
    const wrong: string[] = [];
    const sealLast = [...COMMAND_TYPES].sort(
      (one, other) => Number(one === "session.seal") - Number(other === "session.seal"),
    );
    for (const type of sealLast) {
      for (const row of COMMAND_ROWS[type as CommandType]) {
        for (const [party, follower] of orderedForSeal(followers, type)) {
          await follower.joining;
          const reply = await answered(follower, row.make(stock) as Command);
          const refused = !reply.ok && DENIED.has(reply.error.code);
          if (refused === row.allowed.includes(party)) {
            wrong.push(`${type} (${row.variant}) by ${party}: ${JSON.stringify(reply)}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("every access by every party, over the door that leads to it", { timeout: 120_000 }, async () => {
    const server = await startServer();
    const room = await openClass(server);
    const stock = await makeStock(room);
    const tokens = await tokensOf(server, room);
    const { url } = server;
    const session = `/api/sessions/${room.sessionId}`;
    const wrong: string[] = [];
    const expectAccess = (name: string, party: Party, allowed: readonly Party[], passed: boolean) => {
      if (passed !== allowed.includes(party)) wrong.push(`${name} by ${party}: ${passed}`);
    };
    for (const party of PARTIES) {
      const token = tokens.get(party) ?? "";
      const reply = await new Follower(url, room.sessionId, token).join();
      expectAccess("session.join", party, ACCESS_ROWS["session.join"][0]?.allowed ?? [], reply.ok);
      const documents = await fetch(`${url}${session}/documents/minutes.json`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      const preview = await call(url, `${session}/documents/minutes/preview`, { token });
      expectAccess(
        "documents.read",
        party,
        ACCESS_ROWS["documents.read"][0]?.allowed ?? [],
        preview.status === 200,
      );
      expectAccess(
        "documents.export",
        party,
        ACCESS_ROWS["documents.export"][0]?.allowed ?? [],
        documents.status === 200,
      );
      const ledger = await fetch(`${url}${session}/documents/ledger.csv`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expectAccess("ledger.read", party, ACCESS_ROWS["ledger.read"][0]?.allowed ?? [], ledger.status === 200);
      const archive = await fetch(`${url}${session}/documents/archive.zip`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      await archive.arrayBuffer();
      expectAccess(
        "archive.read",
        party,
        ACCESS_ROWS["archive.read"][0]?.allowed ?? [],
        archive.status === 200,
      );
      const cards = await call(url, `${session}/seat-cards`, { token });
      expectAccess("roster.read", party, ACCESS_ROWS["roster.read"][0]?.allowed ?? [], cards.status === 200);
      const guesses = await call(url, `${session}/guesses`, { token });
      expectAccess(
        "seats.admit",
        party,
        ACCESS_ROWS["seats.admit"][0]?.allowed ?? [],
        guesses.status === 200,
      );
      const stage = await call(url, `${session}/stage`, { token, body: {} });
      expectAccess("stage.open", party, ACCESS_ROWS["stage.open"][0]?.allowed ?? [], stage.status === 200);
      const rehearsal = await call(url, `${session}/rehearsal`, { token });
      expectAccess(
        "session.rehearse",
        party,
        ACCESS_ROWS["session.rehearse"][0]?.allowed ?? [],
        rehearsal.status === 200,
      );
      for (const row of ACCESS_ROWS["notes.read"]) {
        const { roomId } = row.make(stock);
        const code = await notesCloseCode(url, room.sessionId, roomId, token);
        expectAccess(`notes.read ${row.variant}`, party, row.allowed, code !== CLOSE_CODES.noRight);
      }
      for (const row of ACCESS_ROWS["notes.versions"]) {
        const versions = `${session}/rooms/${row.make(stock).roomId}/notes/versions`;
        const { status } = await call(url, versions, { token });
        expectAccess(`notes.versions ${row.variant}`, party, row.allowed, status === 200);
      }
      for (const row of ACCESS_ROWS["notes.restore"]) {
        const versions = `${session}/rooms/${row.make(stock).roomId}/notes/versions`;
        const { status } = await call(url, versions, { token, body: {} });
        expectAccess(`notes.restore ${row.variant}`, party, row.allowed, status === 200 || status === 201);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("[R1] [N5] who writes notes", () => {
  test("in open rooms those of the matrix, in closed ones staff, in a sealed session nobody", {
    timeout: 120_000,
  }, async () => {
    const server = await startServer();
    const room = await openClass(server);
    const stock = await makeStock(room);
    const tokens = await tokensOf(server, room);
    const organiser = await room.organiser();
    const expected = new Set<string>();
    const everybodyWrites = async (when: string, allowed: (row: WritingRow) => readonly Party[]) => {
      for (const row of ACCESS_ROWS["notes.write"]) {
        const path = `${room.sessionId}/${row.make(stock).roomId}/notes`;
        const writing = PARTIES.map((party) => {
          const mark = `${party} ${row.variant} ${when}`;
          if (allowed(row).includes(party)) expected.add(mark);
          return writeNotes(server, tokens.get(party) ?? "", path, mark);
        });
        await Promise.all(writing);
      }
    };
    await everybodyWrites("open", ({ allowed }) => allowed);
    for (const roomId of [room.plenary, room.first, room.second]) {
      expect(await organiser.send({ type: "room.close", roomId })).toMatchObject({ ok: true });
    }
    const staff: readonly Party[] = ["organiser", "moderator", "recorder", "helper"];
    await everybodyWrites("closed", () => staff);
    expect(await organiser.send({ type: "session.seal" })).toMatchObject({ ok: true });
    await everybodyWrites("sealed", () => []);

    const minutes = await fetch(`${server.url}/api/sessions/${room.sessionId}/documents/minutes.json`, {
      headers: { Authorization: `Bearer ${room.organiserToken}` },
    });
    const text = await minutes.text();
    const marks = PARTIES.flatMap((party) =>
      ACCESS_ROWS["notes.write"].flatMap(({ variant }) =>
        ["open", "closed", "sealed"].map((when) => `${party} ${variant} ${when}`),
      ),
    );
    expect(marks.filter((mark) => text.includes(`"${mark}"`)).sort()).toEqual([...expected].sort());
  });
});

type WritingRow = (typeof ACCESS_ROWS)["notes.write"][number];

/** Tries to put a paragraph into a notes document; comes back once the server has taken or refused it. */
async function writeNotes(server: TestServer, token: string, path: string, text: string): Promise<void> {
  const socket = await openNotesSocket(`${server.url.replace("http", "ws")}/yjs`, token, path);
  socket.send(syncMessage(1, notesState(node("paragraph", {}, text))));
  await waitUntil(() => socket.received.length > 0 || socket.closeCode() !== null, { what: "let in or not" });
  socket.webSocket.close();
  await socket.closed();
}

/** The organiser seals last, or nobody after could be told forbidden from sealed. */
function orderedForSeal(followers: Map<Party, Follower>, type: string): [Party, Follower][] {
  const all = [...followers];
  if (type !== "session.seal") return all;
  return all.sort(([one], [other]) => Number(one === "organiser") - Number(other === "organiser"));
}

async function tokensOf(server: TestServer, room: Class): Promise<Map<Party, string>> {
  const tokens = new Map<Party, string>([["organiser", room.organiserToken]]);
  for (const role of ROLES) tokens.set(role, await room.token(role));
  const stage = await call<{ token: string }>(server.url, `/api/sessions/${room.sessionId}/stage`, {
    token: room.organiserToken,
    body: {},
  });
  tokens.set("stage", stage.body.token);
  const other = await createSession(server.url, room.organiserToken, { title: "另一场研讨" });
  const [seat] = await putRoster(server.url, room.organiserToken, other.sessionId, [
    { name: "外人", unit: "市财政局", side: "municipal", duties: ["moderator"] },
  ]);
  if (seat === undefined) throw new Error("no seat");
  tokens.set("outsider", await enterPin(server.url, other.sessionId, seat));
  return tokens;
}

async function followersOf(server: TestServer, room: Class): Promise<Map<Party, Follower>> {
  const followers = new Map<Party, Follower>();
  for (const [party, token] of await tokensOf(server, room)) {
    const follower = new Follower(server.url, room.sessionId, token);
    await follower.join();
    followers.set(party, follower);
  }
  return followers;
}

async function makeStock(room: Class): Promise<Stock> {
  const moderator = await room.enter("moderator");
  const asker = await room.enter("asker");
  const stranger = await room.enter("stranger");
  const finance = await room.enter("finance");
  const ids = {
    pending: newId(),
    public: newId(),
    routed: newId(),
    foreign: newId(),
    waiting: newId(),
    approvable: newId(),
    mutual: newId(),
    financeAnswer: newId(),
    followup: newId(),
  };
  const done = async (follower: Follower, command: Command) => {
    const reply = await follower.send(command);
    if (!reply.ok) throw new Error(`${command.type}: ${reply.error.code}`);
  };
  for (const questionId of [ids.pending, ids.public, ids.routed, ids.followup, ids.mutual]) {
    await done(asker, { type: "question.ask", questionId, roomId: room.plenary, text: "专项债二审由谁负责" });
  }
  for (const questionId of [ids.foreign, ids.waiting, ids.approvable]) {
    await done(stranger, { type: "question.ask", questionId, roomId: room.second, text: "统计入库" });
  }
  for (const questionId of [ids.public, ids.routed, ids.foreign, ids.followup, ids.mutual]) {
    await done(moderator, { type: "question.approve", questionId });
  }
  for (const questionId of [ids.routed, ids.followup]) {
    await done(moderator, {
      type: "question.route",
      questionId,
      leadUnit: "市财政局",
      supportUnits: ["市商务局"],
    });
  }
  const mutual = { questionId: ids.mutual, leadUnit: "内黄县政府", supportUnits: ["省债管办"] };
  await done(moderator, { type: "question.route", ...mutual });
  await done(moderator, { type: "question.close", questionId: ids.followup, outcome: "follow-up" });
  await done(finance, {
    type: "answer.post",
    answerId: ids.financeAnswer,
    questionId: ids.routed,
    text: "由省里负责",
    manner: "written",
  });
  const speeches = await speak(room, moderator, done);
  return {
    ...ids,
    ...speeches,
    answered: ids.routed,
    plenary: room.plenary,
    first: room.first,
    second: room.second,
    asker: room.seats.asker.personId,
    recorder: room.seats.recorder.personId,
    // Already in the second group: moving there changes nothing for the cells that follow.
    scapegoat: room.seats.leader.personId,
    newId,
  };
}

/** Two speeches that are over, each with a point, and one that was withdrawn by somebody who waits otherwise. */
async function speak(
  { seats, plenary, first, second }: Class,
  moderator: Follower,
  done: (follower: Follower, command: Command) => Promise<void>,
) {
  const over = async (roomId: string, personId: string) => {
    const [speechId, pointId] = [newId(), newId()];
    await done(moderator, { type: "speech.add", speechId, roomId, personId });
    await done(moderator, { type: "speech.start", speechId });
    await done(moderator, { type: "point.add", pointId, speechId, text: "先建后招", tag: null });
    await done(moderator, { type: "speech.end", speechId });
    return { speechId, pointId };
  };
  const ofFirst = await over(first, seats.asker.personId);
  const ofSecond = await over(second, seats.stranger.personId);
  const withdrawnSpeech = newId();
  const inPlenary = { roomId: plenary, personId: seats.asker.personId };
  await done(moderator, { type: "speech.add", speechId: withdrawnSpeech, ...inPlenary });
  await done(moderator, { type: "speech.note", speechId: withdrawnSpeech, gist: "稍后再讲" });
  await done(moderator, { type: "speech.withdraw", speechId: withdrawnSpeech });
  await done(moderator, { type: "speech.add", speechId: newId(), ...inPlenary });
  return {
    speech: ofFirst.speechId,
    point: ofFirst.pointId,
    ledSpeech: ofSecond.speechId,
    ledPoint: ofSecond.pointId,
    withdrawnSpeech,
  };
}
