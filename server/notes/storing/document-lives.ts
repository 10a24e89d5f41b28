import type { IncomingMessage } from "node:http";
import {
  type KnownLife,
  NOTES_LIVES_PARAMETER,
  readKnownLives,
} from "../../../shared/protocol/notes-lives.ts";
import type { LoadedNotes } from "../../ports/notes-store.ts";

/** Tells what comes from this document's own history from what comes of another, as after a backup was put back. */
export class DocumentLives {
  readonly lifeId: string;
  readonly #reachedSeqs: ReadonlyMap<string, number>;

  constructor({ lifeId, reachedSeqs }: Pick<LoadedNotes, "lifeId" | "reachedSeqs">) {
    this.lifeId = lifeId;
    this.#reachedSeqs = reachedSeqs;
  }

  /** Whether all of this can have been heard from this document, which stands at `seq`: nothing is told before it is on disk. */
  reach(known: readonly KnownLife[], seq: number): boolean {
    return known.every((life) => {
      const reached = life.lifeId === this.lifeId ? seq : this.#reachedSeqs.get(life.lifeId);
      return reached !== undefined && life.seq <= reached;
    });
  }
}

/** A life no store has: what is said of lives and cannot be read is taken for one. */
const UNREADABLE: readonly KnownLife[] = [{ lifeId: "", seq: 0 }];

/** The lives a client says it holds something of; null for a client that does not know of lives. */
export function knownLivesOf({ url }: IncomingMessage): readonly KnownLife[] | null {
  const said = new URL(url ?? "", "http://localhost").searchParams.get(NOTES_LIVES_PARAMETER);
  return said === null ? null : (readKnownLives(said) ?? UNREADABLE);
}
