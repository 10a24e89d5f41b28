import type { Writable } from "node:stream";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { RenderError } from "../render-error.ts";
import { withBytes, withoutBytes } from "./bytes-apart.ts";

/** Which of its descriptors a process reads its tasks from: 3 is the channel of messages. */
export const TASKS_DESCRIPTOR = 4;

/** The records of one session after the other. */
export type Sources = AsyncIterable<Iterable<AnyRecord>> | Iterable<Iterable<AnyRecord>>;

/** What is handed over: a value of plain objects, lists and bytes, and records. */
export interface Parcel {
  readonly value: unknown;
  readonly sources: readonly (readonly AnyRecord[])[];
}

const BUFFER_BYTES = 64 * 1024;
const NUMBER_BYTES = 4;
/** In place of a length; no piece is as long. */
const NEXT_SOURCE = 0xffff_fffe;
const END = 0xffff_ffff;

/**
 * What was written of records, which never change: a document is made again and again while a session goes on, and what is
 * written anew each time would be cleared away while the meeting waits.
 */
const written = new WeakMap<AnyRecord, Uint8Array>();

/**
 * Hands over parcels, one after the other, as pieces with their lengths: the value as JSON, the bytes that were in it, and each record
 * as JSON, source by source. All goes through one buffer, so that nothing is left to be cleared away; each time it
 * is full the loop turns.
 */
export class ParcelWriter {
  readonly #stream: Writable;
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  #filled = 0;

  /** `stream` is a line, which has copied what was written once it calls back. */
  constructor(stream: Writable) {
    this.#stream = stream;
  }

  /**
   * Resolves once all of it is with the system; records may not change until then. Rejects with `RenderError` where nobody
   * reads, and as `sources` does.
   */
  async write(value: unknown, sources: Sources): Promise<void> {
    this.#filled = 0;
    const parts: Uint8Array[] = [];
    await this.#piece(Buffer.from(JSON.stringify(withoutBytes(value, parts))));
    for (const part of parts) await this.#piece(part);
    await this.#number(END);
    for await (const records of sources) {
      await this.#number(NEXT_SOURCE);
      for (const record of records) {
        const bytes = bytesOf(record);
        // Nearly always: what waits for a promise leaves one behind.
        if (this.#fits(NUMBER_BYTES + bytes.length)) this.#put(bytes);
        else await this.#piece(bytes);
      }
    }
    await this.#number(END);
    await this.#flush();
  }

  #fits(length: number): boolean {
    return this.#filled + length <= BUFFER_BYTES;
  }

  #put(bytes: Uint8Array): void {
    this.#filled = this.#buffer.writeUInt32LE(bytes.length, this.#filled);
    this.#buffer.set(bytes, this.#filled);
    this.#filled += bytes.length;
  }

  async #number(value: number): Promise<void> {
    if (!this.#fits(NUMBER_BYTES)) await this.#flush();
    this.#filled = this.#buffer.writeUInt32LE(value, this.#filled);
  }

  async #piece(bytes: Uint8Array): Promise<void> {
    if (!this.#fits(NUMBER_BYTES + bytes.length)) await this.#flush();
    if (this.#fits(NUMBER_BYTES + bytes.length)) return this.#put(bytes);
    await this.#number(bytes.length);
    await this.#flush();
    await this.#send(bytes);
  }

  async #flush(): Promise<void> {
    await this.#send(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #send(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.write(bytes, (cause) =>
        cause ? reject(new RenderError("failed", { cause })) : resolve(),
      );
    });
  }
}

function bytesOf(record: AnyRecord): Uint8Array {
  const known = written.get(record);
  if (known !== undefined) return known;
  const bytes = Buffer.from(JSON.stringify(record));
  written.set(record, bytes);
  return bytes;
}

/** The parcels that a `ParcelWriter` writes to the other end, until the stream ends. */
export async function* readParcels(stream: AsyncIterable<Buffer>): AsyncGenerator<Parcel> {
  const reader = new PieceReader(stream);
  for (;;) {
    const parts: Buffer[] = [];
    let piece = await reader.next();
    for (; piece instanceof Buffer; piece = await reader.next()) parts.push(piece);
    const [head, ...bytes] = parts;
    if (head === undefined || piece === null) return;
    const sources: AnyRecord[][] = [];
    for (piece = await reader.next(); piece !== END; piece = await reader.next()) {
      if (piece === null) return;
      if (piece === NEXT_SOURCE) sources.push([]);
      else sources.at(-1)?.push(JSON.parse(piece.toString()));
    }
    yield { value: withBytes(JSON.parse(head.toString()), bytes), sources };
  }
}

class PieceReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The next piece, or what stands in place of its length; null where the stream ends before. */
  async next(): Promise<Buffer | typeof NEXT_SOURCE | typeof END | null> {
    const length = (await this.#take(NUMBER_BYTES))?.readUInt32LE();
    if (length === undefined) return null;
    if (length === END || length === NEXT_SOURCE) return length;
    return this.#take(length);
  }

  /** So many bytes; null where the stream ends before. */
  async #take(length: number): Promise<Buffer | null> {
    if (length <= this.#rest.length) return this.#cut(length);
    const taken = Buffer.allocUnsafe(length);
    let filled = this.#cut(this.#rest.length).copy(taken);
    while (filled < length) {
      const { value, done } = await this.#chunks.next();
      if (done) return null;
      this.#rest = value;
      filled += this.#cut(Math.min(length - filled, value.length)).copy(taken, filled);
    }
    return taken;
  }

  #cut(length: number): Buffer {
    const cut = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return cut;
  }
}
