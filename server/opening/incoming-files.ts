import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { StorageError } from "../ports/storage-error.ts";

/** Each may fill the disk with as much as one upload may have. */
const AT_ONCE_MAX = 3;

/** Files on their way in: on the disk while somebody looks at them, and gone afterwards. */
export class IncomingFiles {
  readonly #folder: string;
  #underWay = 0;

  /** What an earlier server left in `folder` when it ended is removed. */
  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
  }

  /** Whether no more are taken for now. */
  get isFull(): boolean {
    return this.#underWay >= AT_ONCE_MAX;
  }

  /** Gives `act` the path of a file that is not there yet, and removes it in the end. Rejects with `StorageError`, and as `act` does. */
  async use<T>(act: (path: string) => Promise<T>): Promise<T> {
    const path = join(this.#folder, randomUUID());
    this.#underWay += 1;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      return await act(path);
    } catch (error) {
      throw isDiskTrouble(error)
        ? new StorageError("an incoming file cannot be kept", { retryable: true, cause: error })
        : error;
    } finally {
      this.#underWay -= 1;
      await rm(path, { force: true, maxRetries: 5 });
    }
  }
}

/** As Node tells of a disk that is full or gives and takes nothing. */
function isDiskTrouble(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    /^E(?:NOSPC|DQUOT|IO|ROFS|ACCES|PERM)$/.test(String(error.code))
  );
}
