import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { startServer } from "../process/start-server.ts";
import { Seeded } from "../sample/seeded.ts";
import { call, signIn } from "../sockets/api.ts";
import { livelyArchive } from "./archives.ts";
import { bringArchive } from "./bring-archive.ts";
import { DAMAGES } from "./damages.ts";

/** Each damage, `times` times, is refused with its code, and leaves nothing. */
export async function expectRefused(times: number, given?: number): Promise<void> {
  const { seed, archive, sessionId } = await livelyArchive(given);
  const other = await startServer();
  const token = await signIn(other.url);
  const random = new Seeded(seed);
  for (let time = 0; time < times; time += 1)
    for (const { name, codes, make } of DAMAGES) {
      const damaged = await make(archive, random);
      const what = `${name}, seed ${seed}, time ${time}`;
      const query = random.below(2) === 0 ? "" : "?dryRun=1";
      const { body } = await bringArchive(other.url, token, damaged, query);
      expect(codes, `${what}: ${JSON.stringify(body)}`).toContain(body.error?.code);
      expect((await call(other.url, "/api/sessions", { token })).body, what).toMatchObject({ sessions: [] });
      expect(await other.storage.journal.head(sessionId), what).toBeNull();
      const incoming = join(other.directory, "incoming");
      expect(existsSync(incoming) ? readdirSync(incoming) : [], what).toEqual([]);
    }
  expect((await bringArchive(other.url, token, archive)).status).toBe(201);
}
