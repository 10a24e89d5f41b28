import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { NOTES_FRAGMENT, NOTES_SAVED_MESSAGE, notesDocumentName } from "../../../shared/protocol/notes.ts";
import type { Network } from "../notes/writers-at-once.ts";
import { type ServerProcess, spawnServer } from "../process/server-process.ts";
import type { Seeded } from "../sample/seeded.ts";
import { createSession, signIn } from "../sockets/api.ts";
import { waitUntil } from "../wait-until.ts";

const KILL_CHANCE = 0.04;
const SETTLE_DEADLINE_MS = 60_000;

interface Address {
  readonly documentName: string;
  readonly token: string;
}

/** The real server in a process of its own, killed and started again on its folder as often as anybody likes. */
export class RealServer {
  readonly #directory: string;
  #process: ServerProcess;

  private constructor(directory: string, process: ServerProcess) {
    this.#directory = directory;
    this.#process = process;
  }

  static async start(directory: string): Promise<RealServer> {
    return new RealServer(directory, await spawnServer(directory));
  }

  /** Where y-websocket finds it, another address after each start. */
  get url(): string {
    return `${this.#process.url.replace("http", "ws")}/yjs`;
  }

  async newSession(): Promise<Address> {
    const token = await signIn(this.#process.url);
    const { sessionId, rooms } = await createSession(this.#process.url, token);
    return { documentName: notesDocumentName(sessionId, rooms[0]?.roomId ?? ""), token };
  }

  async killAndStart(): Promise<void> {
    await this.#process.kill();
    this.#process = await spawnServer(this.#directory);
  }

  async stop(): Promise<void> {
    await this.#process.kill();
  }
}

/** A session of a real server, which is killed while people write; others are cut off. */
export class KilledServer implements Network {
  readonly refused: string[] = [];
  readonly #random: Seeded;
  readonly #server: RealServer;
  readonly #address: Address;
  readonly #providers = new Map<Y.Doc, WebsocketProvider>();

  constructor(random: Seeded, server: RealServer, address: Address) {
    this.#random = random;
    this.#server = server;
    this.#address = address;
  }

  /** The first writer brings what all begin with. */
  begin(): void {}

  async opened(doc: Y.Doc): Promise<void> {
    const provider = new WebsocketProvider(this.#server.url, this.#address.documentName, doc, {
      params: { token: this.#address.token },
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 100,
    });
    provider.messageHandlers[NOTES_SAVED_MESSAGE] = () => undefined;
    provider.on("closed", ({ code }) => this.refused.push(`closed with ${code}`));
    this.#providers.set(doc, provider);
    await this.#inSync();
  }

  /** Cuts a writer off, lets it in again, or kills the server under all of them. */
  async hear(doc: Y.Doc): Promise<void> {
    const provider = this.#providers.get(doc);
    if (this.#random.chance(KILL_CHANCE)) await this.#kill();
    if (provider?.shouldConnect) provider.disconnect();
    else provider?.connect();
    await new Promise((resume) => setImmediate(resume));
  }

  async settle(docs: readonly Y.Doc[]): Promise<void> {
    for (const provider of this.#providers.values()) provider.connect();
    await this.#inSync();
    const text = (doc: Y.Doc) => doc.getXmlFragment(NOTES_FRAGMENT).toString();
    await waitUntil(() => docs.every((doc) => text(doc) === text(docs[0] as Y.Doc)), {
      deadlineMs: SETTLE_DEADLINE_MS,
      what: "all have the same notes",
    });
  }

  leave(): void {
    for (const provider of this.#providers.values()) provider.destroy();
  }

  async #kill(): Promise<void> {
    await this.#server.killAndStart();
    for (const provider of this.#providers.values()) provider.serverUrl = this.#server.url;
  }

  async #inSync(): Promise<void> {
    await waitUntil(() => [...this.#providers.values()].every(({ synced }) => synced), {
      deadlineMs: SETTLE_DEADLINE_MS,
      what: "everybody is in sync",
    });
  }
}
