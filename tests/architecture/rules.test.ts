import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

const TESTS = readdirSync(join(ROOT, "tests"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(test|spec)\.ts$|-contract\.ts$/.test(file))
  .map((file) => readFileSync(join(ROOT, "tests", file), "utf8"))
  .join("\n");

const WRITTEN = [
  ...readFileSync(join(ROOT, "docs/protocol.md"), "utf8").matchAll(/^- \*\*([A-Z]\d+)\*\*/gm),
].map(([, id]) => id ?? "");
const RULES = new Set(WRITTEN);
const NAMED = new Set(
  [...TESTS.matchAll(/["'`]((?:\[[A-Z]\d+\] )+)/g)].flatMap(([, ids = ""]) => ids.match(/[A-Z]\d+/g) ?? []),
);

test("every rule of the protocol is named by a test", () => {
  expect(RULES.size).toBeGreaterThan(20);
  expect([...RULES].filter((id) => !NAMED.has(id))).toEqual([]);
});

test("no two rules have the same name", () => {
  expect(WRITTEN.filter((id, at) => WRITTEN.indexOf(id) !== at)).toEqual([]);
});

test("no test names a rule that is not there", () => {
  expect([...NAMED].filter((id) => !RULES.has(id))).toEqual([]);
});
