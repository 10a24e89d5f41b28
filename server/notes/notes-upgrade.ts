import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { NOTES_LAYOUT } from "../../shared/protocol/notes.ts";
import type { Log } from "../ports/log.ts";
import type { TokenStay } from "../ports/token-stay.ts";
import type { AuthorizeNotes, NotesAccess, NotesRequest } from "./authorization.ts";
import { NOTES_CLOSE } from "./close-codes.ts";
import { parseDocumentPath } from "./document-path.ts";
import type { NotesLimits } from "./notes-limits.ts";

export interface Admission {
  readonly documentName: string;
  readonly request: NotesRequest;
  readonly access: Extract<NotesAccess, { ok: true }>;
  /** Null only where the door opens without a token. */
  readonly stay: TokenStay | null;
  readonly webSocket: WebSocket;
  readonly socket: Duplex;
}

export interface UpgradeParts {
  readonly authorize: AuthorizeNotes;
  readonly tokenOf: (request: IncomingMessage) => string | undefined;
  readonly stayOn: (token: string) => TokenStay;
  readonly limits: NotesLimits;
  readonly log: Log;
  readonly isDraining: () => boolean;
  readonly onAdmitted: (admission: Admission) => void;
}

/**
 * The door to the notes. Rights are decided before the handshake is answered, so a stranger can leave nothing in memory;
 * a refusal accepts the WebSocket and closes it with its code, for browsers cannot read an HTTP status there.
 */
export class NotesUpgrade {
  readonly #parts: UpgradeParts;
  readonly #server: WebSocketServer;

  constructor(parts: UpgradeParts) {
    this.#parts = parts;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: true,
      perMessageDeflate: false,
      maxPayload: parts.limits.frameHardMaxBytes,
      maxFragments: parts.limits.fragmentsMax,
      maxBufferedChunks: parts.limits.bufferedChunksMax,
    });
    this.#server.on("wsClientError", (_error, socket) => socket.destroy());
  }

  /** WebSockets not yet gone, refused ones among them. */
  get openSockets(): number {
    return this.#server.clients.size;
  }

  async handle(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const onError = () => socket.destroy();
    socket.on("error", onError);
    const token = this.#parts.tokenOf(request);
    const stay = token === undefined ? null : this.#parts.stayOn(token);
    socket.once("close", () => stay?.leave());
    const allowed = await this.#decide(request, token);
    if (socket.destroyed) return;
    socket.off("error", onError);
    const decided = stay?.isOver === true ? NOTES_CLOSE.notSignedIn : allowed;
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on("error", () => webSocket.terminate());
      if (typeof decided === "number") this.#refuse(webSocket, decided);
      else this.#parts.onAdmitted({ ...decided, webSocket, socket, stay });
    });
  }

  /** Cuts whoever is left. */
  close(): void {
    for (const webSocket of this.#server.clients) webSocket.terminate();
    this.#server.close();
  }

  async #decide(
    request: IncomingMessage,
    token: string | undefined,
  ): Promise<Pick<Admission, "documentName" | "request" | "access"> | number> {
    if (this.#parts.isDraining()) return NOTES_CLOSE.restart;
    const address = parseDocumentPath(request.url ?? "");
    if (address === null) return NOTES_CLOSE.noSuchDocument;
    const { sessionId, roomId, documentName } = address;
    const asked: NotesRequest = { request, sessionId, roomId, token };
    try {
      const access = await this.#parts.authorize(asked);
      if (this.#parts.isDraining()) return NOTES_CLOSE.restart;
      if (!access.ok) return access.closeCode;
      return isOldPage(request) ? NOTES_CLOSE.clientOutdated : { documentName, request: asked, access };
    } catch (error) {
      this.#parts.log("notes_authorize_failed", { documentName, error: String(error) });
      return NOTES_CLOSE.overloaded;
    }
  }

  #refuse(webSocket: WebSocket, code: number): void {
    webSocket.close(code);
    const timer = setTimeout(() => webSocket.terminate(), this.#parts.limits.closeGraceMs);
    webSocket.once("close", () => clearTimeout(timer));
  }
}

/** A browser's page that says no layout: its editor deletes what it does not know. */
function isOldPage({ headers, url = "" }: IncomingMessage): boolean {
  const query = new URLSearchParams(url.slice(url.indexOf("?") + 1));
  return headers.origin !== undefined && query.get(NOTES_LAYOUT.name) !== NOTES_LAYOUT.value;
}
