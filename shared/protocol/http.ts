import { z } from "zod";
import { agendaSeedFields } from "./commands/agenda.ts";
import { roomKindSchema, settingsPatchSchema } from "./commands/session.ts";
import { topicListSchema } from "./commands/wordings.ts";
import { wireErrorSchema } from "./errors.ts";
import { idSchema } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { lineText } from "./text.ts";
import { timestampSchema } from "./timestamp.ts";

/** Bodies of the HTTP calls, by name; `docs/protocol.md` and `/api/openapi.json` are made of them. */

export const errorBodySchema = z.strictObject({ error: wireErrorSchema });

/** The caller keeps the token itself and wants no token cookie, as pages do: one browser may act for several people. */
const withoutCookie = z.literal(true).optional();

export const loginBodySchema = z.strictObject({
  password: z.string().min(1).max(LIMITS.passwordMaxChars),
  withoutCookie,
});
export const tokenReplySchema = z.strictObject({ token: z.string() });

/** A link to the stage: the page's token, and the id by which the link is listed and withdrawn. */
export const openStageReplySchema = z.strictObject({ token: z.string(), stageId: idSchema });
export type OpenStageReply = z.infer<typeof openStageReplySchema>;

/** Links to the stage that were given out, newest first. */
export const stageLinksReplySchema = z.strictObject({
  links: z.array(
    z.strictObject({
      stageId: idSchema,
      openedAt: timestampSchema,
      expiresAt: timestampSchema,
      /** Pages open on it now. */
      openPages: z.number().int(),
    }),
  ),
});
export type StageLinksReply = z.infer<typeof stageLinksReplySchema>;

export const createSessionBodySchema = z.strictObject({
  title: lineText(LIMITS.titleMaxChars),
  startsAt: timestampSchema.nullish(),
  place: lineText(LIMITS.placeMaxChars).nullish(),
  rooms: z
    .array(z.strictObject({ name: lineText(LIMITS.roomNameMaxChars), kind: roomKindSchema }))
    .min(1)
    .max(LIMITS.roomsMax)
    .optional(),
  settings: settingsPatchSchema.optional(),
  /** The labels to begin with; left out, those of the house. */
  topics: topicListSchema.optional(),
  /** The items to begin with, in their order. */
  agenda: z.array(z.strictObject(agendaSeedFields)).max(LIMITS.agendaItemsMax).optional(),
});
export type CreateSessionBody = z.infer<typeof createSessionBodySchema>;

export const createSessionReplySchema = z.strictObject({
  sessionId: idSchema,
  rooms: z.array(z.strictObject({ roomId: idSchema, name: z.string(), kind: roomKindSchema })),
});
export type CreateSessionReply = z.infer<typeof createSessionReplySchema>;

/** A session like another, called otherwise; whether those on the roster come along. */
export const duplicateSessionBodySchema = z.strictObject({
  title: lineText(LIMITS.titleMaxChars),
  withPeople: z.boolean(),
});
export type DuplicateSessionBody = z.infer<typeof duplicateSessionBodySchema>;

const sessionHead = {
  sessionId: idSchema,
  title: z.string(),
  startsAt: timestampSchema.nullable(),
  place: z.string().nullable(),
  status: z.enum(["open", "sealed"]),
};

export const lobbyListReplySchema = z.strictObject({ sessions: z.array(z.strictObject(sessionHead)) });
export type LobbyListReply = z.infer<typeof lobbyListReplySchema>;

export const sessionListReplySchema = z.strictObject({
  sessions: z.array(
    z.strictObject({
      ...sessionHead,
      createdAt: timestampSchema,
      /** The session that this one is a rehearsal of. */
      rehearsalOf: idSchema.optional(),
      /** When it was opened from an archive, to be read only. */
      openedAt: timestampSchema.optional(),
      people: z.number().int(),
      arrived: z.number().int(),
      rooms: z.number().int(),
      /** The ledger: rows not cleared, and those of them due soon and overdue. */
      followups: z.strictObject({
        open: z.number().int(),
        dueSoon: z.number().int(),
        overdue: z.number().int(),
      }),
    }),
  ),
  /** What is known of the data on disk; `checkedAt` is null until the start's check has come to an end. */
  dataCheck: z.strictObject({ checkedAt: timestampSchema.nullable(), isSound: z.boolean() }),
});
export type SessionListReply = z.infer<typeof sessionListReplySchema>;

