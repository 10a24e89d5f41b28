import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { NOTES_FRAGMENT, notesDocumentName } from "../../shared/protocol/notes.ts";
import { syncMessage } from "../support/notes/notes-socket.ts";
import { spawnServer } from "../support/process/server-process.ts";
import { createSession, enterPin, putRoster, signIn } from "../support/sockets/api.ts";
import { waitUntil } from "../support/wait-until.ts";

/** Editors with the same notes open, on ours or on a peer. */
export interface WritingRoom {
  /** Process of the server. */
  readonly pid: number;
  readonly editors: readonly LightEditor[];
  close(): Promise<void>;
}

const SYNC = 0;
const STATE_REQUEST = 0;
const UPDATE = 2;

/** A socket that counts the updates it gets without applying them, and types into a paragraph of its own. */
export class LightEditor {
  /** Updates received, one's own echo among them where the server sends it. */
  received = 0;
  /** Told of every update of somebody else's. */
  onUpdate: (update: Uint8Array) => void = () => undefined;
  readonly #socket: WebSocket;
  readonly #doc = new Y.Doc();
  readonly #text = new Y.XmlText();

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => this.#take(data));
  }

  static open(url: string): Promise<LightEditor> {
    const socket = new WebSocket(url);
    const editor = new LightEditor(socket);
    return new Promise((resolve, reject) => {
      socket.once("open", () => {
        socket.send(syncMessage(1, Uint8Array.of(0, 0)));
        resolve(editor);
      });
      socket.once("error", reject);
    });
  }

  /** Adds the paragraph to type into. */
  begin(): void {
    this.#send(() => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [this.#text]);
      this.#doc.getXmlFragment(NOTES_FRAGMENT).insert(0, [paragraph]);
    });
  }

  /** One keystroke. */
  type(letter: string): void {
    this.#send(() => this.#text.insert(this.#text.length, letter));
  }

  close(): void {
    this.#socket.terminate();
  }

  #send(edit: () => void): void {
    const before = Y.encodeStateVector(this.#doc);
    this.#doc.transact(edit);
    this.#socket.send(syncMessage(2, Y.encodeStateAsUpdate(this.#doc, before)));
  }

  #take(data: Buffer): void {
    if (data[0] !== SYNC || data[1] === STATE_REQUEST) return;
    if (data[1] !== UPDATE) return;
    this.received += 1;
    const decoder = decoding.createDecoder(data);
    decoder.pos = 2;
    this.onUpdate(decoding.readVarUint8Array(decoder));
  }
}

/** Our whole server, on disk, with everybody in the notes of its plenary. */
export async function ourRoom(people: number): Promise<WritingRoom> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-bench-"));
  const server = await spawnServer(directory, { environment: { LOG_LEVEL: "silent" } });
  const token = await signIn(server.url);
  const { sessionId, rooms } = await createSession(server.url, token);
  const seats = await putRoster(
    server.url,
    token,
    sessionId,
    Array.from({ length: people }, (_, index) => ({
      name: `人员${index}`,
      unit: "市财政局",
      side: "municipal",
    })),
  );
  const address = `${server.url.replace("http", "ws")}/yjs/${notesDocumentName(sessionId, rooms[0]?.roomId ?? "")}`;
  const urls: string[] = [];
  for (const seat of seats) urls.push(`${address}?token=${await enterPin(server.url, sessionId, seat)}`);
  const editors = await openAll(urls);
  return {
    pid: server.pid,
    editors,
    close: async () => {
      for (const editor of editors) editor.close();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A relay in memory that checks and keeps nothing, with everybody connected to it. */
export async function relayRoom(people: number): Promise<WritingRoom> {
  const script = join(import.meta.dirname, "peers/yjs-relay.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = (await printedUrl(child)).replace("http", "ws");
  const editors = await openAll(Array.from({ length: people }, () => url));
  return {
    pid: child.pid ?? 0,
    editors,
    close: async () => {
      for (const editor of editors) editor.close();
      child.kill("SIGKILL");
    },
  };
}

async function openAll(urls: readonly string[]): Promise<LightEditor[]> {
  const editors: LightEditor[] = [];
  for (const url of urls) editors.push(await LightEditor.open(url));
  // The first words reach everybody only once everybody is let in.
  editors[0]?.begin();
  await waitUntil(() => editors.slice(1).every((editor) => editor.received === 1), {
    deadlineMs: 30_000,
    what: "everybody hears the first",
  });
  return editors;
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("the peer ended while starting")));
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
}
