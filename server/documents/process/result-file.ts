import { randomUUID } from "node:crypto";
import { unlinkSync, writeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withBytes, withoutBytes } from "./bytes-apart.ts";

/** Which of its descriptors a process writes the bytes of its results to. */
export const RESULT_DESCRIPTOR = 5;

/** A result whose bytes stand in the file, one after the other. */
export interface FiledResult {
  readonly value: unknown;
  readonly lengths: readonly number[];
}

/**
 * A file of no name, through which results come back: read into memory once, where a message would be gathered in pieces, joined and
 * cleared away while the meeting waits. It ends with the last who has it open, however that ends.
 */
export async function openResultFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `yantao-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  unlinkSync(path);
  return file;
}

/** Files a value of plain objects, lists and bytes over the one before. */
export function fileResult(descriptor: number, result: unknown): FiledResult {
  const parts: Uint8Array[] = [];
  const value = withoutBytes(result, parts);
  let end = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; ) {
      const written = writeSync(descriptor, part, at, part.length - at, end);
      at += written;
      end += written;
    }
  }
  return { value, lengths: parts.map(({ length }) => length) };
}

/** What `fileResult` was given. Throws where the file is shorter. */
export async function readResult(file: FileHandle, { value, lengths }: FiledResult): Promise<unknown> {
  const parts: Buffer[] = [];
  let begin = 0;
  for (const length of lengths) {
    parts.push(await readPart(file, begin, length));
    begin += length;
  }
  return withBytes(value, parts);
}

/** In memory of its own, which can be given back without the others. */
async function readPart(file: FileHandle, begin: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, length - at, begin + at);
    if (bytesRead === 0) throw new Error("a result breaks off");
    at += bytesRead;
  }
  return bytes;
}
