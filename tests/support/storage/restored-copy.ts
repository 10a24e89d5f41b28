import { cp } from "node:fs/promises";
import { join } from "node:path";
import { tempDirectory } from "../temp-directory.ts";

/** A copy of a data folder, as a backup is made while nobody has it open. */
export async function copyOfFolder(directory: string): Promise<string> {
  const copy = join(await tempDirectory(), "copy");
  await cp(directory, copy, { recursive: true });
  return copy;
}
