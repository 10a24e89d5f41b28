/** A message that carried edits: once the server has `count` of this connection on disk, the first `edits` edits are. */
interface Carrier {
  readonly count: number;
  readonly edits: number;
}

/**
 * Knows whether every edit made here is on the server's disk. Counts the update-bearing messages (sync step 2 and
 * updates) of the connection in use, as the server does, and what each of them carried.
 *
 * Before a connection's first sync step 2 the server may drop an update in silence because something it leans on is
 * missing, so only that step 2, which carries everything, and what follows it are taken to carry edits.
 */
export class SaveTracker {
  private edits = 0;
  private savedEdits = 0;
  private sent = 0;
  private handshaken = false;
  private carriers: Carrier[] = [];

  /** The document changed here, by typing or from the copy kept on this machine. */
  edited(): void {
    this.edits += 1;
  }

  /** A new connection begins, or the old one is gone: nothing sent so far will be acknowledged any more. */
  connectionChanged(): void {
    this.sent = 0;
    this.handshaken = false;
    this.carriers = [];
  }

  /** An update-bearing message left on this connection; it and those before it hold all edits so far. */
  messageSent(kind: "step2" | "update"): void {
    this.sent += 1;
    if (kind === "step2") this.handshaken = true;
    if (this.handshaken) this.carriers.push({ count: this.sent, edits: this.edits });
  }

  /** The server has the first `count` update-bearing messages of this connection on disk. */
  acknowledged(count: number): void {
    for (;;) {
      const first = this.carriers[0];
      if (first === undefined || first.count > count) return;
      this.savedEdits = Math.max(this.savedEdits, first.edits);
      this.carriers.shift();
    }
  }

  /** Whether an edit made here is not known to be on disk. */
  hasUnsaved(): boolean {
    return this.savedEdits < this.edits;
  }
}
