import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { FILES, ROOT } from "./source-imports.ts";

const MANTINE = join(ROOT, "node_modules/@mantine/core");
const NOTIFICATIONS = join(ROOT, "node_modules/@mantine/notifications/esm");
const read = (path: string) => readFileSync(path, "utf8");

/** The names that the client, and the notices for it, import from Mantine; types and hooks among them bring no styles. */
function importedNames(): string[] {
  const notices = readdirSync(NOTIFICATIONS, { encoding: "utf8" }).filter((name) => name.endsWith(".mjs"));
  const texts = [
    ...FILES.filter((file) => file.startsWith("client/")).map((file) => read(join(ROOT, file))),
    ...notices.map((name) => read(join(NOTIFICATIONS, name))),
  ];
  const lists = texts.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)]);
  return lists.flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()));
}

/** The parts of Mantine whose styles the client's imports lead to, by the modules with their class names. */
function styledParts(): ReadonlySet<string> {
  const index = join(MANTINE, "esm/index.mjs");
  const exports = new Map(
    [...read(index).matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)].flatMap(([, names = "", path = ""]) =>
      names.split(",").map((name) => [name.trim(), join(dirname(index), path)] as const),
    ),
  );
  const seen = new Set<string>();
  const parts = new Set<string>();
  const follow = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const part = /([^/\\]+)\.module\.mjs$/.exec(path)?.[1];
    if (part !== undefined) parts.add(part);
    for (const [, target = ""] of read(path).matchAll(/from "(\.[^"]+)"/g))
      follow(join(dirname(path), target));
  };
  for (const name of importedNames()) {
    const path = exports.get(name);
    if (path !== undefined) follow(path);
  }
  return parts;
}

test("every part of Mantine that a screen is made of has its styles, in Mantine's order, and no other has", () => {
  const imported = [
    ...read(join(ROOT, "client/ui/mantine-styles.css")).matchAll(/styles\/([\w-]+)\.layer\.css"/g),
  ].map(([, name = ""]) => name);
  const base = ["baseline", "default-css-variables", "global"];
  const styleOf = (part: string) => join(MANTINE, `styles/${part}.layer.css`);
  const needed = [...styledParts()].filter((part) => existsSync(styleOf(part)));
  expect([...imported].sort()).toEqual([...base, ...needed].sort());
  const all = read(join(MANTINE, "styles.layer.css"));
  const places = imported
    .filter((name) => !base.includes(name))
    .map((name) => all.indexOf(/\.m_[0-9a-f]+/.exec(read(styleOf(name)))?.[0] ?? name));
  expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true);
});
