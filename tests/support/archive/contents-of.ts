import { createHash } from "node:crypto";
import yauzl from "yauzl";

/** What a program that unpacks finds in an archive: the hash of each file by its name; null where not all of it can be read. */
export async function contentsOf(archive: Buffer): Promise<ReadonlyMap<string, string> | null> {
  try {
    const zip = await yauzl.fromBufferPromise(archive, { lazyEntries: true, decodeStrings: false });
    const found = new Map<string, string>();
    for await (const entry of zip.eachEntry()) {
      const hash = createHash("sha256");
      for await (const piece of await zip.openReadStreamPromise(entry)) hash.update(piece as Buffer);
      found.set(entry.fileNameRaw.toString("latin1"), hash.digest("hex"));
    }
    return found;
  } catch {
    return null;
  }
}
