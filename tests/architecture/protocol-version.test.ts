import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { KINDS_BY_NAME } from "../../shared/domain/kinds.ts";
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
  presenceSchema,
  unwatchReplySchema,
  watchReplySchema,
  watchRequestSchema,
} from "../../shared/protocol/session-socket.ts";
import { SCHEMAS_SHA256 } from "../../shared/protocol/version.ts";

test("the schemas are those of the protocol version", () => {
  const shape = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const kinds = Object.entries(KINDS_BY_NAME);
  const shapes = {
    commands: Object.fromEntries(Object.entries(COMMANDS).map(([type, { schema }]) => [type, shape(schema)])),
    records: Object.fromEntries(kinds.map(([kind, { schema }]) => [kind, shape(schema)])),
    views: Object.fromEntries(kinds.map(([kind, { view }]) => [kind, shape(view)])),
    calls: [
      joinRequestSchema,
      joinReplySchema,
      commandReplySchema,
      pingRequestSchema,
      pingReplySchema,
      watchRequestSchema,
      watchReplySchema,
      unwatchReplySchema,
    ].map(shape),
    events: [laneChangesSchema, noticeSchema, presenceSchema].map(shape),
    errors: ERRORS,
    notes: { CLOSE_CODES, NOTES_FRAGMENT, NOTES_SAVED_MESSAGE, NOTES_LIFE_MESSAGE, NOTES_LIVES_PARAMETER },
  };
  const hash = createHash("sha256").update(JSON.stringify(shapes)).digest("hex");
  expect(hash).toBe(SCHEMAS_SHA256);
});
