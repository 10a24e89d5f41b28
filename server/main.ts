import { randomFillSync } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { makeIdFactory } from "../shared/protocol/ids.ts";
import { listAddresses } from "./addresses.ts";
import { type App, createApp } from "./app.ts";
import type { DemoSeat } from "./demo/seed-demo.ts";
import { type Environment, parseEnvironment } from "./environment.ts";
import type { Client } from "./http/parts.ts";
import { hashPassword, newPassword, verifyPassword } from "./identity/passwords.ts";
import { Pins } from "./identity/pins.ts";
import { loadSecret } from "./identity/secret-file.ts";
import type { CredentialStore } from "./ports/credential-store.ts";
import type { Storage } from "./ports/storage.ts";
import { openSqliteStorage } from "./storage/sqlite/open-sqlite-storage.ts";
import { printWelcome } from "./welcome.ts";

/** Commands that come within this time share one commit, one fsync and one broadcast. */
const COMMIT_INTERVAL_MS = 40;
const DRAIN_DEADLINE_MS = 10_000;

const environment = readEnvironment();
/** `--dev`: pages are built on the fly; `--demo`: a throw-away data folder with the demo class in it. */
const development = process.argv.includes("--dev");
const demo = process.argv.includes("--demo");
const logger = pino({ level: environment.LOG_LEVEL });
const log = (message: string, entry: { error?: unknown } & object = {}) => {
  const { error, ...details } = entry;
  if (error === undefined) logger.info(details, message);
  else logger.error({ ...details, err: error }, message);
};

try {
  await start();
} catch (error) {
  logger.fatal({ err: error }, "could not start");
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const directory = demo ? mkdtempSync(join(tmpdir(), "yantao-demo-")) : environment.DATA_DIR;
  const secret = await loadSecret(directory);
  const storage = await openSqliteStorage({ directory, log });
  const password = await ensurePassword(storage.credentials);
  const server = createServer();
  const newId = makeIdFactory((bytes) => randomFillSync(bytes));
  const app = createApp({
    server,
    storage,
    secret,
    clock: Date.now,
    newId,
    log,
    addresses: () => listAddresses(environment.HOST, boundPort(server)),
    client: await client(server),
    commitIntervalMs: COMMIT_INTERVAL_MS,
  });
  const seats = demo ? await seedSeats(app, storage, secret, newId) : [];
  let stopping = false;
  const stop = async () => {
    if (stopping) return process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), DRAIN_DEADLINE_MS).unref();
    await app.close();
    await storage.close();
    if (demo) rmSync(directory, { recursive: true, force: true });
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  server.listen(environment.PORT, environment.HOST);
  await once(server, "listening");
  const addresses = listAddresses(environment.HOST, boundPort(server));
  printWelcome({ addresses, password, seats, out: process.stdout });
}

async function seedSeats(
  app: App,
  storage: Storage,
  secret: Buffer,
  newId: () => string,
): Promise<DemoSeat[]> {
  const { seedDemo } = await import("./demo/seed-demo.ts");
  const pins = new Pins(secret, storage.credentials);
  const demoClass = await seedDemo({ hosts: app.hosts, notes: storage.notes, pins, clock: Date.now, newId });
  return demoClass.seats;
}

function boundPort(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : environment.PORT;
}

function readEnvironment(): Environment {
  try {
    return parseEnvironment(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/** The password to tell on the terminal: only the one made at the very first start. */
async function ensurePassword(credentials: CredentialStore): Promise<string | null> {
  const known = await credentials.passwordHash();
  const wanted = environment.ORGANISER_PASSWORD;
  if (wanted !== undefined) {
    if (known === null || !(await verifyPassword(wanted, known))) {
      await credentials.setPasswordHash(await hashPassword(wanted));
    }
    return null;
  }
  if (known !== null) return null;
  const password = newPassword();
  await credentials.setPasswordHash(await hashPassword(password));
  return password;
}

/** The built client beside the built server; in development, one that is built on the fly and reloads itself. */
async function client(server: Server): Promise<Client> {
  if (development) {
    const { developmentClient } = await import("./development-client.ts");
    return developmentClient(server);
  }
  const here = fileURLToPath(new URL(".", import.meta.url));
  const built = [join(here, "../client"), join(here, "../dist/client")];
  const directory = built.find((candidate) => existsSync(join(candidate, "assets")));
  return directory === undefined ? { kind: "none" } : { kind: "files", directory };
}
