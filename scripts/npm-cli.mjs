import { existsSync, realpathSync } from "node:fs";
import { posix, win32 } from "node:path";

const CLI = "npm-cli.js";
const DISK = { exists: (path) => existsSync(path), real: (path) => realpathSync(path) };

/**
 * The path of npm's own program, to be run by a Node: that of the npm which runs this script, else the one that came with
 * this Node, else the first on the path; undefined where there is none. Never its command, which on Windows is a script that
 * nothing but a shell can start.
 */
export function npmCli({
  platform = process.platform,
  env = process.env,
  node = process.execPath,
  disk = DISK,
} = {}) {
  const onWindows = platform === "win32";
  const { basename, delimiter, dirname, join } = onWindows ? win32 : posix;
  const { npm_execpath: running = "", PATH = "" } = env;
  if (basename(running) === CLI) return running;
  const modules = onWindows ? "node_modules" : "../lib/node_modules";
  const listed = PATH.split(delimiter).map((folder) => folder.replaceAll('"', ""));
  for (const folder of [dirname(node), ...listed.filter((folder) => folder !== "")]) {
    const beside = join(folder, modules, "npm", "bin", CLI);
    if (disk.exists(beside)) return beside;
    const command = join(folder, "npm");
    if (onWindows || !disk.exists(command)) continue;
    // Elsewhere the command may be a link to the program, wherever the system keeps it.
    const real = disk.real(command);
    if (basename(real) === CLI) return real;
  }
  return undefined;
}
