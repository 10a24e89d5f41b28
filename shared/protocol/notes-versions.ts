import { z } from "zod";
import { idSchema } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { lineText } from "./text.ts";
import { timestampSchema } from "./timestamp.ts";

/** Bodies of the HTTP calls on versions of a room's notes. People are named by id; `organiser` stands for the organiser. */

export const versionOccasionSchema = z.enum(["pause", "deletion", "closed", "saved", "replaced", "restored"]);

export const notesVersionSchema = z.strictObject({
  versionId: idSchema,
  at: timestampSchema,
  /** See `VersionOccasion` on the server: why it was kept. */
  occasion: versionOccasionSchema,
  name: z.string().nullable(),
  /** Who kept it, or whose act it was kept before; null where the server kept it by itself. */
  by: z.string().nullable(),
  /** Who wrote since the version before, as far as is known. */
  authors: z.array(z.string()),
  chars: z.number().int(),
  deletedChars: z.number().int().nullable(),
  /** When the version was kept that was put back. */
  ofVersionAt: timestampSchema.nullable(),
});
export type NotesVersionView = z.infer<typeof notesVersionSchema>;

/** One line of notes in words: a paragraph, an item, a row of a table with its cells side by side. */
export const notesLineSchema = z.strictObject({
  style: z.enum(["heading", "text", "row"]),
  /** How deep it is nested; 0 for most. */
  depth: z.number().int(),
  /** What stands before an item: a dot, its number, a box. */
  marker: z.string(),
  text: z.string(),
});
export type NotesLine = z.infer<typeof notesLineSchema>;

/** `gone`: in the version and not now. `new`: now and not in the version. */
export const comparedLineSchema = z.strictObject({
  ...notesLineSchema.shape,
  change: z.enum(["same", "gone", "new"]),
});
export type ComparedLine = z.infer<typeof comparedLineSchema>;

export const notesVersionsReplySchema = z.strictObject({ versions: z.array(notesVersionSchema) });
export type NotesVersionsReply = z.infer<typeof notesVersionsReplySchema>;

/** A version against what stands now; without the `new` lines it is the version, without the `gone` ones it is now. */
export const notesVersionReplySchema = z.strictObject({
  version: notesVersionSchema,
  lines: z.array(comparedLineSchema),
  /** The notes are too large to be shown whole. */
  truncated: z.boolean(),
});
export type NotesVersionReply = z.infer<typeof notesVersionReplySchema>;

export const saveVersionBodySchema = z.strictObject({
  name: lineText(LIMITS.versionNameMaxChars).optional(),
});

/** `isNew` is false where nothing had changed since `version`. */
export const saveVersionReplySchema = z.strictObject({ version: notesVersionSchema, isNew: z.boolean() });
export type SaveVersionReply = z.infer<typeof saveVersionReplySchema>;

/** `before` is what stood there, to be put back in the same way. */
export const restoreVersionReplySchema = z.strictObject({
  version: notesVersionSchema,
  before: notesVersionSchema,
  /** False where the notes were as in the version already. */
  isChanged: z.boolean(),
});
export type RestoreVersionReply = z.infer<typeof restoreVersionReplySchema>;
