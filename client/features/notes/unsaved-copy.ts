import { fromBase64, toBase64 } from "lib0/buffer";
import { type KnownLife, readKnownLives, writeKnownLives } from "../../../shared/protocol/notes-lives.ts";

const PREFIX = "yantao.notes.";
const SEPARATOR = ":";
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** What of `localStorage` is needed here. */
export type CopyStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Whose text of which document a copy is. */
export interface CopyOwner {
  readonly sessionId: string;
  readonly roomId: string;
  /** A person's id, or `organiser`. */
  readonly actorId: string;
}

/** What a document left: its update, and the lives it leans on. */
export interface TakenCopy {
  readonly update: Uint8Array;
  readonly lives: readonly KnownLife[];
}

interface Found {
  readonly key: string;
  readonly value: string;
}

/**
 * The text of one person in one document that is not on the server's disk yet, kept on this machine as Yjs updates,
 * so that closing the browser or losing power loses nothing. Each open document writes a place of its own; a new one
 * takes over what earlier ones left, and clears it once the server has it.
 */
export class UnsavedCopy {
  private readonly storage: CopyStorage;
  private readonly prefix: string;
  private readonly ownKey: string;
  private taken: Found[] = [];

  /** `documentKey` tells this open document from others of the same owner, such as its Yjs client id. */
  constructor(storage: CopyStorage, owner: CopyOwner, documentKey: string) {
    this.storage = storage;
    this.prefix = `${PREFIX}${owner.sessionId}.${owner.roomId}.${owner.actorId}.`;
    this.ownKey = this.prefix + documentKey;
  }

  /** What earlier documents left; a copy that cannot be read is left out and kept. */
  take(): TakenCopy[] {
    const copies: TakenCopy[] = [];
    for (const found of this.find()) {
      // A copy from before there were lives has only the update.
      const [said, update] = found.value.includes(SEPARATOR)
        ? found.value.split(SEPARATOR)
        : ["", found.value];
      const lives = readKnownLives(said ?? "");
      if (lives === null || update === undefined || !BASE64.test(update)) continue;
      copies.push({ update: fromBase64(update), lives });
      this.taken.push(found);
    }
    return copies;
  }

  /** Keeps `update`, which leans on what was held of `lives`; false when this machine has no room for it. */
  keep(update: Uint8Array, lives: readonly KnownLife[]): boolean {
    try {
      this.storage.setItem(this.ownKey, writeKnownLives(lives) + SEPARATOR + toBase64(update));
      return true;
    } catch {
      return false;
    }
  }

  /** Everything is on the server's disk: own and taken copies go, unless another document has written there since. */
  clear(): void {
    this.storage.removeItem(this.ownKey);
    for (const { key, value } of this.taken) {
      if (this.storage.getItem(key) === value) this.storage.removeItem(key);
    }
    this.taken = [];
  }

  private find(): Found[] {
    const found: Found[] = [];
    for (let index = 0; index < this.storage.length; index += 1) {
      const key = this.storage.key(index);
      if (key === null || !key.startsWith(this.prefix) || key === this.ownKey) continue;
      const value = this.storage.getItem(key);
      if (value !== null) found.push({ key, value });
    }
    return found;
  }
}
