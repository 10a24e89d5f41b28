import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FILES, IMPORTS, type Import, ROOT } from "./source-imports.ts";

const FRAMEWORKS = ["socket.io", "express", "ws"];
const DRIVERS = ["better-sqlite3", "pg"];

function under(path: string, ...folders: string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

/** Imports that break a rule, as lines to read. */
function breaking(rule: (found: Import) => boolean): string[] {
  return IMPORTS.filter(rule).map(({ file, target }) => `${file} imports ${target}`);
}

test("there are imports to look at", () => {
  expect(IMPORTS.length).toBeGreaterThan(200);
});

test("shared imports nothing of server or client", () => {
  expect(breaking(({ file, target }) => under(file, "shared") && under(target, "server", "client"))).toEqual(
    [],
  );
});

test("server and client never import each other", () => {
  expect(breaking(({ file, target }) => under(file, "server") && under(target, "client"))).toEqual([
    // The development server alone names the client's build settings, by path and not by import.
  ]);
  expect(breaking(({ file, target }) => under(file, "client") && under(target, "server"))).toEqual([]);
});

test("shared uses no platform: no Node modules, no frameworks", () => {
  const allowed = ["zod", "immutable", "yjs"];
  const foreign = ({ file, target }: Import) =>
    under(file, "shared") && !under(target, "shared") && !allowed.includes(target);
  expect(breaking(foreign)).toEqual([]);
});

test("shared/domain knows no transport", () => {
  const transports = [
    "shared/protocol/session-socket.ts",
    "shared/protocol/http.ts",
    "shared/protocol/notes.ts",
  ];
  expect(breaking(({ file, target }) => under(file, "shared/domain") && transports.includes(target))).toEqual(
    [],
  );
});

// To import one reads all it exports, and with that the client of HTTP's, of some megabytes (decision 0039).
test("the server asks Node for its modules of HTTP and imports none", () => {
  const modules = ["http", "https"].flatMap((name) => [name, `node:${name}`]);
  const found = ({ file, target, typeOnly }: Import) =>
    under(file, "server") && modules.includes(target) && !typeOnly;
  expect(breaking(found)).toEqual([]);
});

test("shared takes time and ids as arguments", () => {
  const impure = /\b(Date\.now|new Date\(\)|Math\.random|setTimeout|setInterval|performance\.now)\b/;
  const found = FILES.filter(
    (file) => under(file, "shared") && impure.test(readFileSync(join(ROOT, file), "utf8")),
  );
  expect(found).toEqual([]);
});

test("host knows ports, not adapters", () => {
  const folders = ["server/host", "server/ports", "shared"];
  const foreign = ({ file, target }: Import) =>
    under(file, "server/host") && /^(server|client)\//.test(target) && !under(target, ...folders);
  expect(breaking(foreign)).toEqual([]);
});

test("ports and storage know no domain", () => {
  const knowing = ({ file, target }: Import) =>
    under(file, "server/ports", "server/storage") && under(target, "shared/domain");
  expect(breaking(knowing)).toEqual([]);
});

test("frameworks and drivers stay behind their doors", () => {
  const doors = ["server/sockets", "server/http", "server/notes"];
  const astray = ({ file, target }: Import) =>
    under(file, "server") &&
    ((FRAMEWORKS.includes(target) && !under(file, ...doors)) ||
      (DRIVERS.includes(target) && !under(file, "server/storage", "server/bus")));
  expect(breaking(astray)).toEqual([]);
});

/** The server, and what verifies the folder of a stopped one. */
const ENTRIES = ["server/main.ts", "server/verify.ts"];

test("only what is started picks adapters, and main.ts alone reads the environment", () => {
  const adapters = ({ file, target }: Import) =>
    under(target, "server/storage/sqlite", "server/storage/memory") &&
    !under(file, "server/storage") &&
    !ENTRIES.includes(file);
  expect(breaking(adapters)).toEqual([]);
  const readers = FILES.filter((file) => readFileSync(join(ROOT, file), "utf8").includes("process.env"));
  expect(readers).toEqual(["server/main.ts"]);
});

test("there are no barrels and no long files", () => {
  const barrels = FILES.filter((file) => /(^|\/)(index|utils?|helpers?)\.tsx?$/.test(file));
  expect(barrels).toEqual([]);
  const reExports = FILES.filter((file) => /\nexport \* from /.test(readFileSync(join(ROOT, file), "utf8")));
  expect(reExports).toEqual([]);
  const long = FILES.filter((file) => readFileSync(join(ROOT, file), "utf8").split("\n").length > 400);
  expect(long).toEqual([]);
});

// Reading rosters and typesetting know Chinese by trade: headings, fonts, where a title may break. Demo and robots say what a class
// says.
test("Chinese words of the screens stand in shared/messages", () => {
  const astray: string[] = [];
  for (const file of FILES.filter(
    (name) =>
      under(name, "client", "server") &&
      !under(name, "server/demo", "server/rehearsal/words", "server/documents", "server/roster"),
  )) {
    const code = readFileSync(join(ROOT, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
    if (/\p{Script=Han}/u.test(code)) astray.push(file);
  }
  expect(astray).toEqual([]);
});
