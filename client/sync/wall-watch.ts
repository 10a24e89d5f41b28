import type { PresenceChanges, WatchReply } from "../../shared/protocol/session-socket.ts";

/** Who is here and what the notes say last, as far as it has been told. */
export interface WallState {
  /** Ids of people with a page open; null before the first answer. */
  readonly here: ReadonlySet<string> | null;
  /** The last line of notes, by room. */
  readonly lines: ReadonlyMap<string, string>;
  /** When it stopped coming, by the server's clock in milliseconds since 1970; null while it comes. */
  readonly stoppedAt: number | null;
}

/** The line on which a session is joined. */
interface Line {
  watch(): Promise<WatchReply | null>;
  unwatch(): void;
}

const AGAIN_MS = 3_000;

/** Watches a session as long as somebody on this page wants to know; begins anew with every join. */
export class WallWatch {
  private readonly now: () => number;
  private readonly listeners = new Set<() => void>();
  private state: WallState = { here: null, lines: new Map(), stoppedAt: null };
  /** Null while the session is not joined. */
  private line: Line | null = null;
  private again: ReturnType<typeof setTimeout> | null = null;

  /** `now`: the server's clock. */
  constructor(now: () => number) {
    this.now = now;
  }

  snapshot(): WallState {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.begin();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.line?.unwatch();
      this.callOff();
    };
  }

  joined(line: Line): void {
    this.line = line;
    this.begin();
  }

  lost(): void {
    this.callOff();
    if (this.line === null) return;
    this.line = null;
    if (this.state.here !== null && this.state.stoppedAt === null)
      this.change({ ...this.state, stoppedAt: this.now() });
  }

  hear({ here, gone, lines }: PresenceChanges): void {
    const isSame = this.state.here !== null && here.length === 0 && gone.length === 0;
    // Where lines alone are told the people stay the same object, and nobody is counted anew.
    const known = isSame ? this.state.here : withMovements(this.state.here, here, gone);
    this.change({ here: known, lines: this.withLines(lines), stoppedAt: null });
  }

  private begin(): void {
    const { line } = this;
    this.callOff();
    if (line === null || this.listeners.size === 0) return;
    void line.watch().then((reply) => {
      if (this.line !== line || this.listeners.size === 0) return;
      // Lines that are not told again yet are kept: what stands there does not go and come back.
      if (reply?.ok)
        this.change({ here: new Set(reply.here), lines: this.withLines(reply.lines), stoppedAt: null });
      else if (reply === null || reply.error.retryable) this.again = setTimeout(() => this.begin(), AGAIN_MS);
    });
  }

  private withLines(lines: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
    return new Map([...this.state.lines, ...Object.entries(lines)]);
  }

  private callOff(): void {
    if (this.again !== null) clearTimeout(this.again);
    this.again = null;
  }

  private change(state: WallState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}

function withMovements(
  before: ReadonlySet<string> | null,
  here: readonly string[],
  gone: readonly string[],
): ReadonlySet<string> {
  const known = new Set(before);
  for (const personId of gone) known.delete(personId);
  for (const personId of here) known.add(personId);
  return known;
}
