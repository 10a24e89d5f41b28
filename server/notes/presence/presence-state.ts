import { z } from "zod";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import type { GrantedAccess } from "../authorization.ts";
import { MalformedBytes } from "../byte-cursor.ts";

const idSchema = z.strictObject({
  client: z.number().int().min(0).max(0xffffffff),
  clock: z.number().int().min(0),
});

/** A Yjs relative position that names a place: without one, every editor that draws the cursor fails. */
const positionSchema = z
  .strictObject({
    type: idSchema.nullish(),
    tname: z.literal(NOTES_FRAGMENT).nullish(),
    item: idSchema.nullish(),
    assoc: z.number().int().optional(),
  })
  .refine(({ type, tname, item }) =>
    [type, tname, item].some((place) => place !== null && place !== undefined),
  );

const cursorSchema = z.strictObject({ anchor: positionSchema, head: positionSchema });

/**
 * What others are told of a client: who it is by the server's word, and where its cursor is when that is a place in a
 * document. Nothing else of what it says is passed on. Throws `MalformedBytes` unless it is a JSON object.
 */
export function presenceState(json: string, access: Pick<GrantedAccess, "name" | "colour">): string {
  let state: unknown;
  try {
    state = JSON.parse(json);
  } catch {
    throw new MalformedBytes();
  }
  if (typeof state !== "object" || state === null || Array.isArray(state)) throw new MalformedBytes();
  const cursor = cursorSchema.safeParse((state as { cursor?: unknown }).cursor);
  const user = { name: access.name, color: access.colour };
  return JSON.stringify({ user, cursor: cursor.success ? cursor.data : null });
}
