import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { StorageError } from "../ports/storage-error.ts";

const SECRET_BYTES = 32;
const SECRET_FILE = "secret.key";

/**
 * The server's secret, kept beside the data, readable by its owner alone. It is made at the first start only: with
 * another one beside the old data, every PIN on a printed card would be void. Throws `StorageError` for a secret that
 * is missing there or damaged.
 */
export async function loadSecret(
  directory: string,
  { firstStart }: { firstStart: boolean },
): Promise<Buffer> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, SECRET_FILE);
  try {
    const secret = await readFile(path);
    if (secret.length !== SECRET_BYTES) throw unusable(`${path} does not hold ${SECRET_BYTES} bytes`);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  if (!firstStart)
    throw unusable(`${path} is missing, and the PINs handed out need it; put it back from the backup`);
  const secret = randomBytes(SECRET_BYTES);
  await writeWhole(directory, SECRET_FILE, secret);
  return secret;
}

/** Puts a file in place whole and for good, or not at all. */
async function writeWhole(directory: string, name: string, bytes: Buffer): Promise<void> {
  const path = join(directory, name);
  const unfinished = `${path}.new`;
  const file = await open(unfinished, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  const folder = await open(directory, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function unusable(message: string): StorageError {
  return new StorageError(message, { retryable: false });
}
