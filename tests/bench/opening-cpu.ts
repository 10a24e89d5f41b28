import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ArchiveReader } from "../../server/opening/archive-reader.ts";
import type { SessionPiece } from "../../server/ports/opened-session.ts";
import { openWriter } from "../../server/storage/sqlite/connection.ts";
import { migrate } from "../../server/storage/sqlite/migrations.ts";
import { pieceRow } from "../../server/storage/sqlite/sqlite-opening.ts";
import { openingWrites } from "../../server/storage/sqlite/statements/opening-writes.ts";

/** Processor time, in milliseconds, that nothing else on the machine adds to. */
export interface OpeningCpu {
  /** The loop's for the longest piece: taking it from the worker and handing it on. */
  readonly loopPieceMs: number;
  /** The writing thread's for the longest commit, a piece each. */
  readonly writerPieceMs: number;
  /** The same where all pieces were one commit. */
  readonly writerWholeMs: number;
}

/** Opens an archive in this process, its worker aside. */
export async function openingCpu(archive: Uint8Array): Promise<OpeningCpu> {
  const directory = mkdtempSync(join(tmpdir(), "yantao-bench-"));
  const file = join(directory, "archive.zip");
  writeFileSync(file, archive);
  const reader = await ArchiveReader.start(file, new AbortController().signal);
  const { session } = await reader.contents();
  const pieces: SessionPiece[] = [];
  let loopPieceMs = 0;
  let beforeMs = cpuMs();
  for await (const piece of reader.pieces()) {
    // As far as it goes on the loop: its rows are made and copied for the other thread.
    structuredClone(pieceRow(piece));
    loopPieceMs = Math.max(loopPieceMs, cpuMs() - beforeMs);
    pieces.push(piece);
    beforeMs = cpuMs();
  }
  await reader.close();
  const longestCommit = (batches: readonly (readonly SessionPiece[])[]) => {
    const database = openWriter(join(mkdtempSync(join(directory, "data-")), "bench.db"));
    migrate(database);
    const writes = openingWrites(database);
    const { sessionId, baselineHead } = session;
    writes["session.beginOpening"]({ sessionId, baselineHead });
    let longestMs = 0;
    for (const batch of batches) {
      const rows = batch.map(pieceRow);
      const startMs = cpuMs();
      database.transaction(() => {
        for (const piece of rows) writes["session.addPiece"]({ sessionId, piece });
      })();
      longestMs = Math.max(longestMs, cpuMs() - startMs);
    }
    database.close();
    return longestMs;
  };
  const measured = {
    loopPieceMs,
    writerPieceMs: longestCommit(pieces.map((piece) => [piece])),
    writerWholeMs: longestCommit([pieces]),
  };
  rmSync(directory, { recursive: true, force: true });
  return measured;
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
