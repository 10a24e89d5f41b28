import { crc32 } from "node:zlib";
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

  /**
   * Lists the entries; refuses too many, two of one name, and names that lead out of the archive. What gateways append, and
   * names as Windows writes them, do no harm.
   */
  static async open(file: Buffer): Promise<ZipArchive> {
    const zip = await yauzl.fromBufferPromise(withoutAppendix(file), {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    if (zip.entryCount > LIMITS.rosterEntriesMax) {
      throw new ReadingRefusal("too_large", {
        entries: zip.entryCount,
        entriesMax: LIMITS.rosterEntriesMax,
      });
    }
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry.fileNameRaw.toString());
      if (entries.has(name)) throw new ReadingRefusal("unreadable", { format: "zip" });
      entries.set(name, entry);
    }
    return new ZipArchive(zip, entries);
  }

  has(name: string): boolean {
    return this.#entries.has(entryName(name));
  }

  /** The inflated bytes of an entry; nothing for one that is not there. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(entryName(name));
    if (entry === undefined) return;
    if (entry.isEncrypted()) throw new ReadingRefusal("encrypted");
    const entryBytesMax = Math.max(RATIO_FREE_BYTES, entry.compressedSize * RATIO_MAX);
    let entryBytes = 0;
    let sum = 0;
    for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
      const bytes = chunk as Buffer;
      entryBytes += bytes.length;
      this.#inflatedBytes += bytes.length;
      if (this.#inflatedBytes > LIMITS.rosterInflatedMaxBytes || entryBytes > entryBytesMax) {
        throw new ReadingRefusal("too_large", { inflatedMaxBytes: LIMITS.rosterInflatedMaxBytes });
      }
      sum = crc32(bytes, sum);
      yield bytes;
    }
    // A wrong size does no harm where these are the bytes that were put in; some programs leave the sum out.
    if (entry.crc32 !== 0 && entry.crc32 !== sum) {
      throw new ReadingRefusal("unreadable", { format: "zip", part: name });
    }
  }
}

const END_RECORD = Buffer.from("PK\u0005\u0006", "latin1");
const END_RECORD_BYTES = 22;
const COMMENT_LENGTH_AT = 20;

/** A zip up to its end as that tells it. */
function withoutAppendix(file: Buffer): Buffer {
  const at = file.lastIndexOf(END_RECORD);
  if (at === -1 || at + END_RECORD_BYTES > file.length) return file;
  return file.subarray(0, at + END_RECORD_BYTES + file.readUInt16LE(at + COMMENT_LENGTH_AT));
}

/** A name as Windows or somebody's own program writes it, as it is looked for. */
function entryName(name: string): string {
  const parts = name
    .toLowerCase()
    .split(/[/\\]/)
    .filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) throw new ReadingRefusal("unreadable", { format: "zip" });
  return parts.join("/");
}
