import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { stateOf } from "../../../server/documents/stored-notes.ts";
import { createNotesHub, type NotesHub } from "../../../server/notes/notes-hub.ts";
import type { NotesLimits } from "../../../server/notes/notes-limits.ts";
import type { VersionLimits } from "../../../server/notes/versions/version-limits.ts";
import type { NotesStore } from "../../../server/ports/notes-store.ts";
import type { NotesVersionStore } from "../../../server/ports/notes-version-store.ts";
import type { TokenStay } from "../../../server/ports/token-stay.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { routeUpgrades } from "../../../server/upgrade-router.ts";
import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";
import { newId } from "../new-id.ts";

export const NOTES_SESSION = "session-0123456789abcdef";
export const NOTES_ROOM = "room-0123456789abcdef";
export const NOTES_DOCUMENT = `${NOTES_SESSION}/${NOTES_ROOM}/notes`;

/** The notes of one of the ten rooms, by number. */
export function notesOfRoom(number: number): string {
  return `${NOTES_SESSION}/room-${number}123456789abcdef/notes`;
}

export interface NotesServer {
  readonly hub: NotesHub;
  readonly store: NotesStore;
  /** A document as one Yjs update: what is on disk of it. */
  stateOf(documentName: string): Promise<Uint8Array>;
  /** `ws://…/yjs`, what a y-websocket client is given. */
  readonly url: string;
  /** Events the hub logged, newest last. */
  readonly logged: { message: string; details: object }[];
  /** What each actor may do; `write` where nothing is said. */
  readonly rights: Map<string, "write" | "read" | "none">;
  close(): Promise<void>;
}

/** Tokens read `<actor>` and any may write unless `rights` says otherwise; only `NOTES_SESSION` and ten rooms of it exist. */
export async function startNotesServer(
  options: {
    store?: NotesStore;
    versionStore?: NotesVersionStore;
    limits?: Partial<NotesLimits>;
    versionLimits?: Partial<VersionLimits>;
    port?: number;
    clock?: () => number;
    /** Where it is about tokens that end; else none does. */
    stayOn?: (token: string) => TokenStay;
  } = {},
): Promise<NotesServer> {
  const memory = openMemoryStorage();
  const store = options.store ?? memory.notes;
  const rights: NotesServer["rights"] = new Map();
  const logged: NotesServer["logged"] = [];
  const hub = createNotesHub({
    store,
    versionStore: options.versionStore ?? memory.notesVersions,
    newId,
    versionLimits: options.versionLimits ?? {},
    clock: options.clock ?? Date.now,
    log: (message, details) => logged.push({ message, details }),
    limits: { commitIntervalMs: 0, ...options.limits },
    tokenOf: (request) =>
      new URL(request.url ?? "", "http://localhost").searchParams.get("token") ?? undefined,
    stayOn: options.stayOn ?? (() => ({ isOver: false, onEnd: () => undefined, leave: () => undefined })),
    authorize: async ({ sessionId, roomId, token }) => {
      if (token === undefined) return { ok: false, closeCode: CLOSE_CODES.notSignedIn };
      if (sessionId !== NOTES_SESSION || !/^room-[0-9]123456789abcdef$/.test(roomId)) {
        return { ok: false, closeCode: CLOSE_CODES.noSuchDocument };
      }
      const right = rights.get(token) ?? "write";
      if (right === "none") return { ok: false, closeCode: CLOSE_CODES.noRight };
      return {
        ok: true,
        actorId: token,
        name: `name of ${token}`,
        colour: "#14607a",
        canWrite: right === "write",
      };
    },
  });
  const server = createServer();
  routeUpgrades(server, { "/yjs/": (request, socket, head) => hub.handleUpgrade(request, socket, head) });
  await new Promise<void>((listening) => {
    server.listen(options.port ?? 0, "127.0.0.1", listening);
  });
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await hub.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  const storedState = async (documentName: string) => stateOf(await store.load(documentName));
  return { hub, store, stateOf: storedState, url: `ws://127.0.0.1:${port}/yjs`, logged, rights, close };
}
