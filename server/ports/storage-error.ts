/** The store could not do what was asked; `retryable` when it may later, as after a full disk. */
export class StorageError extends Error {
  readonly retryable: boolean;

  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "StorageError";
    this.retryable = options.retryable;
  }
}
