import { join } from "node:path";
import { build, install, run } from "./prepare.mjs";
import { root, runtime } from "./runtime.mjs";

install();
build();
run(runtime(), ["--import", "tsx", join(root, "tests/bench/run.ts"), ...process.argv.slice(2)]);
