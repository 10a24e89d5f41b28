import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { notesDocumentName } from "../../shared/protocol/notes.ts";
import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/version.ts";
import { newId } from "../support/new-id.ts";
import { spawnServer } from "../support/process/server-process.ts";
import { createSession, enterPin, putRoster, signIn } from "../support/sockets/api.ts";
import { LightClient } from "../support/sockets/light-client.ts";

/** A change on its way to those in `lane`, of whom there are `audience`. */
export interface Sent {
  readonly rev: number;
  readonly lane: string;
  readonly audience: number;
}

/** A server with a crowd joined to it, ready to be asked something `perSecond` times. */
export interface Crowd {
  readonly pid: number;
  readonly clients: readonly LightClient[];
  /** Makes one more thing for everybody to get, sent by the next of the crowd; resolves once acknowledged. */
  send(): Promise<Sent>;
  close(): Promise<void>;
}

/** Our server's crowd, whose clients can be told one by one what to do. */
export interface OurCrowd extends Crowd {
  readonly url: string;
  /** With which each of them has joined, holding nothing. */
  readonly joinRequest: object;
  /** Public from the start. */
  readonly questionIds: readonly string[];
  /** The organiser's. */
  readonly staffToken: string;
  /** Where each of the crowd has the notes of the own room, with the token. */
  readonly notesUrls: readonly string[];
  /** Resolves with the command's rev once acknowledged. */
  command(client: LightClient, command: object): Promise<number>;
}

export type Work = "questions" | "supports";

const QUESTIONS = 20;
const TEXT = "专项债评审有一审和二审，二审由哪一方负责、多长时间反馈、对发行有什么影响？";

/** Our server, real and on disk, with `people` in `rooms` rooms; 0 rooms puts all of them into the plenary. */
export async function ourCrowd(
  people: number,
  rooms: number,
  work: Work,
  environment: Readonly<Record<string, string>> = {},
): Promise<OurCrowd> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-bench-"));
  const server = await spawnServer(directory, { environment: { LOG_LEVEL: "silent", ...environment } });
  const { url } = server;
  const organiser = await signIn(url);
  const groups = Array.from({ length: rooms }, (_, index) => ({
    name: `第${index + 1}组`,
    kind: "breakout",
  }));
  const session = await createSession(url, organiser, {
    rooms: [{ name: "大会", kind: "plenary" }, ...groups],
    settings: { moderation: "after" },
  });
  const roster = Array.from({ length: people }, (_, index) => ({
    name: `干部${index}`,
    unit: `县区${index % 9}`,
    side: "county" as const,
    ...(rooms > 0 && { group: `第${(index % rooms) + 1}组` }),
  }));
  const seats = await putRoster(url, organiser, session.sessionId, roster);
  const tokens: string[] = [];
  for (const seat of seats) tokens.push(await enterPin(url, session.sessionId, seat));
  const moderator = await LightClient.connect(url, organiser);
  const joinRequest = { sessionId: session.sessionId, protocolVersion: PROTOCOL_VERSION, have: {} };
  await moderator.call("session:join", joinRequest);
  const command = async (client: LightClient, body: object) => {
    const request = { commandId: newId(), command: body };
    const reply = await client.call<CommandReply>("session:command", request);
    if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
    return reply.rev;
  };
  for (const room of session.rooms) await command(moderator, { type: "room.open", roomId: room.roomId });
  const clients: LightClient[] = [];
  for (const token of tokens) {
    const client = await LightClient.connect(url, token);
    await client.call("session:join", joinRequest);
    clients.push(client);
  }
  const roomOf = (index: number) => session.rooms[rooms === 0 ? 0 : 1 + (index % rooms)]?.roomId ?? "";
  const ask = (client: LightClient, roomId: string, questionId: string) =>
    command(client, { type: "question.ask", questionId, roomId, text: TEXT, nature: "difficulty" });
  const questionIds = Array.from({ length: QUESTIONS }, () => newId());
  for (const questionId of questionIds) await ask(moderator, session.rooms[0]?.roomId ?? "", questionId);
  let index = -1;
  return {
    pid: server.pid,
    url,
    clients,
    joinRequest,
    staffToken: organiser,
    notesUrls: tokens.map((token, at) => {
      const document = notesDocumentName(session.sessionId, roomOf(at));
      return `${url.replace("http", "ws")}/yjs/${document}?token=${token}`;
    }),
    questionIds,
    command,
    send: async () => {
      index += 1;
      const client = clients[index % clients.length];
      if (client === undefined) throw new Error("an empty crowd");
      const roomId = roomOf(index % clients.length);
      const audience = rooms === 0 ? people : people / rooms;
      const sent = (rev: number): Sent => ({ rev, lane: `room:${roomId}`, audience });
      if (work === "questions") return sent(await ask(client, roomId, newId()));
      // Each person goes once through the questions before anybody begins again by taking support back.
      const round = Math.floor(index / clients.length);
      const questionId = questionIds[round % QUESTIONS];
      const on = Math.floor(round / QUESTIONS) % 2 === 0;
      return sent(await command(client, { type: "question.support", questionId, on }));
    },
    close: async () => {
      moderator.close();
      for (const client of clients) client.close();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A server of a few lines to measure beside ours, with as many clients connected to it. */
export interface Peer {
  readonly pid: number;
  readonly clients: readonly LightClient[];
  close(): void;
}

/** Starts the script `name` of `peers/`. */
export async function openPeer(name: string, people: number, options: readonly string[] = []): Promise<Peer> {
  const script = join(import.meta.dirname, "peers", name);
  const child = spawn(process.execPath, ["--import", "tsx", script, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await printedUrl(child);
  const clients: LightClient[] = [];
  for (let made = 0; made < people; made += 1) clients.push(await LightClient.connect(url));
  const close = () => {
    for (const client of clients) client.close();
    child.kill("SIGKILL");
  };
  return { pid: child.pid ?? 0, clients, close };
}

/** The bare broadcast with the same crowd, sending what ours sends for one question. */
export async function bareCrowd(people: number): Promise<Crowd> {
  const { pid, clients, close } = await openPeer("bare-broadcast.ts", people);
  const roomId = newId();
  let rev = 0;
  return {
    pid,
    clients,
    send: async () => {
      rev += 1;
      const own = rev;
      const client = clients[own % clients.length];
      if (client === undefined) throw new Error("an empty crowd");
      await client.call("session:command", { payload: changeLikeOurs(own, roomId) });
      return { rev: own, lane: `room:${roomId}`, audience: people };
    },
    close: async () => close(),
  };
}

function changeLikeOurs(index: number, roomId: string): object {
  const questionId = newId();
  const asker = { personId: newId(), name: "干部12", unit: "县区3", post: null };
  const question = {
    questionId,
    roomId,
    text: TEXT,
    nature: "difficulty",
    addressedUnit: null,
    anonymous: false,
    askedAt: 1_795_450_000_000 + index,
    support: 0,
    onStage: false,
    leadUnit: null,
    supportUnits: [],
    status: "public",
    publicAt: 1_795_450_000_000 + index,
  };
  const record = { ...question, id: `question:${questionId}`, kind: "question", rev: index, asker };
  return { lane: `room:${question.roomId}`, from: index - 1, to: index, put: [record], remove: [] };
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("the peer ended while starting")));
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
}
