import type { PreviewReply } from "../../../../shared/documents/preview.ts";
import { ApiError } from "../../../sync/api.ts";
import type { PdfFile, PdfReader } from "./pdf-file.ts";
import { isNewToRead } from "./places.ts";

/** What comes of itself is asked for no more often. */
const ASK_EVERY_MS = 3_000;
/** Notes are no records: what is new in them is looked for. */
const LOOK_EVERY_MS = 20_000;

/** Pages, and what is known of them. */
export interface ShownPreview {
  readonly reply: PreviewReply;
  readonly file: PdfFile;
}

export type PreviewState =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly error: unknown }
  | {
      readonly status: "shown";
      readonly shown: ShownPreview;
      readonly isRenewing: boolean;
      /** What is shown could not be renewed. */
      readonly isStale: boolean;
      /** How often it was renewed by what others did. */
      readonly renewals: number;
    };

interface Parts {
  /** Null where what is there is still what the digest names. */
  readonly ask: (knownDigest: string | undefined) => Promise<PreviewReply | null>;
  readonly pages: (digest: string) => Promise<ArrayBuffer>;
  readonly startReader: () => Promise<PdfReader>;
}

/** A preview that is asked for again as things change: merged, one at a time, and not while nobody sees it. */
export class LivePreview {
  private readonly parts: Parts;
  private readonly listeners = new Set<() => void>();
  private state: PreviewState = { status: "loading" };
  private reader: Promise<PdfReader> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private looking: ReturnType<typeof setInterval> | null = null;
  private own = new Set<string | null>();
  private isWanted = false;
  private isAsking = false;
  private isHidden = false;
  private isStopped = false;
  private askedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  start(): void {
    this.looking = setInterval(() => this.changed(), LOOK_EVERY_MS);
    this.askNow();
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    if (this.looking !== null) clearInterval(this.looking);
    if (this.state.status === "shown") this.state.shown.file.close();
    void this.reader?.then(
      (reader) => reader.close(),
      () => undefined,
    );
  }

  snapshot(): PreviewState {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Something that documents read may be another. */
  changed(): void {
    this.isWanted = true;
    this.schedule();
  }

  /** Somebody waits for it. */
  askNow(): void {
    if (this.state.status === "failed") this.tell({ status: "loading" });
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.askedAt = Number.NEGATIVE_INFINITY;
    this.changed();
  }

  /** What was done in this place, or with null to all of it, was done here, and is no news. */
  doneHere(key: string | null): void {
    this.own.add(key);
    this.askNow();
  }

  setHidden(isHidden: boolean): void {
    this.isHidden = isHidden;
    this.schedule();
  }

  private schedule(): void {
    if (this.isStopped || this.isHidden || this.isAsking || !this.isWanted || this.timer !== null) return;
    const waitMs = Math.max(0, this.askedAt + ASK_EVERY_MS - performance.now());
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.ask();
    }, waitMs);
  }

  private async ask(): Promise<void> {
    // A page nobody sees asks for nothing; it does once it is seen.
    if (this.isHidden) return;
    this.isAsking = true;
    this.isWanted = false;
    this.askedAt = performance.now();
    if (this.state.status === "shown") this.tell({ ...this.state, isRenewing: true });
    try {
      await this.renew();
    } catch (error) {
      if (this.state.status === "shown") this.tell({ ...this.state, isStale: true });
      else this.tell({ status: "failed", error });
    }
    this.isAsking = false;
    if (this.state.status === "shown") this.tell({ ...this.state, isRenewing: false });
    this.schedule();
  }

  private async renew(): Promise<void> {
    const before = this.state.status === "shown" ? this.state : null;
    const own = new Set(this.own);
    const reply = await this.parts.ask(before?.shown.reply.digest);
    if (reply === null) {
      if (before !== null) this.tell({ ...before, isStale: false, isRenewing: true });
      return;
    }
    const bytes = await this.pagesOf(reply);
    if (bytes === null) return;
    const file = await (await this.readerHere()).open(bytes);
    if (this.isStopped) {
      file.close();
      return;
    }
    const isNews = before !== null && isNewToRead(before.shown.reply, reply, own);
    // What was done here meanwhile comes with the next one.
    for (const key of own) this.own.delete(key);
    this.tell({
      status: "shown",
      shown: { reply, file },
      isRenewing: true,
      isStale: false,
      renewals: (before?.renewals ?? 0) + (isNews ? 1 : 0),
    });
    before?.shown.file.close();
  }

  /** Null where they are those of before by now; then it is asked for anew. */
  private async pagesOf({ digest }: PreviewReply): Promise<ArrayBuffer | null> {
    try {
      return await this.parts.pages(digest);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "not_found") throw error;
      this.isWanted = true;
      return null;
    }
  }

  private readerHere(): Promise<PdfReader> {
    this.reader ??= this.parts.startReader();
    this.reader.catch(() => {
      this.reader = null;
    });
    return this.reader;
  }

  private tell(state: PreviewState): void {
    if (this.isStopped) return;
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}
