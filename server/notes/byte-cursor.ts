import { isUtf8 } from "node:buffer";
import * as decoding from "lib0/decoding";

/** Bytes that do not follow the format. */
export class MalformedBytes extends Error {
  constructor() {
    super("malformed bytes");
    this.name = "MalformedBytes";
  }
}

/**
 * Reads lib0's encoding without ever passing the end or trusting a length, which lib0's own decoder does: beyond the end
 * of a message it reads on in the buffer the message lies in.
 */
export class ByteCursor {
  readonly bytes: Uint8Array;
  position = 0;
  readonly #decoder: decoding.Decoder;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#decoder = decoding.createDecoder(bytes);
  }

  get isAtEnd(): boolean {
    return this.position === this.bytes.length;
  }

  uint8(): number {
    const byte = this.bytes[this.position];
    if (byte === undefined) throw new MalformedBytes();
    this.position += 1;
    return byte;
  }

  /** An unsigned number of at most 53 bits. */
  varUint(): number {
    const first = this.uint8();
    if (first < 0x80) return first;
    let number = first & 0x7f;
    let factor = 128;
    for (;;) {
      const byte = this.uint8();
      number += (byte & 0x7f) * factor;
      if (number > Number.MAX_SAFE_INTEGER) throw new MalformedBytes();
      if (byte < 0x80) return number;
      factor *= 128;
      if (factor > Number.MAX_SAFE_INTEGER) throw new MalformedBytes();
    }
  }

  skip(byteCount: number): void {
    if (byteCount > this.bytes.length - this.position) throw new MalformedBytes();
    this.position += byteCount;
  }

  /** Skips a signed number, which is never longer than ten bytes. */
  skipVarInt(): void {
    for (let read = 0; read < 10; read++) if (this.uint8() < 0x80) return;
    throw new MalformedBytes();
  }

  /** A view of a byte string with its length before it. */
  varBytes(): Uint8Array {
    const length = this.varUint();
    const start = this.position;
    this.skip(length);
    return this.bytes.subarray(start, start + length);
  }

  /** A UTF-8 string with its length in bytes before it. */
  varString(): string {
    const bytes = this.varBytes();
    if (!isUtf8(bytes)) throw new MalformedBytes();
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  }

  /** The value in lib0's "any" encoding at a position that was found well formed. */
  anyAt(position: number): unknown {
    this.#decoder.pos = position;
    return decoding.readAny(this.#decoder);
  }

  /** Skips a UTF-8 string and tells how many UTF-16 units it holds, which is how Yjs counts text. */
  skipVarString(): number {
    const end = this.varUint() + this.position;
    const start = this.position;
    if (end > this.bytes.length) throw new MalformedBytes();
    let units = 0;
    let isAscii = true;
    for (let at = start; at < end; at++) {
      const byte = this.bytes[at] ?? 0;
      if (byte < 0x80) units += 1;
      else {
        isAscii = false;
        if (byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
      }
    }
    if (!isAscii && !isUtf8(this.bytes.subarray(start, end))) throw new MalformedBytes();
    this.position = end;
    return units;
  }
}
