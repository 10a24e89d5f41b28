import { existsSync } from "node:fs";
import { build, install, runTool } from "./prepare.mjs";

const systemChromium = "/usr/bin/chromium";
/** `--deep` runs what takes long instead: tests/deep. Any other word picks tests by file name, without the browser. */
const isDeep = process.argv.includes("--deep");
const words = process.argv.slice(2).filter((word) => word !== "--deep");

install();
build();
if (!existsSync(systemChromium)) runTool("@playwright/test/cli.js", ["install", "chromium"]);
runTool("vitest/vitest.mjs", ["run", "--project", isDeep ? "deep" : "!deep", ...words]);
if (words.length === 0) runTool("@playwright/test/cli.js", ["test", "--project", isDeep ? "deep" : "e2e"]);
