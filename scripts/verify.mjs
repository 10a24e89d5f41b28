import { join } from "node:path";
import { build, install, run } from "./prepare.mjs";
import { root, runtime } from "./runtime.mjs";

install();
build();
run(runtime(), [join(root, "dist/server/verify.js"), ...process.argv.slice(2)], { cwd: process.cwd() });
