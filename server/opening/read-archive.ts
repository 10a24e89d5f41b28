import type { AnyRecord } from "../../shared/domain/records.ts";
import { overviewOf } from "../../shared/domain/session/overview.ts";
import { SessionState } from "../../shared/domain/state.ts";
import { upgradeRecords } from "../../shared/domain/upgrades.ts";
import type { ArchiveReply } from "../../shared/protocol/archive-http.ts";
import { ArchiveFile } from "../archive/archive-file.ts";
import { isVersionName, type Manifest, roomsWithNotes } from "../archive/archive-format.ts";
import { ArchiveRefusal } from "../archive/archive-refusal.ts";
import { archivedSession } from "../archive/archived-data.ts";
import type { OpenedSession, SessionPiece } from "../ports/opened-session.ts";
import { isOfUnknownShape } from "../verification/archived-agreement.ts";
import { Findings } from "../verification/findings.ts";
import { contentVerified, filesTroubles } from "../verification/verify-archive.ts";
import { sessionPieces } from "./session-pieces.ts";

/** Far above what a session comes to. */
const UNPACKED_MAX_BYTES = 1024 * 1024 * 1024;
const FILE_MAX_BYTES = 128 * 1024 * 1024;

/** What is said of an archive before it is opened. */
export interface ArchiveContents {
  readonly said: Omit<ArchiveReply, "here">;
  readonly session: Omit<OpenedSession, "openedAt">;
}

/** An archive in which everything that `npm run verify` looks at holds. */
export interface ReadArchive {
  readonly contents: ArchiveContents;
  pieces(): AsyncIterable<SessionPiece>;
}

/** Verifies the archive at `path`; what of it is not as it should be is thrown as `ArchiveRefusal`. */
export async function readArchive(path: string): Promise<ReadArchive> {
  const archive = await ArchiveFile.open(path);
  if (!(await archive.isSealed())) throw new ArchiveRefusal("changed", "it is not as it was sealed");
  const manifest = await archive.manifest();
  checkSizes(manifest);
  const [trouble] = await filesTroubles(archive, manifest);
  if (trouble !== undefined) throw new ArchiveRefusal("changed", trouble);
  const troubles: string[] = [];
  const findings = new Findings((line) => troubles.push(line));
  await contentVerified(archive, manifest, findings);
  const session = await archivedSession(archive, manifest);
  if (findings.broken > 0) {
    const reason = isOfUnknownShape(session, manifest.sessionId) ? "newer" : "inconsistent";
    throw new ArchiveRefusal(reason, troubles.find((line) => line.includes("BROKEN")) ?? "");
  }
  const stored = [...session.records()].map(({ json }): AnyRecord => JSON.parse(json));
  const contents = contentsOf(manifest, archive.names, upgradeRecords(stored).records);
  return { contents, pieces: () => sessionPieces(archive, manifest) };
}

function checkSizes({ files }: Manifest): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const longest = files.reduce((most, file) => Math.max(most, file.bytes), 0);
  if (bytes > UNPACKED_MAX_BYTES || longest > FILE_MAX_BYTES)
    throw new ArchiveRefusal("too_large", "it holds more than any session comes to");
}

function contentsOf(
  { sessionId, journal, baselineHead }: Manifest,
  names: readonly string[],
  records: readonly AnyRecord[],
): ArchiveContents {
  const state = SessionState.of(journal.head, records);
  const session = state.session();
  const overview = overviewOf(state);
  if (session === undefined || overview === null)
    throw new ArchiveRefusal("inconsistent", "it has no session in it");
  const { title, startsAt, place, status, createdAt, rehearsalOf } = session;
  const { people, arrived, rooms } = overview;
  return {
    said: {
      ...{ sessionId, title, startsAt, place, status, createdAt, isRehearsal: rehearsalOf !== undefined },
      ...{ people, arrived, rooms, questions: state.count("question"), followups: state.count("followup") },
      notes: roomsWithNotes(names).length,
      versions: names.filter(isVersionName).length,
      journal,
    },
    session: { sessionId, journal, baselineHead, overview },
  };
}
