import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { spawnServer } from "../support/process/server-process.ts";
import { call, createSession, signIn } from "../support/sockets/api.ts";
import { tempDirectory } from "../support/temp-directory.ts";
import { waitUntil } from "../support/wait-until.ts";

const COLLECTIONS = "200";
const PRELOAD = join(import.meta.dirname, "../support/storage/collect-when-idle.cjs");

test("garbage collected while nothing runs, in the server and its database threads, ends nothing", async () => {
  const server = await spawnServer(await tempDirectory(), {
    environment: {
      COLLECTIONS,
      NODE_OPTIONS: `--expose-gc --require=${JSON.stringify(PRELOAD)}`,
    },
  });
  onTestFinished(server.kill);
  const token = await signIn(server.url);
  const { sessionId } = await createSession(server.url, token);
  const threads = ["main", "writer-thread", "reader-thread"];
  await waitUntil(() => threads.every((name) => server.output().includes(`collected by ${name}\n`)), {
    deadlineMs: 60_000,
    what: "every thread has collected its garbage",
  });
  expect((await call(server.url, `/api/sessions/${sessionId}/lobby`)).status).toBe(200);
  expect(await server.stop(), server.output()).toBe(0);
});
