import { z } from "zod";
import { idSchema } from "../../shared/protocol/ids.ts";
import { versionOccasionSchema } from "../../shared/protocol/notes-versions.ts";

/** Stands in the manifest; a reader knows by it what the rest means. */
export const ARCHIVE_FORMAT = { name: "yantao-archive", version: 1 } as const;

/** The last file of an archive; says of every other what it is. */
export const MANIFEST_FILE = "manifest.json";
export const RECORDS_FILE = "session/records.jsonl";
export const JOURNAL_FILE = "session/journal.jsonl";
/** The records where replaying begins, if an upgrade rewrote what was before. */
export const BASELINE_FILE = "session/baseline.jsonl";

/** The files of one room's notes. */
export function notesFilesOf(roomId: string) {
  const folder = `notes/${roomId}`;
  return {
    document: `${folder}/document.json`,
    snapshot: `${folder}/snapshot.bin`,
    updates: `${folder}/updates.jsonl`,
    owners: `${folder}/owners.jsonl`,
    versions: `${folder}/versions.jsonl`,
    version: (versionId: string) => `${folder}/versions/${versionId}.bin`,
  };
}

const ID = "[A-Za-z0-9_-]{1,64}";
const NOTES_FILE = new RegExp(
  `^notes/(${ID})/(?:document\\.json|snapshot\\.bin|(?:updates|owners|versions)\\.jsonl|versions/${ID}\\.bin)$`,
);
const OTHER_FILE =
  /^(?:manifest\.json|session\/(?:records|journal|baseline)\.jsonl|documents\/[a-z]+\.[a-z]+)$/;

/** Whether a file of an archive may have this name; no such name leaves its folder. */
export function isArchiveName(name: string): boolean {
  return OTHER_FILE.test(name) || NOTES_FILE.test(name);
}

/** The rooms whose notes are among files of these names. */
export function roomsWithNotes(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => NOTES_FILE.exec(name)?.[1] ?? []))];
}

/** Whether a file of an archive is the state of an earlier version of notes. */
export function isVersionName(name: string): boolean {
  return NOTES_FILE.test(name) && name.includes("/versions/");
}

const countSchema = z.int().nonnegative();
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT.name),
  formatVersion: z.literal(ARCHIVE_FORMAT.version),
  sessionId: idSchema,
  /** Where the journal ends: what the footer of the printed minutes is held against. */
  journal: z.strictObject({ head: countSchema, hash: hashSchema }),
  /** The row after which replaying begins; null where it begins with the first. */
  baselineHead: countSchema.nullable(),
  /** All but this one, in their order. */
  files: z.array(
    z.strictObject({ name: z.string().refine(isArchiveName), bytes: countSchema, sha256: hashSchema }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = Manifest["files"][number];

/** How far a document of notes came, and up to where its snapshot holds it. */
export const notesDocumentSchema = z.strictObject({ snapshotSeq: countSchema, seq: countSchema });
export const notesUpdateSchema = z.strictObject({ seq: countSchema, base64: z.base64() });
export const notesOwnerSchema = z.strictObject({ clientId: countSchema, actor: z.string() });
/** As it is stored beside its state, the names in the order in which they are written. */
export const notesVersionRowSchema = z.strictObject({
  versionId: z.string().regex(new RegExp(`^${ID}$`)),
  seq: countSchema,
  at: countSchema,
  occasion: versionOccasionSchema,
  name: z.string().nullable(),
  by: z.string().nullable(),
  authors: z.array(z.string()),
  chars: countSchema,
  deletedChars: countSchema.nullable(),
  ofVersionAt: countSchema.nullable(),
  digest: z.string(),
  storedBytes: countSchema,
});
export const journalRowSchema = z.strictObject({
  seq: countSchema,
  at: countSchema,
  actor: z.string(),
  commandId: z.string(),
  command: z.string(),
  patches: z.string(),
  prevHash: z.string(),
  hash: z.string(),
});

/** An archive's comment: SHA-256, as hex, of every byte before it, so that none can change unseen. */
export const SEAL_BYTES = 64;
