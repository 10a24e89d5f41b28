import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, "node_modules", ".package-lock.json");
const builtStamp = join(root, "dist", "built");

/** Runs a program with this terminal and ends this process with its code if it fails. */
export function run(program, args, environment = process.env) {
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", env: environment });
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs a program out of node_modules. */
export function runTool(name, args, environment) {
  run(process.execPath, [join(root, "node_modules", ...name.split("/")), ...args], environment);
}

/** Installs dependencies where the lockfile is newer than what is installed. */
export function install() {
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  // Also where NODE_ENV says production: the build needs what is listed for development.
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]);
  const now = new Date();
  utimesSync(installed, now, now);
}

/** Builds server and client where a source is newer than the last build. */
export function build() {
  const sources = ["shared", "server", "client", "package-lock.json"];
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
  if (existsSync(builtStamp) && statSync(builtStamp).mtimeMs >= newest) return;
  runTool("typescript/bin/tsc", ["-b", "shared", "server"]);
  runTool("vite/bin/vite.js", ["build", "client", "--logLevel", "warn"]);
  writeFileSync(builtStamp, "");
}

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = readdirSync(path).map((name) => newestIn(join(path, name)));
  return Math.max(stat.mtimeMs, ...entries);
}
