import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ON_WINDOWS } from "../../support/process/on-windows.ts";
import { spawnServer } from "../../support/process/server-process.ts";
import { signIn } from "../../support/sockets/api.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

test.skipIf(ON_WINDOWS)(
  "a server whose database thread has died says so and ends with 1, and starts again on the same data",
  async () => {
    const directory = await tempDirectory();
    const preload = join(import.meta.dirname, "../../support/storage/end-database-thread.cjs");
    const server = await spawnServer(directory, {
      environment: { NODE_OPTIONS: `--require=${JSON.stringify(preload)}` },
    });
    onTestFinished(server.kill);
    await signIn(server.url);
    process.kill(server.pid, "SIGUSR2");
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('"level":60');
    expect(server.output()).toContain("database thread died");

    const again = await spawnServer(directory);
    onTestFinished(again.kill);
    expect(await signIn(again.url)).toEqual(expect.any(String));
  },
);
