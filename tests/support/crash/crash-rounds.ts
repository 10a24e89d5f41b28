import type { RecordView } from "../../../shared/protocol/lanes.ts";
import type { CommandReply, JoinReply } from "../../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/version.ts";
import { newId } from "../new-id.ts";
import { typeNotes } from "../notes/notes-typist.ts";
import { readNotes } from "../notes/read-notes.ts";
import { type ServerProcess, spawnServer } from "../process/server-process.ts";
import type { Seeded } from "../sample/seeded.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../sockets/api.ts";
import { LightClient } from "../sockets/light-client.ts";
import { plainLanes } from "../sockets/plain-lanes.ts";
import { waitUntil } from "../wait-until.ts";

const WRITERS = 8;
const TYPISTS = 3;

export interface CrashReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Words of notes that were shown as saved. */
  readonly wordsSaved: number;
  /** Acknowledged and not there afterwards, or there twice. */
  readonly faults: readonly string[];
}

/**
 * Kills the real process at a random moment under load, starts it again on the same data, and looks for everything
 * that was acknowledged or shown as saved: questions, words in notes. One data folder throughout; `environment` is
 * added to that of the process.
 */
export async function crashRounds(
  directory: string,
  rounds: number,
  random: Seeded,
  environment: Readonly<Record<string, string>> = {},
): Promise<CrashReport> {
  const faults: string[] = [];
  let server = await spawnServer(directory, { environment });
  const stage = await setStage(server);
  const acknowledged = new Map<string, string>();
  const saved = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const load = await startLoad(server, stage, round, acknowledged, saved);
    // In some rounds the notes are only being opened at the cut, in others words are on their way.
    const savedBefore = saved.size;
    if (round % 2 === 0) await waitUntil(() => saved.size > savedBefore, { what: "a word is saved" });
    await pause(50 + random.below(300));
    await server.kill();
    load.stop();
    server = await spawnServer(directory, { environment });
    for (const fault of await inspect(server, stage, acknowledged, saved))
      faults.push(`round ${round}: ${fault}`);
  }
  const code = await server.stop();
  if (code !== 0) faults.push(`the server ended with ${code} when asked to stop`);
  return { rounds, acknowledged: acknowledged.size, wordsSaved: saved.size, faults };
}

interface Stage {
  readonly sessionId: string;
  readonly roomId: string;
  readonly organiser: string;
  readonly tokens: readonly string[];
}

async function setStage(server: ServerProcess): Promise<Stage> {
  const organiser = await signIn(server.url);
  const { sessionId, rooms } = await createSession(server.url, organiser, {
    settings: { moderation: "after" },
  });
  const people = Array.from({ length: WRITERS }, (_, index) => {
    return { name: `县干部${index}`, unit: `县区${index}`, side: "county" as const };
  });
  const seats: Seat[] = await putRoster(server.url, organiser, sessionId, people);
  const tokens: string[] = [];
  for (const seat of seats) tokens.push(await enterPin(server.url, sessionId, seat));
  return { sessionId, roomId: rooms[0]?.roomId ?? "", organiser, tokens };
}

async function startLoad(
  server: ServerProcess,
  stage: Stage,
  round: number,
  acknowledged: Map<string, string>,
  saved: Set<string>,
): Promise<{ stop(): void }> {
  let running = true;
  const clients: LightClient[] = [];
  const typists: { stop(): void }[] = [];
  for (const token of stage.tokens) {
    const client = await LightClient.connect(server.url, token);
    await join(client, stage.sessionId);
    clients.push(client);
    const write = async () => {
      while (running) {
        const questionId = newId();
        const command = { type: "question.ask", questionId, roomId: stage.roomId, text: `问 ${questionId}` };
        const reply = await client.call<CommandReply>("session:command", { commandId: newId(), command });
        if (reply.ok) acknowledged.set(questionId, command.text);
      }
    };
    client.onClose = () => {
      running = false;
    };
    void write();
  }
  for (let typist = 0; typist < TYPISTS; typist += 1) {
    const token = stage.tokens[typist] ?? "";
    const address = notesAddress(server, stage, token);
    typists.push(typeNotes(address, `r${round}t${typist}`, (word) => saved.add(word)));
  }
  return {
    stop: () => {
      running = false;
      for (const client of clients) client.close();
      for (const typist of typists) typist.stop();
    },
  };
}

async function inspect(
  server: ServerProcess,
  stage: Stage,
  acknowledged: ReadonlyMap<string, string>,
  saved: ReadonlySet<string>,
): Promise<string[]> {
  const client = await LightClient.connect(server.url, stage.organiser);
  const reply = await join(client, stage.sessionId);
  client.close();
  if (!reply.ok) return [`joining was refused: ${reply.error.code}`];
  const faults: string[] = [];
  const questions = plainLanes(reply.lanes)
    .filter(({ lane }) => lane === "staff")
    .flatMap(({ put }) => put)
    .filter((view) => view.kind === "question");
  const found = new Map<string, RecordView[]>();
  for (const view of questions) {
    const text = String(view.text);
    found.set(text, [...(found.get(text) ?? []), view]);
  }
  for (const text of acknowledged.values()) {
    const times = found.get(text)?.length ?? 0;
    if (times !== 1) faults.push(`${text} is there ${times} times`);
  }
  const text = await readNotes(notesAddress(server, stage, stage.organiser));
  const words = new Map<string, number>();
  for (const word of text.match(/r\d+t\d+w\d+/g) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
  for (const word of saved) {
    if (words.get(word) !== 1) faults.push(`the saved word ${word} is there ${words.get(word) ?? 0} times`);
  }
  return faults;
}

function notesAddress(server: ServerProcess, { sessionId, roomId }: Stage, token: string): string {
  return `${server.url.replace("http", "ws")}/yjs/${sessionId}/${roomId}/notes?token=${token}`;
}

function join(client: LightClient, sessionId: string): Promise<JoinReply> {
  return client.call<JoinReply>("session:join", { sessionId, protocolVersion: PROTOCOL_VERSION, have: {} });
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, durationMs);
  });
}
