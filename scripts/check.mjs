import { install, runTool } from "./prepare.mjs";

install();
runTool("typescript/bin/tsc", ["-b"]);
runTool("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings"]);
runTool("vitest/vitest.mjs", ["run", "--project", "architecture"]);
