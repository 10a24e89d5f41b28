import { spawn } from "node:child_process";
import { join } from "node:path";
import { passOnSignals } from "./pass-on-signals.mjs";
import { build, install } from "./prepare.mjs";
import { root, runtime, SERVER_ENVIRONMENT, SERVER_FLAGS } from "./runtime.mjs";

install();
build();
const command = [...SERVER_FLAGS, join(root, "dist/server/main.js"), ...process.argv.slice(2)];
const server = spawn(runtime(), command, {
  stdio: "inherit",
  env: { ...SERVER_ENVIRONMENT, ...process.env },
});
passOnSignals(server);
server.on("exit", (code) => process.exit(code ?? 1));
