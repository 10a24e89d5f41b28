import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ON_WINDOWS } from "../../support/process/on-windows.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const ROOT = join(import.meta.dirname, "../../..");

test.skipIf(ON_WINDOWS)(
  "Ctrl-C reaches the start script and the server at once, is passed on as well, and ends both with 0",
  async () => {
    const child = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], {
      cwd: ROOT,
      // A group of its own, as a terminal's foreground job is.
      detached: true,
      env: {
        ...process.env,
        PORT: "0",
        HOST: "127.0.0.1",
        DATA_DIR: await tempDirectory(),
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const group = -(child.pid ?? Number.NaN);
    const ended = once(child, "close");
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    onTestFinished(() => {
      if (!isOver) process.kill(group, "SIGKILL");
    });
    let written = "";
    await new Promise<void>((resolve) => {
      child.stdout.on("data", (chunk: Buffer) => {
        written += chunk.toString();
        if (/http:\/\/localhost:\d+/.test(written)) resolve();
      });
    });
    process.kill(group, "SIGINT");
    expect(await ended).toEqual([0, null]);
  },
);
