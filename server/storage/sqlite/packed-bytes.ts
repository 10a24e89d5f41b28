/** Several byte strings end to end: one buffer crosses between threads faster than many. */
export interface PackedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
}

/** Copies; the parts stay the caller's, the packed buffer may be transferred. */
export function packBytes(parts: readonly Uint8Array[]): PackedBytes {
  const lengths = parts.map((part) => part.byteLength);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return { bytes, lengths };
}

/** Views on the packed buffer, without a copy. */
export function unpackBytes({ bytes, lengths }: PackedBytes): Uint8Array[] {
  let offset = 0;
  return lengths.map((length) => {
    const part = bytes.subarray(offset, offset + length);
    offset += length;
    return part;
  });
}
