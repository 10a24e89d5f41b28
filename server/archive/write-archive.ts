import { createHash } from "node:crypto";
import { PassThrough, Readable, Transform, type Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { STILL_ENTRY } from "../documents/packed-files.ts";
import {
  ARCHIVE_FORMAT,
  MANIFEST_FILE,
  type Manifest,
  type ManifestFile,
  SEAL_BYTES,
} from "./archive-format.ts";
import { bytesInPieces } from "./pieces.ts";

/** One file of an archive. */
export interface ArchivePart {
  readonly name: string;
  /** Its content gains nothing by being compressed. */
  readonly isPacked?: true;
  readonly content: AsyncIterable<Uint8Array>;
}

/** All of an archive, its seal with it, or what went out of it. */
export interface WrittenArchive {
  readonly bytes: number;
  /** As hex. */
  readonly sha256: string;
}

/** What the manifest says besides its files. */
export type ArchiveAbout = Pick<Manifest, "sessionId" | "journal" | "baselineHead">;

/**
 * Writes an archive as fast as `target` takes it, one file at a time, with its manifest last and its seal at the end. Equal
 * parts give equal bytes. Its last bytes go out once `beforeEnd` has resolved; where it breaks off, `whenCut` is told what went out,
 * which can be read too. Rejects, and cuts `target`, where that or a part
 * fails, and where `target` is closed early.
 */
export async function writeArchive(
  parts: AsyncIterable<ArchivePart>,
  about: ArchiveAbout,
  target: Writable,
  beforeEnd: (whole: WrittenArchive) => Promise<void> = async () => {},
  whenCut: (part: WrittenArchive) => Promise<void> = async () => {},
): Promise<void> {
  const zip = new ZipFile();
  const output = new PassThrough();
  const sent = pipeline(zip.outputStream, output, sealing(beforeEnd, whenCut), target);
  const cut = sent.then(() => new Promise<never>(() => undefined));
  // It is awaited below, in a race that may not have begun.
  cut.catch(() => undefined);
  try {
    const files: ManifestFile[] = [];
    for await (const part of parts) files.push(await add(zip, part, cut));
    const { name, version } = ARCHIVE_FORMAT;
    const manifest: Manifest = { format: name, formatVersion: version, ...about, files };
    const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await add(zip, { name: MANIFEST_FILE, content: bytesInPieces(bytes) }, cut);
    zip.end({ comment: "0".repeat(SEAL_BYTES), forceZip64Format: false });
    await sent;
  } catch (error) {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** Resolves once all of a part has been read. */
async function add(
  zip: ZipFile,
  { name, isPacked, content }: ArchivePart,
  cut: Promise<never>,
): Promise<ManifestFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted() {
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  const stream = Readable.from(counted(), { objectMode: false });
  zip.addReadStreamLazy(name, { ...STILL_ENTRY, compress: isPacked !== true }, (begin) =>
    begin(null, stream),
  );
  try {
    await Promise.race([finished(stream), cut]);
  } finally {
    stream.destroy();
  }
  return { name, bytes, sha256: hash.digest("hex") };
}

/** Puts the hash of all that went before in the place of an archive's last bytes. */
function sealing(
  beforeEnd: (whole: WrittenArchive) => Promise<void>,
  whenCut: (part: WrittenArchive) => Promise<void>,
): Transform {
  const hash = createHash("sha256");
  let bytes = SEAL_BYTES;
  let held: Buffer = Buffer.alloc(0);
  let isWhole = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const all = Buffer.concat([held, chunk]);
      const passing = all.subarray(0, Math.max(0, all.length - SEAL_BYTES));
      held = all.subarray(passing.length);
      hash.update(passing);
      bytes += passing.length;
      if (passing.length > 0) this.push(passing);
      done();
    },
    flush(done) {
      isWhole = true;
      const whole = hash.copy();
      const seal = hash.digest("hex");
      const sha256 = whole.update(seal).digest("hex");
      beforeEnd({ bytes, sha256 }).then(() => done(null, seal), done);
    },
    destroy(error, done) {
      const sent = bytes - SEAL_BYTES;
      if (isWhole || sent === 0) return done(error);
      const end = () => done(error);
      whenCut({ bytes: sent, sha256: hash.digest("hex") }).then(end, end);
    },
  });
}
