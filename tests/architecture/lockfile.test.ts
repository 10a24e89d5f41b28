import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockedNode } from "../../scripts/runtime.mjs";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const LOCKED = (
  JSON.parse(readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8")) as {
    packages: Readonly<Record<string, Locked>>;
  }
).packages;

/** The oldest versions without a known hole that this server would expose. */
const FLOORS: Readonly<Record<string, string>> = {
  "better-sqlite3": "13.2.0",
  "body-parser": "2.4.0",
  busboy: "1.6.0",
  "csv-parse": "7.0.3",
  docx: "9.7.2",
  "engine.io": "6.6.12",
  express: "5.3.0",
  "pdfjs-dist": "4.2.67",
  "socket.io": "4.8.4",
  "socket.io-parser": "4.2.7",
  ws: "8.21.3",
  yauzl: "3.4.0",
};

function copiesOf(name: string): Locked[] {
  return Object.entries(LOCKED)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, locked]) => locked);
}

function numbers(version: string): number[] {
  return version.split(".").map((part) => Number.parseInt(part, 10));
}

function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [numbers(version), numbers(floor)];
  const at = have.findIndex((part, index) => part !== want[index]);
  return at === -1 || (have[at] ?? 0) > (want[at] ?? 0);
}

test("the builds of every platform are locked, or a clean install refuses the file", () => {
  const missing = Object.entries(LOCKED).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => copiesOf(name).length === 0)
      .map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test("no package is older than the versions that closed known holes", () => {
  for (const [name, floor] of Object.entries(FLOORS)) {
    const copies = copiesOf(name);
    expect(copies.length, name).toBeGreaterThan(0);
    for (const { version = "0" } of copies)
      expect(isAtLeast(version, floor), `${name} ${version}`).toBe(true);
  }
});

test("one and the same Node comes for every system it is made for, and only as an option", () => {
  const systems = ["linux-arm64", "linux-x64", "win-x64"];
  const runtimes = systems.map((system) => LOCKED[`node_modules/node-${system}`]);
  expect(runtimes.map((runtime) => runtime?.optional)).toEqual(systems.map(() => true));
  const versions = new Set(runtimes.map((runtime) => runtime?.version));
  expect([...versions]).toEqual(["24.21.0"]);
});

test("the tests run under the Node of the lockfile where it fits", () => {
  const fitting = LOCKED[`node_modules/${lockedNode(process.platform, process.arch).name}`];
  expect(process.versions.node).toBe(fitting?.version ?? process.versions.node);
});

test("no package needs a script when it is installed, but for one that only saves time", () => {
  const scripted = Object.entries(LOCKED).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  expect(scripted.map(([path]) => path)).toEqual(["node_modules/esbuild"]);
});

test("there is one copy of yjs, and no address of a registry", () => {
  expect(copiesOf("yjs")).toHaveLength(1);
  expect(Object.values(LOCKED).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
});
