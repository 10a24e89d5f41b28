import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FILES, ROOT } from "./source-imports.ts";

const HOME = "shared/notes/yjs-insides.ts";
/** Fields that begin with an underscore, the store of a document, and what items are made of. */
const INSIDES =
  /\._(item|map|start|length|needFormattingCleanup)\b|\.store\.(clients|pending\w+)|\bY\.(findIndexSS|getState|getItem\w*|Content\w+|Skip)\b/;

test("what is used of Yjs' insides stands in one file", () => {
  const touching = FILES.filter((file) => INSIDES.test(readFileSync(join(ROOT, file), "utf8")));
  expect(touching).toEqual([HOME]);
});
