import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const SOURCE = /\.(?:ts|tsx|mjs|cjs)$/;

interface Source {
  readonly file: string;
  readonly text: string;
}

function sourcesOf(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => SOURCE.test(name) && !name.includes("every-system"))
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), "utf8") })),
  );
}

/** Lines that break a rule, to read. */
function breaking(sources: readonly Source[], rule: RegExp): string[] {
  return sources.flatMap(({ file, text }) =>
    text
      .split("\n")
      .filter((line) => rule.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

// On Windows their commands are scripts, which fail without a shell and read what they are given anew with one.
test("no script and no part of the server runs npm, npx or a shell by name, or anything through a shell", () => {
  const ours = sourcesOf("scripts", "server").filter(({ file }) => file !== "scripts/npm-cli.mjs");
  expect(ours.length).toBeGreaterThan(100);
  expect(breaking(ours, /["'`](?:npm|npx|sh|bash|cmd|powershell)(?:\.cmd|\.exe)?["'`]|\bshell:/)).toEqual([]);
  expect(breaking(sourcesOf("tests"), /["'`](?:npm|npx)(?:\.cmd)?["'`]\s*,\s*\[/)).toEqual([]);
});

test("no path of a file is taken out of its URL by hand: on Windows it would begin with a slash", () => {
  const byHand = sourcesOf("scripts", "server", "client", "shared", "tests").flatMap((source) => {
    const named = [...source.text.matchAll(/\b(\w+) = new URL\([^()]*, import\.meta\.url\)/g)];
    const urls = ["import\\.meta\\.url\\)", ...named.map(([, name]) => `\\b${name}`)].join("|");
    return breaking([source], new RegExp(`(?:${urls})\\.pathname`));
  });
  expect(byHand).toEqual([]);
});
