import { join } from "node:path";
import { build, install, root, run } from "./prepare.mjs";

install();
build();
run(process.execPath, ["--import", "tsx", join(root, "tests/bench/run.ts"), ...process.argv.slice(2)]);
