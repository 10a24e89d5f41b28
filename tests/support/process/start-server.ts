import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type App, createApp } from "../../../server/app.ts";
import type { SlowClientLimits } from "../../../server/connections/backlog.ts";
import type { ConnectionLimits } from "../../../server/connections/connection-limits.ts";
import type { FontPlaces } from "../../../server/documents/pdf/fonts/font-places.ts";
import type { ExportLimits } from "../../../server/exports/export-tasks.ts";
import type { Client } from "../../../server/http/parts.ts";
import { hashPassword } from "../../../server/identity/passwords.ts";
import type { VersionLimits } from "../../../server/notes/versions/version-limits.ts";
import type { Storage } from "../../../server/ports/storage.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { newId } from "../new-id.ts";
import { PASSWORD } from "../password.ts";
import { SHIPPED_ONLY } from "../sample/shipped-font-places.ts";
import { tempDirectory } from "../temp-directory.ts";

export interface TestServer {
  readonly app: App;
  readonly storage: Storage;
  readonly url: string;
  readonly directory: string;
  readonly logged: { message: string; details: object }[];
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Data of an earlier server, to start on again. */
  readonly directory?: string;
  readonly secret?: Buffer;
  readonly clock?: () => number;
  readonly commitIntervalMs?: number;
  readonly port?: number;
  readonly client?: Client;
  readonly slowClientLimits?: SlowClientLimits;
  readonly idleHostMs?: number;
  readonly connectionLimits?: Partial<ConnectionLimits>;
  readonly versionLimits?: Partial<VersionLimits>;
  readonly exportLimits?: Partial<ExportLimits>;
  readonly tokenSweepMs?: number;
  /** None but the shipped fonts when absent. */
  readonly fontPlaces?: FontPlaces;
}

/** Made once: it takes long on purpose. */
let passwordHash: Promise<string> | undefined;

/** A real server on a real SQLite file, listening on 127.0.0.1; stopped when the test is over. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const directory = options.directory ?? (await tempDirectory());
  const logged: TestServer["logged"] = [];
  const log = (message: string, details: object = {}) => {
    logged.push({ message, details });
  };
  const storage = await openSqliteStorage({ directory, log });
  if ((await storage.credentials.passwordHash()) === null) {
    passwordHash ??= hashPassword(PASSWORD);
    await storage.credentials.setPasswordHash(await passwordHash);
  }
  const server = createServer();
  const app = createApp({
    server,
    storage,
    secret: options.secret ?? TEST_SECRET,
    clock: options.clock ?? Date.now,
    newId,
    log,
    addresses: () => [],
    fontPlaces: options.fontPlaces ?? SHIPPED_ONLY,
    client: options.client ?? { kind: "none" },
    incomingFolder: join(directory, "incoming"),
    commitIntervalMs: options.commitIntervalMs ?? 0,
    ...(options.tokenSweepMs !== undefined && { tokenSweepMs: options.tokenSweepMs }),
    ...(options.slowClientLimits !== undefined && { slowClientLimits: options.slowClientLimits }),
    ...(options.idleHostMs !== undefined && { idleHostMs: options.idleHostMs }),
    ...(options.connectionLimits !== undefined && { connectionLimits: options.connectionLimits }),
    ...(options.exportLimits !== undefined && { exportLimits: options.exportLimits }),
    ...(options.versionLimits !== undefined && { versionLimits: options.versionLimits }),
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= app.close().then(() => storage.close());
    return stopped;
  };
  onTestFinished(stop);
  return { app, storage, url, directory, logged, stop };
}

const TEST_SECRET = randomBytes(32);
