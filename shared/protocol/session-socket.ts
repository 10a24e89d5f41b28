import { z } from "zod";
import { commandSchema } from "./commands/command.ts";
import { wireErrorSchema } from "./errors.ts";
import { idSchema } from "./ids.ts";
import { laneChangesSchema, laneSchema, packedLaneSchema } from "./lanes.ts";
import { LIMITS } from "./limits.ts";

const refusedSchema = z.strictObject({ ok: z.literal(false), error: wireErrorSchema });

/** ↑ `session:join`. `hostId` names the host the revs in `have` were learnt from; revs of another host are not resumed. */
export const joinRequestSchema = z.strictObject({
  sessionId: idSchema,
  protocolVersion: z.number().int().min(0).max(1_000_000),
  have: z
    .record(laneSchema, z.number().int().min(0))
    .refine((have) => Object.keys(have).length <= LIMITS.lanesHeldMax),
  hostId: idSchema.optional(),
  /** What this browser asked where askers are never recorded; see `question.ask`. */
  follows: z.array(idSchema).max(LIMITS.followedMax).optional(),
  /** Packings in which whole lanes may come: `deflate-raw`; others are not known and not used. */
  accepts: z.array(z.string().max(LIMITS.packingMaxChars)).max(LIMITS.packingsMax).optional(),
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;

/** Who the viewer is to this session. */
export const viewerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("organiser") }),
  z.strictObject({ kind: z.literal("person"), personId: idSchema }),
  z.strictObject({ kind: z.literal("stage") }),
]);
export type Viewer = z.infer<typeof viewerSchema>;

export const joinReplySchema = z.union([
  z.strictObject({
    ok: z.literal(true),
    head: z.number().int().min(0),
    hostId: idSchema,
    viewer: viewerSchema,
    /** Server clock, milliseconds since 1970 UTC. */
    now: z.number(),
    lanes: z.array(z.union([laneChangesSchema, packedLaneSchema])),
  }),
  refusedSchema,
]);
export type JoinReply = z.infer<typeof joinReplySchema>;

/** ↑ `session:command`. The client makes `commandId`; a repeat by the same actor gets the first answer. */
export const commandRequestSchema = z.strictObject({ commandId: idSchema, command: commandSchema });
export type CommandRequest = z.infer<typeof commandRequestSchema>;

/** `ok` means on disk; `rev` is the journal seq of the command, or the head where it changed nothing. */
export const commandReplySchema = z.union([
  z.strictObject({ ok: z.literal(true), rev: z.number().int().min(0) }),
  refusedSchema,
]);
export type CommandReply = z.infer<typeof commandReplySchema>;

/** ↑ `session:ping`, sent by a client that has heard nothing for a while, to know a dead connection within seconds. */
export const pingRequestSchema = z.strictObject({});
export const pingReplySchema = z.union([
  z.strictObject({ ok: z.literal(true), now: z.number() }),
  refusedSchema,
]);
export type PingReply = z.infer<typeof pingReplySchema>;

/** By room, the last line of its notes, cut; empty where nothing is written. */
const lastLinesSchema = z.record(idSchema, z.string().max(LIMITS.noteLineMaxChars));

/** ↑ `session:watch` and `session:unwatch`, of the session that is joined. */
export const watchRequestSchema = z.strictObject({});
/** Who has a page open, and the last lines that are known; those of other rooms follow. */
export const watchReplySchema = z.union([
  z.strictObject({ ok: z.literal(true), here: z.array(idSchema), lines: lastLinesSchema }),
  refusedSchema,
]);
export type WatchReply = z.infer<typeof watchReplySchema>;
export const unwatchReplySchema = z.union([z.strictObject({ ok: z.literal(true) }), refusedSchema]);
export type UnwatchReply = z.infer<typeof unwatchReplySchema>;

/** ↓ `session:presence`: who came, who went and which last lines are others, since what was told before. */
export const presenceSchema = z.strictObject({
  here: z.array(idSchema),
  gone: z.array(idSchema),
  lines: lastLinesSchema,
});
export type PresenceChanges = z.infer<typeof presenceSchema>;

/** ↓ `server:notice`. */
export const noticeSchema = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("draining"), retryInMs: z.number().int().min(0) }),
]);
export type ServerNotice = z.infer<typeof noticeSchema>;

/** Event names with the types both ends share. */
export interface ClientToServerEvents {
  "session:join": (request: JoinRequest, reply: (answer: JoinReply) => void) => void;
  "session:command": (request: CommandRequest, reply: (answer: CommandReply) => void) => void;
  "session:watch": (request: Record<string, never>, reply: (answer: WatchReply) => void) => void;
  "session:unwatch": (request: Record<string, never>, reply: (answer: UnwatchReply) => void) => void;
  "session:ping": (request: Record<string, never>, reply: (answer: PingReply) => void) => void;
}
export interface ServerToClientEvents {
  "session:changes": (changes: z.infer<typeof laneChangesSchema>) => void;
  "session:reset": () => void;
  /** Somebody guesses PINs of the session; told to staff alone. */
  "session:guesses": (nothing: Record<string, never>) => void;
  /** Told to whoever watches, at most once a second. */
  "session:presence": (changes: PresenceChanges) => void;
  "server:notice": (notice: ServerNotice) => void;
}
