import { execFile } from "node:child_process";
import { copyFile, mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { tempDirectory } from "../support/temp-directory.ts";

const SCRIPTS = join(import.meta.dirname, "../../scripts");

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
  await mkdir(join(project, "scripts"));
  for (const name of ["prepare.mjs", "runtime.mjs"]) {
    await copyFile(join(SCRIPTS, name), join(project, "scripts", name));
  }
  await writeFile(
    join(project, "scripts/install.mjs"),
    'import { install } from "./prepare.mjs";\ninstall();\n',
  );

  await promisify(execFile)(process.execPath, [join(project, "scripts/install.mjs")], {
    env: { ...process.env, NODE_ENV: "production", npm_config_offline: "true" },
  });
  expect((await stat(join(project, "node_modules/builder"))).isDirectory()).toBe(true);
});
