/** Throws `StorageError` once the storage is closed. */
export type CheckOpen = () => void;
