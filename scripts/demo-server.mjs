import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, runtime, SERVER_FLAGS } from "./runtime.mjs";

/** The built server with the demo class, on a free port of this machine: its address, who has which PIN by role, how it ends. */
export function startDemo(password) {
  const server = spawn(runtime(), [...SERVER_FLAGS, join(root, "dist/server/main.js"), "--demo"], {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", ORGANISER_PASSWORD: password, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let printed = "";
    server.once("exit", () => reject(new Error(`the demo ended:\n${printed}`)));
    server.stdout.on("data", (chunk) => {
      printed += chunk;
      const port = /http:\/\/localhost:(\d+)/.exec(printed)?.[1];
      const seats = [...printed.matchAll(/^ +(\d{6}) {2}(\S+) (\S+)（(\S+) /gm)];
      if (port === undefined || seats.length < 5) return;
      resolve({
        url: `http://127.0.0.1:${port}`,
        pins: new Map(seats.map(([, pin, , name, role]) => [role, { pin, name }])),
        stop: () => server.kill("SIGTERM"),
      });
    });
  });
}
