import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { leaveFormats } from "../../../../shared/notes/yjs-insides.ts";
import {
  CLOSE_CODES,
  NOTES_FRAGMENT,
  NOTES_LAYOUT,
  NOTES_SAVED_MESSAGE,
} from "../../../../shared/protocol/notes.ts";
import type { NoteLine } from "./note-line.ts";
import { noteLinesOf } from "./notes-lines.ts";

/** Read again so much later than something changed: nothing on the stage moves with every letter. */
const QUIET_MS = 1_000;
const BACKOFF_MAX_MS = 3_000;

interface Options {
  /** `ws://host/yjs`. */
  readonly url: string;
  /** `<sessionId>/<roomId>/notes`. */
  readonly documentName: string;
  readonly token: string;
  /** What stands there, as often as it changes. */
  readonly onLines: (lines: readonly NoteLine[]) => void;
  /** The server will not have it read. */
  readonly onRefused: () => void;
}

/** Reads one room's notes as they are written, and writes nothing; what it has read stays while the line is down. */
export class NotesReader {
  private readonly options: Options;
  private doc: Y.Doc;
  private provider: WebsocketProvider;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isClosed = false;
  /** What was told last. */
  private last: string | null = null;

  constructor(options: Options) {
    this.options = options;
    this.doc = new Y.Doc();
    this.provider = this.connect();
  }

  close(): void {
    this.isClosed = true;
    this.let();
  }

  private connect(): WebsocketProvider {
    const { url, documentName, token } = this.options;
    const { doc } = this;
    doc.getXmlFragment(NOTES_FRAGMENT);
    leaveFormats(doc);
    const provider = new WebsocketProvider(url, documentName, doc, {
      disableBc: true,
      params: { token, [NOTES_LAYOUT.name]: NOTES_LAYOUT.value },
      maxBackoffTime: BACKOFF_MAX_MS,
      shouldReconnect: ({ code }) => !(code >= 4400 && code < 4500),
    });
    provider.awareness.setLocalState(null);
    // Nothing is sent of which it would be told that it is on disk.
    provider.messageHandlers[NOTES_SAVED_MESSAGE] = () => undefined;
    provider.on("sync", (isSynced) => {
      if (isSynced && !this.isClosed) this.read();
    });
    doc.on("update", () => {
      if (provider.synced) this.timer ??= setTimeout(() => this.read(), QUIET_MS);
    });
    provider.on("closed", ({ code }) => {
      if (this.isClosed) return;
      this.let();
      // After a backup was put back the server knows nothing of what is here.
      if (code === CLOSE_CODES.anotherLife) this.begin();
      else this.options.onRefused();
    });
    return provider;
  }

  private begin(): void {
    this.doc = new Y.Doc();
    this.provider = this.connect();
  }

  private read(): void {
    this.rest();
    const lines = noteLinesOf(this.doc);
    const text = JSON.stringify(lines);
    if (text === this.last) return;
    this.last = text;
    this.options.onLines(lines);
  }

  private rest(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private let(): void {
    this.rest();
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
  }
}
