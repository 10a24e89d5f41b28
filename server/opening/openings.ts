import type { ArchiveReply } from "../../shared/protocol/archive-http.ts";
import type { SessionList } from "../lobby/session-list.ts";
import type { Storage } from "../ports/storage.ts";
import { WorkQueue } from "../work-queue.ts";
import { ArchiveReader } from "./archive-reader.ts";
import type { ArchiveContents } from "./read-archive.ts";

interface OpeningsParts {
  readonly storage: Pick<Storage, "open">;
  readonly sessions: SessionList;
  /** Takes a session away for good, off the disk and out of memory. */
  readonly forget: (sessionId: string) => Promise<void>;
  /** Told of a session that was opened, before anybody hears of it; one of its id may have been taken away before. */
  readonly onOpened: (sessionId: string) => void;
  readonly clock: () => number;
}

/** Why nothing was opened: the session is here. */
export class AlreadyHere extends Error {
  readonly session: { readonly sessionId: string; readonly title: string };

  constructor(session: { readonly sessionId: string; readonly title: string }) {
    super("the session of an archive is here already");
    this.name = "AlreadyHere";
    this.session = session;
  }
}

/** Opens archives of sessions that were held elsewhere, to be read here, one after the other. */
export class Openings {
  readonly #parts: OpeningsParts;
  /** One worker and one writing at a time. */
  readonly #turns = new WorkQueue(1);

  constructor(parts: OpeningsParts) {
    this.#parts = parts;
  }

  /**
   * Says what is in the archive at `path`, and unless it `isDryRun` opens it. Rejects with `ArchiveRefusal`, `AlreadyHere` or
   * `StorageError`, or with the reason of `signal`, and then nothing was opened.
   */
  open(
    path: string,
    { isDryRun, signal }: { isDryRun: boolean; signal: AbortSignal },
  ): Promise<ArchiveReply> {
    return this.#turns.run(async () => {
      signal.throwIfAborted();
      const reader = await ArchiveReader.start(path, signal);
      try {
        const contents = await reader.contents();
        const here = await this.#here(contents.session.sessionId);
        if (!isDryRun) await this.#keep(contents, reader);
        if (!isDryRun && signal.aborted) await this.#parts.forget(contents.session.sessionId);
        signal.throwIfAborted();
        return { ...contents.said, here };
      } finally {
        await reader.close();
      }
    });
  }

  /** Takes an opened session away; false where it was held here, and then nothing is done; null where there is none. */
  async remove(sessionId: string): Promise<boolean | null> {
    const here = await this.#here(sessionId);
    if (here !== "opened") return here && false;
    await this.#parts.forget(sessionId);
    return true;
  }

  async #keep({ session, said }: ArchiveContents, reader: ArchiveReader): Promise<void> {
    const { storage, onOpened, clock } = this.#parts;
    const isKept = await storage.open({ ...session, openedAt: clock() }, reader.pieces());
    const { sessionId } = session;
    if (isKept) {
      onOpened(sessionId);
      return;
    }
    const known = (await this.#parts.sessions.all()).find((listed) => listed.sessionId === sessionId);
    throw new AlreadyHere({ sessionId, title: known?.title ?? said.title });
  }

  async #here(sessionId: string): Promise<ArchiveReply["here"]> {
    const found = (await this.#parts.sessions.all()).find((listed) => listed.sessionId === sessionId);
    if (found === undefined) return null;
    return found.openedAt === undefined ? "held" : "opened";
  }
}
