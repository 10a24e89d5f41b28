import { StorageError } from "../../ports/storage-error.ts";

/** JSON that this store wrote, as whatever it was; throws `StorageError` for what is none any more. */
export function readJson<T>(json: string): T {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new StorageError("what is stored cannot be read: verify the folder", { retryable: false, cause });
  }
}
