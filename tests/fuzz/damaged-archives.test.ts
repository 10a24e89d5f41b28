import { expect, test } from "vitest";
import { livelyArchive, sealed } from "../support/archive/archives.ts";
import { bringArchive } from "../support/archive/bring-archive.ts";
import { contentsOf } from "../support/archive/contents-of.ts";
import { withStretch } from "../support/archive/damages.ts";
import { expectRefused } from "../support/archive/expect-refused.ts";
import { keptOf } from "../support/archive/kept-of.ts";
import { startServer } from "../support/process/start-server.ts";
import { signIn } from "../support/sockets/api.ts";

/** Where the first file's own head, which stands again in the list at the end, has its time, date and checksum. */
const SAID_TWICE_AT = 10;

test("[Z9] no damaged archive is opened, and each is told why", { timeout: 180_000 }, () => expectRefused(2));

test("[Z9] where only what is said twice is another (seed 109486762), what is opened is what was held", {
  timeout: 180_000,
}, async () => {
  const { archive, sessionId, kept } = await livelyArchive();
  const changed = sealed(withStretch(archive, SAID_TWICE_AT, () => 255));
  expect(await contentsOf(changed)).toEqual(await contentsOf(archive));
  const other = await startServer();
  const { status } = await bringArchive(other.url, await signIn(other.url), changed);
  expect(status).toBe(201);
  expect(await keptOf(other.storage, sessionId)).toEqual(kept);
});
