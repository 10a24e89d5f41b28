import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { PASSWORD } from "../../support/password.ts";
import { startServer, type TestServer } from "../../support/process/start-server.ts";
import { postFrom } from "../../support/sockets/post-from.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const START = 1_800_000_000_000;
const MINUTE_MS = 60_000;

function logIn({ url }: TestServer, address: string, password = PASSWORD, cookie?: string) {
  const options = { path: "/api/login", body: { password }, ...(cookie !== undefined && { cookie }) };
  return postFrom(address, url, options);
}

/** Three wrong passwords from each of 40 addresses, ten addresses at once; the statuses. */
async function guessFromEverywhere(server: TestServer): Promise<number[]> {
  const statuses: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const wave = Array.from({ length: 10 }, (_, index) => `127.0.0.${10 + (round % 4) * 10 + index}`);
    const replies = await Promise.all(wave.map((from) => logIn(server, from, `wrong ${round}`)));
    statuses.push(...replies.map(({ status }) => status));
  }
  return statuses;
}

describe("[S5] guessing the organiser's password", () => {
  test("is bounded over all addresses, and the organiser gets in at the machine itself and at the own laptop", async () => {
    let now = START;
    const server = await startServer({ clock: () => now });
    const first = await logIn(server, "127.0.0.5");
    const cookie = first.cookies.find((text) => text.startsWith("laptop_organiser=")) ?? "";
    expect(first.status).toBe(200);
    expect(cookie).not.toBe("");

    const statuses = await guessFromEverywhere(server);
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(90);
    const refused = await logIn(server, "127.0.0.5");
    expect(refused).toMatchObject({ status: 429, code: "too_many_tries", cookies: [] });
    expect(refused.retryAfterSeconds).toBe(60);

    const body = { password: PASSWORD };
    const proxied = { path: "/api/login", body, forwardedFor: "10.0.0.9" };
    expect((await postFrom("127.0.0.1", server.url, proxied)).status).toBe(429);
    expect((await logIn(server, "127.0.0.1")).status).toBe(200);
    expect((await logIn(server, "127.0.0.5", PASSWORD, cookie)).status).toBe(200);
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await logIn(server, "127.0.0.5", "wrong", cookie)).status).toBe(401);
    }
    expect((await logIn(server, "127.0.0.5", PASSWORD, cookie)).status).toBe(429);
    now += MINUTE_MS;
    expect((await logIn(server, "127.0.0.6")).status).toBe(200);
  });

  test("counts over a restart; another password makes laptops strangers", { timeout: 60_000 }, async () => {
    const options = { directory: await tempDirectory(), secret: randomBytes(32), clock: () => START };
    const before = await startServer(options);
    const { cookies } = await logIn(before, "127.0.0.5");
    const cookie = cookies.find((text) => text.startsWith("laptop_organiser=")) ?? "";
    await guessFromEverywhere(before);
    await before.stop();
    const after = await startServer(options);
    expect((await logIn(after, "127.0.0.6")).status).toBe(429);
    expect((await logIn(after, "127.0.0.5", PASSWORD, cookie)).status).toBe(200);
    await after.storage.credentials.setPasswordHash("scrypt$AAAA$AAAA");
    expect((await logIn(after, "127.0.0.5", PASSWORD, cookie)).status).toBe(429);
  });
});
