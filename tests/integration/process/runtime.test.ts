import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockedNode } from "../../../scripts/runtime.mjs";
import { ON_WINDOWS } from "../../support/process/on-windows.ts";
import { failedStart } from "../../support/process/server-process.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const SCRIPTS = join(import.meta.dirname, "../../../scripts");
const FITTING = lockedNode(process.platform, process.arch).name;

/** What this process's Node is told to be by whoever asks it. */
function as(version: string): string {
  const versions = `{ value: { ...process.versions, node: "${version}" } }`;
  return `--import=data:text/javascript,${encodeURIComponent(`Object.defineProperty(process, "versions", ${versions})`)}`;
}

interface Project {
  /** What the lockfile brings: a program that runs, one that cannot run on this machine, or none for this machine. */
  readonly brings: "fitting" | "unfit" | "none";
}

/** A project with our scripts and one of its own, which says under which Node its programs run. */
async function project({ brings }: Project) {
  const root = await tempDirectory();
  await mkdir(join(root, "scripts"));
  await copyFile(join(SCRIPTS, "runtime.mjs"), join(root, "scripts/runtime.mjs"));
  await writeFile(
    join(root, "scripts/ask.mjs"),
    'import { requireStart, runtime } from "./runtime.mjs";\nrequireStart();\nprocess.stdout.write(runtime());\n',
  );
  const optionalDependencies = brings === "none" ? {} : { [FITTING]: "24.21.0" };
  await writeFile(join(root, "package.json"), JSON.stringify({ optionalDependencies }));
  const program = join(root, "node_modules", FITTING, "bin", "node");
  if (brings !== "none") {
    await mkdir(join(program, ".."), { recursive: true });
    await writeFile(program, brings === "fitting" ? "#!/bin/sh\n" : "#!/lib/ld-of-another-system.so\n");
    await chmod(program, 0o755);
  }
  return { root, program };
}

function ask(root: string, version: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [as(version), join(root, "scripts/ask.mjs")], (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), output: out + err });
    });
  });
}

// The programs it takes for a Node are scripts.
test.skipIf(ON_WINDOWS).each(["20.0.0", "22.23.3", "26.10.0"])(
  "under Node %s, programs run on the lockfile's",
  async (version) => {
    const { root, program } = await project({ brings: "fitting" });
    expect(await ask(root, version)).toEqual({ code: 0, output: program });
  },
);

test.each(["none", "unfit"] as const)(
  "where the lockfile brings %s that runs here, they run on the machine's own, if it is new enough",
  async (brings) => {
    const { root } = await project({ brings });
    expect(await ask(root, "22.0.0")).toEqual({ code: 0, output: process.execPath });
    const machine = `${process.platform} ${process.arch}`;
    expect(await ask(root, "20.20.2")).toEqual({
      code: 1,
      output: `Yantao needs Node 22 or newer on this machine (${machine}), and this is 20.20.2: install the newest Node with long-term support.\n`,
    });
  },
);

test("a Node that even the scripts cannot use is named before anything is installed", async () => {
  const { root } = await project({ brings: "fitting" });
  await rm(join(root, "node_modules"), { recursive: true });
  const { code, output } = await ask(root, "18.20.8");
  expect(code).toBe(1);
  expect(output).toMatch(/^Yantao needs Node 20 or newer on this machine .* and this is 18\.20\.8: .*\n$/);
});

test.each(["18.20.8", "20.20.2", "21.7.3"])(
  "a server started directly under Node %s says so in one line and touches no data",
  async (version) => {
    const directory = join(await tempDirectory(), "data");
    const failed = await failedStart(directory, { environment: { NODE_OPTIONS: as(version) } });
    expect(failed).toEqual({
      code: 1,
      output: `Yantao needs Node 22 or newer, and this is ${version}: start it with "npm start", which brings its own.\n`,
    });
    expect(await readdir(join(directory, ".."))).toEqual([]);
  },
);
