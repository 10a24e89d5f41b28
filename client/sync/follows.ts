import { LIMITS } from "../../shared/protocol/limits.ts";

/**
 * What this browser asked where askers are never recorded. The ids are secrets of the browser: who holds one sees what
 * becomes of the question, and nothing says who that is.
 */
export class Follows {
  readonly #storage: Pick<Storage, "getItem" | "setItem">;
  readonly #key: string;
  #ids: readonly string[];

  constructor(storage: Pick<Storage, "getItem" | "setItem">, sessionId: string, actorId: string) {
    this.#storage = storage;
    this.#key = `yantao.follows.${sessionId}.${actorId}`;
    this.#ids = read(storage.getItem(this.#key));
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  /** Follows one more; of too many the oldest is let go. */
  add(followId: string): void {
    this.#ids = [...this.#ids, followId].slice(-LIMITS.followedMax);
    try {
      this.#storage.setItem(this.#key, JSON.stringify(this.#ids));
    } catch {
      // A full storage costs the following over a reload, not the asking.
    }
  }
}

function read(stored: string | null): readonly string[] {
  try {
    const ids: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
