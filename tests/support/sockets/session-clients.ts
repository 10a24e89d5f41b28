import { onTestFinished } from "vitest";
import type { MachineClocks } from "../../../client/sync/server-clock.ts";
import { SessionClient } from "../../../client/sync/session-client.ts";
import { MemoryStorage } from "../memory-storage.ts";
import { waitUntil } from "../wait-until.ts";

interface Entry {
  readonly sessionId: string;
  readonly url: string;
  readonly token: string;
  readonly actorId: string;
  readonly storage?: MemoryStorage;
  readonly clocks?: MachineClocks;
}

/** The product's own client, started; stopped when the test is over. */
export function enterSession(entry: Entry): SessionClient {
  const client = new SessionClient({ signals: new EventTarget(), storage: new MemoryStorage(), ...entry });
  client.connection.start();
  onTestFinished(() => client.connection.stop());
  return client;
}

/** Resolves once it has joined; generous for a busy machine. */
export function online(client: SessionClient): Promise<true> {
  return waitUntil(() => client.connection.snapshot().status === "online", {
    deadlineMs: 20_000,
    what: "online",
  });
}
