import { setTimeout as pause } from "node:timers/promises";
import { DEFAULT_TIME_ZONE } from "../../../shared/documents/options.ts";
import { wantsWatermark } from "../../../shared/documents/watermark.ts";
import { printedHead } from "../../../shared/domain/exports/printed-head.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import type { DocumentName } from "../../../shared/protocol/document-names.ts";
import type { NotesStore } from "../../ports/notes-store.ts";
import { WorkQueue } from "../../work-queue.ts";
import type { MadePreview } from "../make-preview.ts";
import type { FontPlaces } from "../pdf/fonts/font-places.ts";
import { renderPreview } from "../process/render-in-process.ts";
import { storedRoomNotes } from "../room-notes.ts";
import { isUnchanged, type ReadVersion, recordsVersion } from "./read-version.ts";

/** What is kept of previews, whoever looks at them. */
const KEPT_MAX = 16;
const KEPT_MAX_BYTES = 64 * 1024 * 1024;
const REST_MAX_MS = 2_000;
/** Of different documents, whoever waits for them. */
const WAITING_MAX = 32;

/** A session as it stands when it is read. */
interface Previewed {
  readonly sessionId: string;
  readonly state: SessionState;
  readonly headHash: string;
}

interface Wanted {
  readonly host: Previewed;
  readonly name: DocumentName;
  /** Of documents with a part a unit, that unit's alone. */
  readonly unit: string | null;
}

/** A document that somebody looks at: what was made of it last, and the making that has not begun. */
interface Line {
  readonly sessionId: string;
  made: { readonly version: ReadVersion; readonly preview: MadePreview } | null;
  waiting: Promise<MadePreview> | null;
  last: Promise<unknown>;
}

interface Parts {
  readonly notes: NotesStore;
  readonly fontPlaces: FontPlaces;
  readonly render?: typeof renderPreview;
}

/**
 * Documents as they will print, made once for all who look at them. One is made at a time, so that a file that somebody takes
 * waits for no preview; who asks while one is under way gets the next, which begins with what is new by then.
 */
export class Previews {
  private readonly parts: Required<Parts>;
  private readonly queue = new WorkQueue(1);
  private waitingCount = 0;
  /** Who was asked for last stands last. */
  private readonly lines = new Map<string, Line>();

  constructor({ render = renderPreview, ...parts }: Parts) {
    this.parts = { render, ...parts };
  }

  /** Whether so many wait that another would come too late for whoever asks. */
  get isFull(): boolean {
    return this.waitingCount >= WAITING_MAX;
  }

  /**
   * The preview of what stands now; null where it would have to wait and none more may. Rejects with `RenderError`, and as the
   * store of notes does.
   */
  async current(wanted: Wanted): Promise<MadePreview | null> {
    const line = this.lineOf(wanted);
    if (line.waiting !== null) return line.waiting;
    if (line.made !== null && (await this.isCurrent(line.made.version, wanted))) return line.made.preview;
    // Somebody else may have asked while the notes were looked at.
    if (line.waiting !== null) return line.waiting;
    if (this.isFull) return null;
    const next = line.last
      .then(() =>
        this.inTurn(() => {
          line.waiting = null;
          this.waitingCount -= 1;
          return this.make(line, wanted);
        }),
      )
      .finally(() => this.trim());
    line.waiting = next;
    this.waitingCount += 1;
    line.last = next.catch(() => undefined);
    return next;
  }

  /** One that was given out a short while ago. */
  find(sessionId: string, digest: string): MadePreview | null {
    for (const line of this.lines.values()) {
      if (line.sessionId === sessionId && line.made?.preview.digest === digest) return line.made.preview;
    }
    return null;
  }

  forget(sessionId: string): void {
    for (const [key, line] of this.lines) if (line.sessionId === sessionId) this.lines.delete(key);
  }

  /** After each the processor is left to the session for as long as it took. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      void this.queue.run(async () => {
        const begun = performance.now();
        await task().then(resolve, reject);
        await pause(Math.min(performance.now() - begun, REST_MAX_MS), undefined, { ref: false });
      });
    });
  }

  private isCurrent(version: ReadVersion, { host }: Wanted): Promise<boolean> {
    return isUnchanged(version, host, this.parts.notes);
  }

  private async make(line: Line, wanted: Wanted): Promise<MadePreview> {
    const { notes, fontPlaces, render } = this.parts;
    if (line.made !== null && (await this.isCurrent(line.made.version, wanted))) return line.made.preview;
    const { sessionId, state, headHash } = wanted.host;
    let notesSeqs: ReadonlyMap<string, number> = new Map();
    const preview = await render({
      name: wanted.name,
      records: () => state.everything(),
      rooms: async () => {
        const rooms = await storedRoomNotes(state, sessionId, notes);
        notesSeqs = new Map(rooms.map(({ roomId, seq }) => [roomId, seq]));
        return rooms;
      },
      options: {
        timeZone: DEFAULT_TIME_ZONE,
        head: printedHead(state, headHash),
        ...(wanted.unit !== null && { unit: wanted.unit }),
        // Nobody takes it, and all who look have the same.
        ...(isMarked(state) && { watermark: zhCN.documents.previewMark }),
      },
      fontPlaces,
    });
    line.made = { version: { records: recordsVersion(state.everything()), notesSeqs }, preview };
    return preview;
  }

  private lineOf({ host, name, unit }: Wanted): Line {
    const key = JSON.stringify([host.sessionId, name, unit]);
    const line = this.lines.get(key) ?? {
      sessionId: host.sessionId,
      made: null,
      waiting: null,
      last: Promise.resolve(),
    };
    this.lines.delete(key);
    this.lines.set(key, line);
    this.trim();
    return line;
  }

  /** What was asked for longest ago goes first; whoever waits for one of it gets it all the same. */
  private trim(): void {
    let bytes = 0;
    for (const { made } of this.lines.values()) bytes += made === null ? 0 : bytesOf(made.preview);
    for (const [key, { made }] of this.lines) {
      const isFull = this.lines.size > KEPT_MAX || bytes > KEPT_MAX_BYTES;
      if (!isFull || this.lines.size === 1) return;
      this.lines.delete(key);
      bytes -= made === null ? 0 : bytesOf(made.preview);
    }
  }
}

/** Where files are marked, and where not all who look may take them. */
function isMarked(state: SessionState): boolean {
  return wantsWatermark(state) || state.session()?.settings.exportsBy === "named";
}

function bytesOf({ pdf, reply }: MadePreview): number {
  return pdf.byteLength + reply.byteLength;
}
