import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npmCli } from "./npm-cli.mjs";
import { requireStart, root, runtime } from "./runtime.mjs";

const installed = join(root, "node_modules", ".package-lock.json");
const builtStamp = join(root, "dist", "built");

/** Runs a program with this terminal and ends this process with its code if it fails. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: "inherit", ...options });
  if (error !== undefined) process.stderr.write(`${program}: ${error.message}\n`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs a program out of node_modules, under the Node of the lockfile. */
export function runTool(name, args, options) {
  run(runtime(), [join(root, "node_modules", ...name.split("/")), ...args], options);
}

/** Installs dependencies where the lockfile is newer than what is installed. */
export function install() {
  requireStart();
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  // Also where NODE_ENV says production: the build needs what is listed for development. What npm would warn of is that
  // packages want a newer Node than the one it runs on; they get it.
  runNpm(["ci", "--include=dev", "--include=optional", "--loglevel=error"]);
  const now = new Date();
  utimesSync(installed, now, now);
}

/** Builds server and client where a source is newer than the last build. */
export function build() {
  const sources = ["shared", "server", "client", "scripts/compress-client.mjs", "package-lock.json"];
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
  if (existsSync(builtStamp) && statSync(builtStamp).mtimeMs >= newest) return;
  runTool("typescript/bin/tsc", ["-b", "shared", "server"]);
  // Whatever the environment says: what is built is what people use.
  const env = { ...process.env, NODE_ENV: "production" };
  runTool("vite/bin/vite.js", ["build", "client", "--logLevel", "warn"], { env });
  run(runtime(), [join(root, "scripts", "compress-client.mjs")]);
  writeFileSync(builtStamp, "");
}

function runNpm(args) {
  const npm = npmCli();
  if (npm === undefined) {
    process.stderr.write("There is no npm beside this Node or on the path: install Node with its npm.\n");
    process.exit(1);
  }
  run(process.execPath, [npm, ...args]);
}

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = readdirSync(path).map((name) => newestIn(join(path, name)));
  return Math.max(stat.mtimeMs, ...entries);
}
