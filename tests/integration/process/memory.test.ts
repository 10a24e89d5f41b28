import { expect, onTestFinished, test } from "vitest";
import { spawnServer } from "../../support/process/server-process.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

/** Stands in the server's process before anything of ours: tells at its end what was cleared away and what of Node's was loaded. */
const LOOKING_ON = `
import { isMainThread } from "node:worker_threads";
if (isMainThread) {
  const { gc } = globalThis;
  const cleared = [];
  globalThis.gc = (how) => { cleared.push(how.type); gc(how); };
  process.on("exit", () => {
    const client = process.moduleLoadList.filter((name) => name.includes("undici"));
    process.stderr.write("saw " + JSON.stringify({ cleared, client }) + "\\n");
  });
}`;

test("a server clears away what starting left, and brings no client of HTTP's with it", async () => {
  const server = await spawnServer(await tempDirectory(), {
    environment: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LOOKING_ON)}` },
  });
  onTestFinished(server.kill);
  expect(await server.stop(), server.output()).toBe(0);
  const [, saw = "{}"] = /^saw (.*)$/m.exec(server.output()) ?? [];
  expect(JSON.parse(saw), server.output()).toEqual({ cleared: ["major"], client: [] });
});
