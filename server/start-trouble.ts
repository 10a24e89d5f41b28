import { type Environment, SettingError } from "./environment.ts";
import { StorageError } from "./ports/storage-error.ts";

/** What kept the server from listening, as trouble with the setting to change; anything else as it is. */
export function listenTrouble(error: unknown, { PORT, HOST }: Environment): unknown {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return new SettingError("PORT", `${PORT} is in use by another program`);
    case "EACCES":
      return new SettingError("PORT", `${PORT} may not be used by this user`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EINVAL":
      return new SettingError("HOST", `${HOST} is not an address of this machine`);
    default:
      return error;
  }
}

/** What kept the data from being opened, likewise. */
export function dataTrouble(error: unknown, directory: string): unknown {
  if (error instanceof SettingError) return error;
  if (error instanceof StorageError) return new SettingError("DATA_DIR", error.message);
  switch (codeOf(error)) {
    case undefined:
      return error;
    case "EEXIST":
    case "ENOTDIR":
      return new SettingError("DATA_DIR", `${directory} is not a folder`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new SettingError("DATA_DIR", `${directory} cannot be written`);
    default:
      return new SettingError("DATA_DIR", (error as Error).message);
  }
}

/** The system's code of an error it gave; undefined for a fault of the program. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "syscall" in error && "code" in error ? String(error.code) : undefined;
}
