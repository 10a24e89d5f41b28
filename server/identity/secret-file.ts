import { createHmac, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { StorageError } from "../ports/storage-error.ts";
import { syncFolder } from "./sync-folder.ts";

const SECRET_BYTES = 32;
const SECRET_FILE = "secret.key";

/** A secret for this start. */
export interface PreparedSecret {
  readonly bytes: Buffer;
  /** Puts one that was just made in its place; called once the database is there, so that a secret always means data. */
  readonly keep: () => Promise<void>;
}

/** Whether the folder holds a secret, whatever state it is in. */
export async function hasSecret(directory: string): Promise<boolean> {
  try {
    await stat(join(directory, SECRET_FILE));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/**
 * The server's secret, kept beside the data, readable by its owner alone. It is made where nothing was kept before, and
 * where whoever starts the server says so: with another one beside the old data, every PIN on a printed card is void.
 * Throws `StorageError` for a secret that is missing there, damaged, or not a file.
 */
export async function prepareSecret(
  directory: string,
  { mayMake }: { mayMake: boolean },
): Promise<PreparedSecret> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, SECRET_FILE);
  if (await hasSecret(directory)) return { bytes: await readSecret(path), keep: async () => {} };
  if (!mayMake) throw unusable(`${path} is missing, and the PINs handed out need it; ${WAYS_OUT}`);
  const bytes = randomBytes(SECRET_BYTES);
  await writeWhole(`${path}.new`, bytes);
  const keep = async () => {
    await rename(`${path}.new`, path);
    await syncFolder(directory);
  };
  return { bytes, keep };
}

/** Throws `StorageError` where the data were kept with another secret; `kept` is null for data that name none. */
export function checkSecret(directory: string, secret: Buffer, kept: string | null): void {
  if (kept === null || kept === fingerprintOf(secret)) return;
  throw unusable(
    `${join(directory, SECRET_FILE)} is that of other data, and the PINs handed out need their own; ${WAYS_OUT}`,
  );
}

/** Tells one secret from another, and nothing about either. */
export function fingerprintOf(secret: Buffer): string {
  return createHmac("sha256", secret).update("fingerprint of secret.key").digest("hex");
}

const WAYS_OUT =
  "put it back from the backup; where it is lost for good, see that there is no secret.key, start once with `npm start -- --new-secret` and print all seat cards anew";

async function readSecret(path: string): Promise<Buffer> {
  try {
    const secret = await readFile(path);
    if (secret.length !== SECRET_BYTES)
      throw unusable(`${path} does not hold ${SECRET_BYTES} bytes; ${WAYS_OUT}`);
    return secret;
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case "EISDIR":
        throw unusable(`${path} is a folder where a file has to be; ${WAYS_OUT}`);
      case "EACCES":
      case "EPERM":
        throw unusable(
          `${path} cannot be read by this user: give the folder back to the user who runs the server`,
        );
      default:
        throw error;
    }
  }
}

/** Writes a file so that it is on disk whole when this resolves. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function unusable(message: string): StorageError {
  return new StorageError(message, { retryable: false });
}
