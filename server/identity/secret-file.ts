import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";

const SECRET_BYTES = 32;

/** The server's secret, made at first start and kept beside the data, readable by its owner alone. */
export async function loadSecret(directory: string): Promise<Buffer> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, "secret.key");
  try {
    const secret = await readFile(path);
    if (secret.length !== SECRET_BYTES) throw new Error(`not a secret of ${SECRET_BYTES} bytes: ${path}`);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const secret = randomBytes(SECRET_BYTES);
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(secret);
    await file.sync();
  } finally {
    await file.close();
  }
  return secret;
}
