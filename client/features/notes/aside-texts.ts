import { newId } from "../../sync/new-id.ts";
import type { CopyOwner, CopyStorage } from "./unsaved-copy.ts";

const PREFIX = "yantao.aside.";

/** Words that stand in no notes: this machine alone has them. */
export interface AsideText {
  readonly id: string;
  /** When they were set aside, milliseconds since 1970 on this machine's clock. */
  readonly at: number;
  readonly text: string;
  /** Whether what the notes have as well has been taken out of it. */
  readonly isCompared: boolean;
}

/**
 * Texts set aside of one person in one document, kept on this machine until their author has done with them. What the
 * machine has no room for is held as long as the page stands.
 */
export class AsideTexts {
  readonly #storage: CopyStorage;
  readonly #prefix: string;
  readonly #unstored = new Map<string, AsideText>();

  constructor(storage: CopyStorage, { sessionId, roomId, actorId }: CopyOwner) {
    this.#storage = storage;
    this.#prefix = `${PREFIX}${sessionId}.${roomId}.${actorId}.`;
  }

  /** Sets a text aside, once however many windows do. */
  add(text: string, at: number): void {
    if (text === "" || this.list().some((aside) => aside.text === text)) return;
    this.put({ id: newId(), at, text, isCompared: false });
  }

  /** Oldest first; what cannot be read is left where it is. */
  list(): AsideText[] {
    const found = [...this.#unstored.values()];
    for (let index = 0; index < this.#storage.length; index += 1) {
      const key = this.#storage.key(index);
      if (key === null || !key.startsWith(this.#prefix)) continue;
      const aside = parsed(key.slice(this.#prefix.length), this.#storage.getItem(key));
      if (aside !== null) found.push(aside);
    }
    return found.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  }

  /** Leaves of each text that was not compared yet what `lackingOf` leaves of it, and drops those of which that is nothing. */
  compare(lackingOf: (text: string) => string): void {
    for (const aside of this.list()) {
      if (aside.isCompared) continue;
      const text = lackingOf(aside.text);
      if (text === "") this.remove(aside.id);
      else this.put({ ...aside, text, isCompared: true });
    }
  }

  /** Keeps a text as it is, also one that was removed. */
  put(aside: AsideText): void {
    const { id, at, text, isCompared } = aside;
    try {
      this.#storage.setItem(this.#prefix + id, JSON.stringify({ at, text, isCompared }));
      this.#unstored.delete(id);
    } catch {
      this.#unstored.set(id, aside);
    }
  }

  remove(id: string): void {
    this.#unstored.delete(id);
    this.#storage.removeItem(this.#prefix + id);
  }
}

function parsed(id: string, value: string | null): AsideText | null {
  if (value === null) return null;
  try {
    const { at, text, isCompared } = JSON.parse(value);
    if (typeof at !== "number" || typeof text !== "string") return null;
    return { id, at, text, isCompared: isCompared === true };
  } catch {
    return null;
  }
}
