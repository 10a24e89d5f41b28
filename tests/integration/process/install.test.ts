import { execFile } from "node:child_process";
import { copyFile, mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { tempDirectory } from "../../support/temp-directory.ts";

const SCRIPTS = join(import.meta.dirname, "../../../scripts");

test("what the build needs is installed on a machine set to production too", async () => {
  const project = await tempDirectory();
  const put = async (path: string, content: object) => {
    await mkdir(join(project, path, ".."), { recursive: true });
    await writeFile(join(project, path), JSON.stringify(content));
  };
  const devDependencies = { builder: "file:builder" };
  await put("package.json", { name: "sample", version: "1.0.0", devDependencies });
  await put("builder/package.json", { name: "builder", version: "1.0.0" });
  await put("package-lock.json", {
    name: "sample",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: {
      "": { name: "sample", version: "1.0.0", devDependencies },
      builder: { version: "1.0.0", dev: true },
      "node_modules/builder": { resolved: "builder", link: true },
    },
  });
  await bringScripts(project, 'import { install } from "./prepare.mjs";\ninstall();\n');

  await promisify(execFile)(process.execPath, [join(project, "scripts/sample.mjs")], {
    env: { ...process.env, NODE_ENV: "production", npm_config_offline: "true" },
  });
  expect((await stat(join(project, "node_modules/builder"))).isDirectory()).toBe(true);
});

test("what is built is for use, whatever NODE_ENV says", async () => {
  const project = await tempDirectory();
  const put = async (path: string, content: string) => {
    await mkdir(join(project, path, ".."), { recursive: true });
    await writeFile(join(project, path), content);
  };
  for (const part of ["shared", "server", "client"]) await mkdir(join(project, part));
  await put("package.json", "{}");
  await put("package-lock.json", "{}");
  await put("dist/client/.keep", "");
  await put("node_modules/typescript/bin/tsc", "");
  await put("node_modules/vite/bin/vite.js", "process.stdout.write(process.env.NODE_ENV);");
  await bringScripts(project, 'import { build } from "./prepare.mjs";\nbuild();\n');

  const { stdout } = await promisify(execFile)(process.execPath, [join(project, "scripts/sample.mjs")], {
    env: { ...process.env, NODE_ENV: "development" },
  });
  expect(stdout).toBe("production");
});

/** Gives a project our scripts, and one of its own that uses them. */
async function bringScripts(project: string, sample: string): Promise<void> {
  await mkdir(join(project, "scripts"));
  for (const name of ["prepare.mjs", "compress-client.mjs", "npm-cli.mjs", "runtime.mjs"]) {
    await copyFile(join(SCRIPTS, name), join(project, "scripts", name));
  }
  await writeFile(join(project, "scripts/sample.mjs"), sample);
}
