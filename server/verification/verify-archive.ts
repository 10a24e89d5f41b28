import { notesDocumentName } from "../../shared/protocol/notes.ts";
import { ArchiveFile } from "../archive/archive-file.ts";
import { MANIFEST_FILE, type Manifest, roomsWithNotes } from "../archive/archive-format.ts";
import { ArchiveRefusal } from "../archive/archive-refusal.ts";
import { archivedNotes, archivedSession } from "../archive/archived-data.ts";
import { archivedAgreement } from "./archived-agreement.ts";
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
    const troubles = await filesTroubles(archive, manifest);
    findings.tell("files", `${manifest.files.length} as the manifest says`, troubles);
  } catch (error) {
    findings.tell("files", "", [reasonOf(error)]);
  }
  const isFound = findings.broken > before;
  const place = isFound ? "it is not as it was sealed" : "something between its files was changed";
  findings.tell("archive", "every byte is as it was sealed", isSealed ? [] : [place]);
  return findings.broken > before ? null : manifest;
}

/** Which files are not as the manifest says. */
export async function filesTroubles(archive: ArchiveFile, { files }: Manifest): Promise<string[]> {
  const listed = new Set([MANIFEST_FILE, ...files.map(({ name }) => name)]);
  const strangers = archive.names.filter((name) => !listed.has(name));
  const troubles = strangers.map((name) => `${name} is not in the manifest`);
  for (const file of files) {
    const trouble = await archive.trouble(file);
    if (trouble !== null) troubles.push(trouble);
  }
  return troubles;
}

/** Holds the session and the notes in an archive against each other, whose files are as its manifest says. */
export async function contentVerified(
  archive: ArchiveFile,
  manifest: Manifest,
  findings: Findings,
): Promise<void> {
  const { sessionId } = manifest;
  findings.session(
    sessionId,
    await attempt(
      async (): Promise<SessionVerdict> => {
        const session = await archivedSession(archive, manifest);
        const roomIds = roomsWithNotes(archive.names);
        const verdict = verifySession(session, sessionId);
        const others = archivedAgreement(session, { sessionId, roomIds });
        return { ...verdict, troubles: [...verdict.troubles, ...others] };
      },
      (trouble) => ({ rows: 0, records: 0, baselineHead: 0, troubles: [trouble] }),
    ),
  );
  for (const roomId of roomsWithNotes(archive.names)) {
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
