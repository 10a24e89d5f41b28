import { expect } from "vitest";
import { StorageError } from "../../../server/ports/storage-error.ts";

/** Passes when the promise is refused with a `StorageError` that is retryable or not, as told. */
export async function expectStorageError(
  promise: Promise<unknown>,
  { retryable }: { retryable: boolean },
): Promise<void> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StorageError);
  expect(error).toMatchObject({ retryable });
}
