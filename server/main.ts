import "./fit-node.ts";
import { randomFillSync } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { makeIdFactory } from "../shared/protocol/ids.ts";
import { listAddresses } from "./addresses.ts";
import { type App, createApp } from "./app.ts";
import type { DemoSeat } from "./demo/seed-demo.ts";
import { shippedFonts } from "./documents/pdf/fonts/shipped-fonts.ts";
import { systemFontFolders } from "./documents/pdf/fonts/system-fonts.ts";
import { type Environment, parseEnvironment, SettingError } from "./environment.ts";
import type { Client } from "./http/parts.ts";
import { preparePassword } from "./identity/organiser-password.ts";
import { Pins } from "./identity/pins.ts";
import { checkSecret, fingerprintOf, hasSecret, prepareSecret } from "./identity/secret-file.ts";
import type { Storage } from "./ports/storage.ts";
import { dataTrouble, listenTrouble } from "./start-trouble.ts";
import { stopOnSignal } from "./stop-on-signal.ts";
import { inspectFolder } from "./storage/sqlite/inspect-folder.ts";
import { lockFolder } from "./storage/sqlite/lock-folder.ts";
import { openSqliteStorage } from "./storage/sqlite/open-sqlite-storage.ts";
import { printWelcome } from "./welcome.ts";

/** Asked for and not imported: an import reads every export, and that of `WebSocket` brings a client's library of some megabytes. */
const { createServer } = process.getBuiltinModule("node:http");
/** Commands that come within this time share one commit, one fsync and one broadcast. */
const COMMIT_INTERVAL_MS = 40;

const environment = readEnvironment();
/**
 * `--dev`: pages are built on the fly; `--demo`: a throw-away data folder with the demo class in it; `--new-secret`: one is
 * made for the data where theirs is lost.
 */
const development = process.argv.includes("--dev");
const demo = process.argv.includes("--demo");
const newSecret = process.argv.includes("--new-secret");
const logger = pino({ level: environment.LOG_LEVEL });
const log = (message: string, entry: { error?: unknown } & object = {}) => {
  const { error, ...details } = entry;
  if (error === undefined) logger.info(details, message);
  else logger.error({ ...details, err: error }, message);
};

try {
  await start();
} catch (error) {
  if (error instanceof SettingError) process.stderr.write(`${error.message}\n`);
  else logger.fatal({ err: error }, "could not start");
  process.exit(1);
}

async function start(): Promise<void> {
  const directory = demo ? mkdtempSync(join(tmpdir(), "yantao-demo-")) : environment.DATA_DIR;
  const data = await openData(directory);
  try {
    await serve(data);
  } catch (error) {
    await data.close();
    throw error;
  }
}

interface Data {
  readonly directory: string;
  readonly secret: Buffer;
  readonly storage: Storage;
  close(): Promise<void>;
}

/**
 * Opens what is kept, for this process alone. A first start makes the database and what tells its secret from others
 * before the secret itself, so that a cut at any moment leaves nothing that the next start would take for lost data.
 */
async function openData(directory: string): Promise<Data> {
  try {
    const unlock = await lockFolder(directory);
    const isBesideSecret = await hasSecret(directory);
    const found = inspectFolder(directory, { hasSecret: isBesideSecret });
    const { bytes: secret, keep } = await prepareSecret(directory, { mayMake: found.isNew || newSecret });
    if (isBesideSecret) checkSecret(directory, secret, found.secretFingerprint);
    const storage = await openSqliteStorage({ directory, log, onDeath: endWithThread });
    const fingerprint = fingerprintOf(secret);
    if ((await storage.credentials.secretFingerprint()) !== fingerprint)
      await storage.credentials.setSecretFingerprint(fingerprint);
    await keep();
    const close = async () => {
      await storage.close();
      unlock();
      // Windows may hold a file for a moment after it was closed.
      if (demo) rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    };
    return { directory, secret, storage, close };
  } catch (error) {
    throw dataTrouble(error, directory);
  }
}

/** Without its database a server would go on in the void; ended, it is started again by whoever watches it. */
function endWithThread(thread: string, reason: string): void {
  logger.fatal({ thread, reason }, "database thread died");
  process.exit(1);
}

async function serve({ directory, secret, storage, close }: Data): Promise<void> {
  const password = await preparePassword(storage.credentials, environment.ORGANISER_PASSWORD);
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
    fontPlaces: {
      configured: environment.FONTS_DIR ?? null,
      system: systemFontFolders(process.platform, process.env),
      shipped: shippedFonts(),
    },
    client: await client(server),
    incomingFolder: join(directory, "incoming"),
    commitIntervalMs: COMMIT_INTERVAL_MS,
  });
  const seats = demo ? await seedSeats(app, storage, secret, newId) : [];
  stopOnSignal(async () => {
    await app.close();
    await close();
  });
  giveBackMemory();
  await listen(server);
  app.tokens.ended(await password.store());
  const addresses = listAddresses(environment.HOST, boundPort(server));
  printWelcome({ addresses, password: password.told, seats, out: process.stdout });
}

/**
 * Gives back what starting left, while nobody waits. Told where the garbage ends, V8 also collects as the meeting grows, where
 * it would put its first full collection off. Without `--expose-gc` it does nothing.
 */
function giveBackMemory(): void {
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
}

async function listen(server: Server): Promise<void> {
  server.listen(environment.PORT, environment.HOST);
  try {
    await once(server, "listening");
  } catch (error) {
    throw listenTrouble(error, environment);
  }
}

async function seedSeats(
  app: App,
  storage: Storage,
  secret: Buffer,
  newId: () => string,
): Promise<DemoSeat[]> {
  const { seedDemo } = await import("./demo/seed-demo.ts");
  const { seedSecondEvening } = await import("./demo/second-evening/seed-second-evening.ts");
  const pins = new Pins(secret, storage.credentials);
  const demoClass = await seedDemo({ hosts: app.hosts, notes: storage.notes, pins, clock: Date.now, newId });
  await seedSecondEvening({ journal: storage.journal, notes: storage.notes, clock: Date.now, newId, log });
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
