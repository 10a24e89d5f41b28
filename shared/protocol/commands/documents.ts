import { z } from "zod";
import { DOCUMENT_NAMES } from "../document-names.ts";
import { LIMITS } from "../limits.ts";
import { isStorable, lineText, plainText } from "../text.ts";
import { timestampSchema } from "../timestamp.ts";
import type { CommandSpec } from "./spec.ts";

export const documentNameSchema = z.enum(DOCUMENT_NAMES);

/** Names a place of a document or a section of it: made of the ids of records, so that it stays with new data. */
export const documentKeySchema = z.string().min(1).max(LIMITS.documentKeyMaxChars).refine(isStorable);

const sectionKeys = z.array(documentKeySchema).max(LIMITS.documentSectionsMax);

/** Null: not known, and printed as missing; no serial is left out. */
export const redHeadFields = {
  /** The whole 纪要标志, as the issuer is entitled to it. */
  sign: lineText(LIMITS.redHeadLineMaxChars).nullable(),
  /** 期号 or 文号. */
  serial: lineText(LIMITS.redHeadLineMaxChars).nullable(),
  issuer: lineText(LIMITS.redHeadLineMaxChars).nullable(),
  issuedOn: timestampSchema.nullable(),
  /** 抄送. */
  copyTo: z.array(lineText(LIMITS.redHeadLineMaxChars)).max(LIMITS.copyToMax),
};

/** By room, or questions under the unit that has the lead. */
export const documentGroupingSchema = z.enum(["room", "unit"]);
/** `open`: what everybody may read; `staff`: what is for staff alone too, for internal use. */
export const documentDisclosureSchema = z.enum(["open", "staff"]);

/** Documents are seen to after the evening, when it has been sealed. */
const WAY = { by: "client", whenSealed: "taken", recorded: "actor" } as const;

/** As it stood in the document, to the character. */
const source = z.string().max(LIMITS.documentTextMaxChars).refine(isStorable);
/** Empty: left out. */
const text = z.union([z.literal(""), plainText(LIMITS.documentTextMaxChars)]);

export const documentCommands = {
  /** Changes what it names of how a document is set up. `sections` come in that order, each other one behind what it is built behind. */
  "document.arrange": {
    schema: z.strictObject({
      type: z.literal("document.arrange"),
      name: documentNameSchema,
      /** Null: none; fields that are not named stay as they are. */
      redHead: z.strictObject(redHeadFields).partial().nullable().optional(),
      grouping: documentGroupingSchema.optional(),
      namesAskers: z.boolean().optional(),
      disclosure: documentDisclosureSchema.optional(),
      sections: sectionKeys.optional(),
      hide: sectionKeys.optional(),
      show: sectionKeys.optional(),
    }),
    ...WAY,
    personal: [],
  },
  /** Words one place otherwise. `was`: the wording whoever edits saw there, null where there was none. */
  "document.edit": {
    schema: z.strictObject({
      type: z.literal("document.edit"),
      name: documentNameSchema,
      key: documentKeySchema,
      source,
      text,
      was: z.string().max(LIMITS.documentTextMaxChars).nullable(),
    }),
    ...WAY,
    // Lines of attendance are names.
    personal: ["source", "text", "was"],
  },
  /** The place is worded as it is built again. */
  "document.restore": {
    schema: z.strictObject({
      type: z.literal("document.restore"),
      name: documentNameSchema,
      key: documentKeySchema,
    }),
    ...WAY,
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
