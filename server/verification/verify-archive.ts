import { notesDocumentName } from "../../shared/protocol/notes.ts";
import { ArchiveFile } from "../archive/archive-file.ts";
import { MANIFEST_FILE, type Manifest, roomOfFile } from "../archive/archive-format.ts";
import { ArchiveRefusal } from "../archive/archive-refusal.ts";
import { archivedNotes, archivedSession } from "../archive/archived-data.ts";
import { Findings } from "./findings.ts";
import { type NotesVerdict, verifyNotes } from "./verify-notes.ts";
import { type SessionVerdict, verifySession } from "./verify-session.ts";

/** Holds an archive against itself, as `verifyData` does a folder; `line` is told no name of a person. Gives the number of broken places. */
export async function verifyArchive(path: string, line: (text: string) => void): Promise<number> {
  const findings = new Findings(line);
  let archive: ArchiveFile;
  try {
    archive = await ArchiveFile.open(path);
  } catch (error) {
    findings.tell("archive", "", [reasonOf(error)]);
    return findings.broken;
  }
  try {
    const isSealed = await archive.isSealed();
    const manifest = await filesVerified(archive, { isSealed, findings });
    if (manifest !== null) {
      await contentVerified(archive, manifest, findings);
      const { head, hash } = manifest.journal;
      line(`session ${manifest.sessionId}: its journal ends with row ${head}, ${hash}`);
    }
  } finally {
    archive.close();
  }
  return findings.broken;
}

/** The manifest, where every file is as it says. */
async function filesVerified(
  archive: ArchiveFile,
  { isSealed, findings }: { readonly isSealed: boolean; readonly findings: Findings },
): Promise<Manifest | null> {
  const before = findings.broken;
  let manifest: Manifest | null = null;
  try {
    manifest = await archive.manifest();
    const listed = new Set([MANIFEST_FILE, ...manifest.files.map(({ name }) => name)]);
    const strangers = archive.names.filter((name) => !listed.has(name));
    const troubles = strangers.map((name) => `${name} is not in the manifest`);
    for (const file of manifest.files) {
      const trouble = await archive.trouble(file);
      if (trouble !== null) troubles.push(trouble);
    }
    findings.tell("files", `${manifest.files.length} as the manifest says`, troubles);
  } catch (error) {
    findings.tell("files", "", [reasonOf(error)]);
  }
  const isFound = findings.broken > before;
  const place = isFound ? "it is not as it was sealed" : "something between its files was changed";
  findings.tell("archive", "every byte is as it was sealed", isSealed ? [] : [place]);
  return findings.broken > before ? null : manifest;
}

async function contentVerified(archive: ArchiveFile, manifest: Manifest, findings: Findings): Promise<void> {
  const { sessionId } = manifest;
  findings.session(
    sessionId,
    await attempt(
      async (): Promise<SessionVerdict> => verifySession(await archivedSession(archive, manifest), sessionId),
      (trouble) => ({ rows: 0, records: 0, baselineHead: 0, troubles: [trouble] }),
    ),
  );
  const roomIds = new Set(archive.names.map(roomOfFile).filter((roomId) => roomId !== null));
  for (const roomId of roomIds) {
    const documentName = notesDocumentName(sessionId, roomId);
    findings.notes(
      documentName,
      await attempt(
        async (): Promise<NotesVerdict> => verifyNotes(await archivedNotes(archive, roomId), documentName),
        (trouble) => ({ updates: 0, snapshotSeq: 0, versions: 0, troubles: [trouble] }),
      ),
    );
  }
}

/** A file with the right hash may still not be what its name says. */
async function attempt<T>(read: () => Promise<T>, otherwise: (trouble: string) => T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    return otherwise(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof ArchiveRefusal ? error.message : "it cannot be read";
}
