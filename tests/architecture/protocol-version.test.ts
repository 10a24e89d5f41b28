import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { RECORDS } from "../../shared/domain/records.ts";
import { COMMANDS } from "../../shared/protocol/commands/command.ts";
import { ERRORS } from "../../shared/protocol/errors.ts";
import { laneChangesSchema } from "../../shared/protocol/lanes.ts";
import {
  CLOSE_CODES,
  NOTES_FRAGMENT,
  NOTES_LIFE_MESSAGE,
  NOTES_SAVED_MESSAGE,
} from "../../shared/protocol/notes.ts";
import { NOTES_LIVES_PARAMETER } from "../../shared/protocol/notes-lives.ts";
import {
  commandReplySchema,
  joinReplySchema,
  joinRequestSchema,
  noticeSchema,
  pingReplySchema,
  pingRequestSchema,
} from "../../shared/protocol/session-socket.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/version.ts";

/** Changing a schema changes this: raise PROTOCOL_VERSION with a line of history, then pin the new hash here. */
const PINNED = { version: 7, hash: "898149a735a5588e2a8a5ad9c435a2a8d77a08f9897464d3a34bc54a52a6952a" };

test("the schemas are those of the protocol version", () => {
  const shape = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const shapes = {
    commands: Object.fromEntries(Object.entries(COMMANDS).map(([type, schema]) => [type, shape(schema)])),
    records: Object.fromEntries(Object.entries(RECORDS).map(([kind, schema]) => [kind, shape(schema)])),
    calls: [joinRequestSchema, joinReplySchema, commandReplySchema, pingRequestSchema, pingReplySchema].map(
      shape,
    ),
    events: [laneChangesSchema, noticeSchema].map(shape),
    errors: ERRORS,
    notes: { CLOSE_CODES, NOTES_FRAGMENT, NOTES_SAVED_MESSAGE, NOTES_LIFE_MESSAGE, NOTES_LIVES_PARAMETER },
  };
  const hash = createHash("sha256").update(JSON.stringify(shapes)).digest("hex");
  expect({ version: PROTOCOL_VERSION, hash }).toEqual(PINNED);
});
