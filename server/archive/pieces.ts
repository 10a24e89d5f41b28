import { setImmediate as turn } from "node:timers/promises";

/** Hashed and summed in well under a millisecond. */
const PIECE_BYTES = 64 * 1024;

/** Bytes piece by piece; the loop turns between them. */
export async function* bytesInPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield bytes.subarray(at, at + PIECE_BYTES);
    await turn();
  }
}

/** Each item as JSON on a line of its own, in pieces like `bytesInPieces`. */
export async function* jsonLines(
  items: Iterable<unknown> | AsyncIterable<unknown>,
): AsyncGenerator<Uint8Array> {
  let lines: string[] = [];
  let chars = 0;
  for await (const item of items) {
    const line = JSON.stringify(item);
    lines.push(line);
    chars += line.length;
    if (chars < PIECE_BYTES) continue;
    yield* bytesInPieces(textOf(lines));
    lines = [];
    chars = 0;
  }
  if (lines.length > 0) yield textOf(lines);
}

function textOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(`${lines.join("\n")}\n`);
}
