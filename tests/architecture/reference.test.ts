import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { COMMANDS } from "../../shared/protocol/commands/command.ts";
import { ERRORS } from "../../shared/protocol/errors.ts";

const REFERENCE = join(import.meta.dirname, "../../docs/reference.md");

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

function shape(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => `"${value}"`).join(" \\| ");
  if (schema.anyOf !== undefined) return schema.anyOf.map(shape).join(" \\| ");
  if (schema.type === "array") return `[${shape(schema.items ?? {})}]`;
  if (schema.type === "object") return `{${fields(schema)}}`;
  return schema.type ?? "text";
}

function fields(schema: JsonSchema): string {
  return Object.entries(schema.properties ?? {})
    .filter(([name, value]) => name !== "type" || value.const === undefined)
    .map(([name, value]) => `${name}${schema.required?.includes(name) === true ? "" : "?"}: ${shape(value)}`)
    .join(", ");
}

function commandTable(): string {
  const rows = Object.entries(COMMANDS).map(([type, { schema, by }]) => {
    const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
    return `| \`${type}\` | ${fields(json) || "–"} | ${by} |`;
  });
  return ["| Command | Fields | Made by |", "|---|---|---|", ...rows].join("\n");
}

function errorTable(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { retryable, status }]) => `| \`${code}\` | ${status} | ${retryable ? "yes" : "no"} |`,
  );
  return ["| Code | HTTP status | Same call may succeed later |", "|---|---|---|", ...rows].join("\n");
}

test("the reference is that of the schemas and errors", async () => {
  const head =
    "Written from the schemas: `npm test -- reference -u`. What the words mean stands in [protocol](protocol.md).";
  const parts = ["# Reference", head, "## Commands", commandTable(), "## Errors", errorTable()];
  await expect(`${parts.join("\n\n")}\n`).toMatchFileSnapshot(REFERENCE);
});
