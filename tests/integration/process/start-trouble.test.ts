import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { DATABASE_FILE } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { failedStart, spawnServer } from "../../support/process/server-process.ts";
import { call, signIn } from "../../support/sockets/api.ts";
import { faultyDisk } from "../../support/storage/faulty-disk.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

/** A port of 127.0.0.1 that somebody listens on until the test is over. */
async function takenPort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return String((server.address() as AddressInfo).port);
}

async function server(directory: string, environment: Record<string, string> = {}) {
  const started = await spawnServer(directory, { environment });
  onTestFinished(started.kill);
  return started;
}

test("a port in use is named in one line", async () => {
  const PORT = await takenPort();
  const failed = await failedStart(await tempDirectory(), { environment: { PORT } });
  expect(failed).toEqual({ code: 1, output: `PORT: ${PORT} is in use by another program\n` });
});

test("a password that everybody tries first is named with the reason", async () => {
  const environment = { ORGANISER_PASSWORD: "12345678" };
  const failed = await failedStart(await tempDirectory(), { environment });
  const output = "ORGANISER_PASSWORD: digits alone need at least 12 of them\n";
  expect(failed).toEqual({ code: 1, output });
});

test.each(["192.0.2.1", "no-such-host.invalid"])(
  "HOST %s, which is not this machine's, is named",
  async (HOST) => {
    const failed = await failedStart(await tempDirectory(), { environment: { HOST } });
    expect(failed).toEqual({ code: 1, output: `HOST: ${HOST} is not an address of this machine\n` });
  },
);

test("a data folder that is a file, or lies in one, is named", async () => {
  const file = join(await tempDirectory(), "file");
  writeFileSync(file, "");
  for (const directory of [file, join(file, "data")]) {
    const output = `DATA_DIR: ${directory} is not a folder\n`;
    expect(await failedStart(directory)).toEqual({ code: 1, output });
  }
});

test("a data folder that takes nothing is named", async () => {
  const disk = await faultyDisk();
  disk.failWrites("EROFS");
  const failed = await failedStart(disk.directory, { environment: disk.env });
  expect(failed).toEqual({ code: 1, output: `DATA_DIR: ${disk.directory} cannot be written\n` });
});

test("a database that cannot be used is named in one line", async () => {
  const directory = await tempDirectory();
  expect(await (await server(directory)).stop()).toBe(0);
  const database = new Database(join(directory, DATABASE_FILE));
  database.pragma("user_version = 99");
  database.close();
  const { code, output } = await failedStart(directory);
  expect(code).toBe(1);
  expect(output).toMatch(/^DATA_DIR: the database has schema 99.*\n$/);
});

test("a first start that fails loses no password: the next one tells it", async () => {
  const directory = await tempDirectory();
  const PORT = await takenPort();
  const failed = await failedStart(directory, { environment: { PORT, ORGANISER_PASSWORD: "" } });
  expect(failed.code).toBe(1);
  const { url, output } = await server(directory, { ORGANISER_PASSWORD: "" });
  const password = /password, shown only once:\n +(\S+)\n/.exec(output())?.[1];
  expect(await call(url, "/api/login", { body: { password } })).toMatchObject({ status: 200 });
});

test("a second server on the same folder is refused, and none is after the first was killed", async () => {
  const directory = await tempDirectory();
  const first = await server(directory);
  const output = `DATA_DIR: another server is using ${directory}\n`;
  expect(await failedStart(directory)).toEqual({ code: 1, output });
  expect(await signIn(first.url)).toEqual(expect.any(String));
  await first.kill();
  expect(await signIn((await server(directory)).url)).toEqual(expect.any(String));
});

test("a lost or damaged secret beside the data is told, and no other is made", async () => {
  const directory = await tempDirectory();
  const secret = join(directory, "secret.key");
  expect(await (await server(directory)).stop()).toBe(0);
  const first = readFileSync(secret);
  expect(first).toHaveLength(32);

  rmSync(secret);
  const missing = await failedStart(directory);
  expect(missing.code).toBe(1);
  expect(missing.output).toMatch(/^DATA_DIR: .*secret\.key is missing.*\n$/);
  writeFileSync(secret, first.subarray(0, 5));
  const damaged = await failedStart(directory);
  expect(damaged.code).toBe(1);
  expect(damaged.output).toMatch(/^DATA_DIR: .*secret\.key does not hold 32 bytes.*\n$/);

  writeFileSync(secret, first);
  await server(directory);
});

test("a first start that could not write the secret leaves nothing in the way of the next", async () => {
  const disk = await faultyDisk();
  disk.failWrites("ENOSPC");
  const failed = await failedStart(disk.directory, { environment: disk.env });
  expect(failed.code).toBe(1);
  expect(failed.output).toMatch(/^DATA_DIR: ENOSPC.*\n$/);
  expect(await signIn((await server(disk.directory)).url)).toEqual(expect.any(String));
});
