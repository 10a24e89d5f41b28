import yauzl from "yauzl";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { ReadingRefusal } from "./reading-refusal.ts";

/** Text compresses to a tenth; what swells a hundredfold was made to. */
const RATIO_MAX = 100;
/** An entry as small as this does no harm at any ratio. */
const RATIO_FREE_BYTES = 1024 * 1024;

/**
 * A zip read under caps. Only entries asked for are inflated, as a stream, and what counts is the bytes that really
 * come out, over the whole archive; sizes the archive declares are only checked against them.
 */
export class ZipArchive {
  readonly #zip: yauzl.ZipFile;
  readonly #entries: ReadonlyMap<string, yauzl.Entry>;
  #inflatedBytes = 0;

  private constructor(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Lists the entries; refuses too many, two of one name, and names that lead out of the archive. */
  static async open(file: Buffer): Promise<ZipArchive> {
    const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > LIMITS.rosterEntriesMax) {
      throw new ReadingRefusal("roster_too_large", {
        entries: zip.entryCount,
        entriesMax: LIMITS.rosterEntriesMax,
      });
    }
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw new ReadingRefusal("roster_unreadable", { format: "zip" });
      entries.set(name, entry);
    }
    return new ZipArchive(zip, entries);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The inflated bytes of an entry; nothing for one that is not there. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return;
    if (entry.isEncrypted()) throw new ReadingRefusal("roster_encrypted");
    const entryBytesMax = Math.max(RATIO_FREE_BYTES, entry.compressedSize * RATIO_MAX);
    let entryBytes = 0;
    for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
      const bytes = chunk as Buffer;
      entryBytes += bytes.length;
      this.#inflatedBytes += bytes.length;
      if (this.#inflatedBytes > LIMITS.rosterInflatedMaxBytes || entryBytes > entryBytesMax) {
        throw new ReadingRefusal("roster_too_large", { inflatedMaxBytes: LIMITS.rosterInflatedMaxBytes });
      }
      yield bytes;
    }
  }
}
