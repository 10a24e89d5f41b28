import { open } from "node:fs/promises";

/**
 * Has the names in a folder on disk when it resolves. Windows lets no program ask for that, and its file systems keep a
 * journal of names themselves.
 */
export async function syncFolder(directory: string, platform = process.platform): Promise<void> {
  if (platform === "win32") return;
  const folder = await open(directory, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
