import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// A browser that cannot read the script shows nothing at all, and it is for those that it is there.
test("what tells old browsers that they are too old is written as they read it", () => {
  const script = readFileSync(join(import.meta.dirname, "../../client/public/fallback.js"), "utf8");
  const code = script.replace(/\/\/[^\n]*/g, "");
  expect(code).not.toMatch(/=>|`|\?\.|\?\?|\b(?:let|const|class|async|await)\b|\bcatch\s*\{|,\s*\)/);
});
