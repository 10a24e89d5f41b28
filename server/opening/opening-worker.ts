import { parentPort, workerData } from "node:worker_threads";
import { type ArchiveReason, ArchiveRefusal } from "../archive/archive-refusal.ts";
import type { SessionPiece } from "../ports/opened-session.ts";
import { type ArchiveContents, readArchive } from "./read-archive.ts";

/** What the worker is started with. */
export interface OpeningTask {
  readonly path: string;
}

/** What the worker says each time it is asked: of the archive first, then one piece after the other, `end` after the last. */
export type OpeningWord =
  | { readonly kind: "contents"; readonly contents: ArchiveContents }
  | { readonly kind: "piece"; readonly piece: SessionPiece }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly reason: ArchiveReason; readonly message: string };

async function* wordsOf({ path }: OpeningTask): AsyncGenerator<OpeningWord, void> {
  try {
    const archive = await readArchive(path);
    yield { kind: "contents", contents: archive.contents };
    for await (const piece of archive.pieces()) yield { kind: "piece", piece };
    yield { kind: "end" };
  } catch (error) {
    if (!(error instanceof ArchiveRefusal)) throw error;
    yield { kind: "refused", reason: error.reason, message: error.message };
  }
}

const words = wordsOf(workerData as OpeningTask);

async function sayNext(): Promise<void> {
  const { value } = await words.next();
  if (value !== undefined) parentPort?.postMessage(value);
}

parentPort?.on("message", () => void sayNext());
