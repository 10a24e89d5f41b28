import type { Response } from "express";
import { printedHead } from "../../../shared/domain/exports/printed-head.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { type ArchiveSource, archivePartCount, archiveParts } from "../../archive/archive-parts.ts";
import { type ArchivePart, type WrittenArchive, writeArchive } from "../../archive/write-archive.ts";
import { attachmentHeader } from "../../documents/file-name.ts";
import type { MakingProgress } from "../../documents/make-document.ts";
import { contentTypeOf } from "../../exports/export-file.ts";
import { recordExport } from "../../exports/record-export.ts";
import type { HttpParts } from "../parts.ts";
import { accepted, problem } from "../problem.ts";
import type { Taking } from "./send-export.ts";

export interface ArchiveSending {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: MakingProgress) => void;
}

/**
 * All that is kept of a session in one file, as it stands at that moment, made as it is sent. That it is taken is recorded before
 * its last bytes go out, without which it is none; where it breaks off, what went out is.
 */
export async function sendArchive(
  response: Response,
  { host, actor, file, fileName }: Taking,
  parts: HttpParts,
  { signal, onProgress }: ArchiveSending,
): Promise<void> {
  const { sessionId, state, headHash } = host;
  const session = state.session();
  if (session === undefined) throw problem("session_unknown");
  onProgress({ step: "setting", share: 0 });
  const baseline = await parts.storage.journal.baseline(sessionId);
  const { storage, fontPlaces } = parts;
  const source: ArchiveSource = { storage, fontPlaces, sessionId, state, headHash, baseline, signal };
  const files = archiveParts(source);
  // Before a byte is sent: what cannot be made is answered, and not a file that breaks off.
  const first = await files.next();
  response.set(
    "Content-Disposition",
    attachmentHeader(zhCN.documents.archive.title(session.title), fileName),
  );
  response.type(contentTypeOf(file));
  const about = { sessionId, journal: { head: state.head, hash: headHash } };
  const counted = tellingOf(from(first, files), archivePartCount(state), onProgress);
  const madeFrom = printedHead(state, headHash);
  const recordTaken = async ({ bytes, sha256 }: WrittenArchive) => {
    const taken = { file: fileName, unit: null, bytes, sha256, madeFrom };
    accepted(await recordExport(host, actor, taken, parts.newId));
  };
  await writeArchive(
    counted,
    { ...about, baselineHead: baseline?.head ?? null },
    response,
    recordTaken,
    recordTaken,
  );
}

async function* from(first: IteratorResult<ArchivePart, void>, rest: AsyncGenerator<ArchivePart>) {
  if (first.done !== true) yield first.value;
  yield* rest;
}

/** Tells how much is behind as the files come; the versions of notes, which nobody has counted, count as one with their room's. */
async function* tellingOf(
  files: AsyncIterable<ArchivePart>,
  count: number,
  onProgress: (progress: MakingProgress) => void,
): AsyncGenerator<ArchivePart> {
  let sent = 0;
  for await (const part of files) {
    if (!part.name.includes("/versions") && !isBesideItsDocument(part.name)) sent += 1;
    onProgress({
      step: part.name.startsWith("documents/") ? "setting" : "packing",
      share: Math.min(1, sent / count),
    });
    yield part;
  }
}

/** Of a room's notes the first file is counted. */
function isBesideItsDocument(name: string): boolean {
  return name.startsWith("notes/") && !name.endsWith("/document.json");
}