export const lobbyReplySchema = z.strictObject({
  ...sessionHead,
  units: z.array(
    z.strictObject({
      unit: z.string(),
      people: z.array(z.strictObject({ personId: idSchema, name: z.string(), post: z.string().nullable() })),
    }),
  ),
});
export type LobbyReply = z.infer<typeof lobbyReplySchema>;

export const joinBodySchema = z.strictObject({
  personId: idSchema,
  pin: z.string().min(1).max(20),
  withoutCookie,
});
export const joinSeatReplySchema = z.strictObject({
  token: z.string(),
  personId: idSchema,
  protocolVersion: z.number().int(),
});
export type JoinSeatReply = z.infer<typeof joinSeatReplySchema>;

export const identitySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("organiser") }),
  z.strictObject({ kind: z.literal("person"), sessionId: idSchema, personId: idSchema }),
  z.strictObject({ kind: z.literal("stage"), sessionId: idSchema }),
]);
export const meReplySchema = z.strictObject({ identity: identitySchema });

export const seatCardsReplySchema = z.strictObject({
  title: z.string(),
  startsAt: timestampSchema.nullable(),
  place: z.string().nullable(),
  addresses: z.array(z.string()),
  people: z.array(
    z.strictObject({
      personId: idSchema,
      order: z.number().int(),
      name: z.string(),
      unit: z.string(),
      post: z.string().nullable(),
      group: z.string().nullable(),
      seat: z.string().nullable(),
      pin: z.string(),
    }),
  ),
});
export type SeatCardsReply = z.infer<typeof seatCardsReplySchema>;

const guessCounts = {
  wrong: z.number().int(),
  /** Not judged, because too many were. */
  refused: z.number().int(),
  lastAt: timestampSchema,
};

/** Addresses that try PINs in vain, latest first, each with the seats it tried last. */
export const guessesReplySchema = z.strictObject({
  guessers: z.array(
    z.strictObject({
      address: z.string(),
      ...guessCounts,
      seats: z.number().int(),
      people: z.array(
        z.strictObject({ personId: idSchema, name: z.string(), unit: z.string(), ...guessCounts }),
      ),
    }),
  ),
});
export type GuessesReply = z.infer<typeof guessesReplySchema>;

/** With `address`, as the list of guesses has it, the person is let in from there alone. */
export const admitBodySchema = z.strictObject({ address: z.string().max(64).optional() });
export type AdmitBody = z.infer<typeof admitBodySchema>;

export const pinReplySchema = z.strictObject({ pin: z.string() });
export const addressesReplySchema = z.strictObject({ addresses: z.array(z.string()) });

const called = { personId: idSchema, name: z.string(), unit: z.string() };

const rowPlace = { sheet: z.string().nullable(), row: z.number().int() };

/** What an import did, or with `dryRun` would do; `rows` has every row of the source with its own shape by `status`. */
export const rosterReplySchema = z.strictObject({
  people: z.array(
    z.strictObject({ personId: idSchema, name: z.string(), unit: z.string(), pin: z.string() }),
  ),
  rejected: z.array(z.strictObject({ ...rowPlace, reason: z.string() })),
  rows: z.array(z.looseObject({ ...rowPlace, status: z.enum(["new", "changed", "unchanged", "refused"]) })),
  unknownGroups: z.array(z.string()),
  /** People on the roster whom no imported row is about; of some the name stands in a row that was refused. */
  absent: z.array(z.strictObject({ ...called, rowRefused: z.literal(true).optional() })),
  /** Taken off the roster, as the call's `decisions` say. */
  removed: z.array(z.strictObject(called)),
  sheets: z.array(
    z.looseObject({ sheet: z.string().nullable(), outcome: z.enum(["read", "hidden", "no_table"]) }),
  ),
});

/** What importing a list of questions did, or with `dryRun` would do; `rows` has every row with its own shape by `status`. */
export const collectedReplySchema = z.strictObject({
  /** Those that stand in the session now, those that did before among them. */
  questions: z.array(z.strictObject({ ...rowPlace, questionId: idSchema })),
  rejected: z.array(z.strictObject({ ...rowPlace, reason: z.string() })),
  rows: z.array(z.looseObject({ ...rowPlace, status: z.enum(["new", "there", "undecided", "refused"]) })),
  sheets: z.array(
    z.looseObject({ sheet: z.string().nullable(), outcome: z.enum(["read", "hidden", "no_table"]) }),
  ),
});
