import { existsSync } from "node:fs";
import { build, install, runTool } from "./prepare.mjs";

const systemChromium = "/usr/bin/chromium";

install();
build();
if (!existsSync(systemChromium)) runTool("@playwright/test/cli.js", ["install", "chromium"]);
runTool("vitest/vitest.mjs", ["run", ...process.argv.slice(2)]);
if (process.argv.length === 2) runTool("@playwright/test/cli.js", ["test"]);
