import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { npmCli } from "../../scripts/npm-cli.mjs";
import { lockedNode } from "../../scripts/runtime.mjs";
import { ON_WINDOWS } from "../support/process/on-windows.ts";
import { tempDirectory } from "../support/temp-directory.ts";

const ROOT = join(import.meta.dirname, "../..");
const FITTING = lockedNode(process.platform, process.arch);

/** The newest Node of a line, out of the registry. */
async function nodeOfLine(major: number): Promise<string> {
  const directory = await tempDirectory();
  await writeFile(join(directory, "package.json"), "{}");
  const npm = npmCli();
  if (npm === undefined) throw new Error("there is no npm to install it with");
  await promisify(execFile)(
    process.execPath,
    [npm, "install", "--ignore-scripts", `${FITTING.name}@${major}`],
    {
      cwd: directory,
    },
  );
  return join(directory, "node_modules", FITTING.name, FITTING.program);
}

test.skipIf(ON_WINDOWS).each([20, 22, 24])(
  "started under Node %i, the server runs under the Node of the lockfile",
  async (major) => {
    const node = await nodeOfLine(major);
    const { stdout } = await promisify(execFile)(node, ["--version"]);
    expect(stdout).toMatch(new RegExp(`^v${major}\\.`));
    const child = spawn(node, [join(ROOT, "scripts/start.mjs")], {
      cwd: ROOT,
      env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: await tempDirectory() },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "close");
    onTestFinished(() => void child.kill("SIGKILL"));
    const url = await new Promise<string>((resolve) => {
      let written = "";
      child.stdout.on("data", (chunk: Buffer) => {
        written += chunk.toString();
        const address = /http:\/\/localhost:\d+/.exec(written)?.[0];
        if (address !== undefined) resolve(address);
      });
    });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain(`nodejs_version_info{version="${process.version}"`);
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  },
);
