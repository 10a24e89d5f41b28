import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import {
  ARCHIVE_FORMAT,
  isArchiveName,
  MANIFEST_FILE,
  type Manifest,
  type ManifestFile,
  manifestSchema,
  SEAL_BYTES,
} from "./archive-format.ts";
import { ArchiveRefusal } from "./archive-refusal.ts";

const FILES_MAX = 100_000;
const MANIFEST_MAX_BYTES = 16 * 1024 * 1024;
/** Far above what a session comes to; what is longer is not taken into memory. */
const WHOLE_MAX_BYTES = 512 * 1024 * 1024;

/** An archive on the disk. What it says of itself is held against its bytes; nothing of it is ever written anywhere. */
export class ArchiveFile {
  readonly #path: string;
  readonly #zip: yauzl.ZipFile;
  readonly #entries: ReadonlyMap<string, yauzl.Entry>;

  private constructor(path: string, zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>) {
    this.#path = path;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Rejects with `ArchiveRefusal` where it is no whole archive, or one of its files has a name that none may have. */
  static async open(path: string): Promise<ArchiveFile> {
    let zip: yauzl.ZipFile;
    try {
      zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
    } catch (cause) {
      throw new ArchiveRefusal(
        "unreadable",
        "it is cut short, or no archive: its end is not where it must be",
        { cause },
      );
    }
    try {
      return new ArchiveFile(path, zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  close(): void {
    this.#zip.close();
  }

  /** Whether every byte is as it was when the archive was written. */
  async isSealed(): Promise<boolean> {
    const { size } = await stat(this.#path);
    const end = size - SEAL_BYTES;
    if (end <= 0) return false;
    const hash = createHash("sha256");
    for await (const piece of createReadStream(this.#path, { end: end - 1 })) hash.update(piece as Buffer);
    const file = await open(this.#path);
    try {
      const { buffer } = await file.read(Buffer.alloc(SEAL_BYTES), 0, SEAL_BYTES, end);
      return buffer.toString("latin1") === hash.digest("hex");
    } finally {
      await file.close();
    }
  }

  /** Rejects with `ArchiveRefusal`. */
  async manifest(): Promise<Manifest> {
    const bytes = await this.#whole(MANIFEST_FILE, MANIFEST_MAX_BYTES);
    if (crc32(bytes) !== this.#entries.get(MANIFEST_FILE)?.crc32)
      throw new ArchiveRefusal("changed", `${MANIFEST_FILE} is not as it was written`);
    const said = parsed(bytes);
    const read = manifestSchema.safeParse(said);
    if (read.success) return read.data;
    const newer = newerFormat(said);
    if (newer !== null)
      throw new ArchiveRefusal(
        "newer",
        `its format is ${newer}, this version reads up to ${ARCHIVE_FORMAT.version}`,
      );
    throw new ArchiveRefusal("unreadable", `${MANIFEST_FILE} is none that this version knows`, {
      cause: read.error,
    });
  }

  /** What is wrong with a file; null where it is as the manifest says. */
  async trouble({ name, bytes, sha256 }: ManifestFile): Promise<string | null> {
    const hash = createHash("sha256");
    let read = 0;
    try {
      for await (const piece of this.#read(name)) {
        read += piece.length;
        if (read > bytes) return `${name} is longer than the manifest says`;
        hash.update(piece);
      }
    } catch (error) {
      return error instanceof ArchiveRefusal ? error.message : `${name} cannot be unpacked`;
    }
    return read === bytes && hash.digest("hex") === sha256 ? null : `${name} is not as the manifest says`;
  }

  /** A file that was found as the manifest says; null where there is none of this name. */
  async bytes(name: string): Promise<Buffer | null> {
    return this.#entries.has(name) ? this.#whole(name, WHOLE_MAX_BYTES) : null;
  }

  async #whole(name: string, maxBytes: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const piece of this.#read(name)) {
        bytes += piece.length;
        if (bytes > maxBytes) throw new ArchiveRefusal("too_large", `${name} is longer than any may be`);
        pieces.push(piece);
      }
    } catch (cause) {
      if (cause instanceof ArchiveRefusal) throw cause;
      throw new ArchiveRefusal("changed", `${name} cannot be unpacked`, { cause });
    }
    return Buffer.concat(pieces);
  }

  async *#read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new ArchiveRefusal("changed", `${name} is missing`);
    for await (const piece of await this.#zip.openReadStreamPromise(entry)) yield piece as Buffer;
  }
}

async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > FILES_MAX)
    throw new ArchiveRefusal("unreadable", `it says it has ${zip.entryCount} files`);
  const entries = new Map<string, yauzl.Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString("latin1");
      const place = `the name of file ${entries.size + 1}`;
      // Neither is printed: it may be anything.
      if (leavesItsFolder(name))
        throw new ArchiveRefusal("bad_name", `${place} leaves the folder of the archive`);
      if (!isArchiveName(name)) throw new ArchiveRefusal("bad_name", `${place} is none that an archive has`);
      if (entries.has(name)) throw new ArchiveRefusal("bad_name", `${place} is there twice`);
      entries.set(name, entry);
    }
  } catch (cause) {
    if (cause instanceof ArchiveRefusal) throw cause;
    throw new ArchiveRefusal("unreadable", `its list of files cannot be read after file ${entries.size}`, {
      cause,
    });
  }
  return entries;
}

function leavesItsFolder(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

/** The format a manifest says it has where that is a later one than this version writes. */
function newerFormat(said: unknown): number | null {
  const { format, formatVersion } = Object(said) as { format?: unknown; formatVersion?: unknown };
  const isNewer =
    format === ARCHIVE_FORMAT.name &&
    Number.isSafeInteger(formatVersion) &&
    Number(formatVersion) > ARCHIVE_FORMAT.version;
  return isNewer ? Number(formatVersion) : null;
}
