import { expect, test } from "vitest";
import { StorageError } from "../../../server/ports/storage-error.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { hostsOn } from "../../support/host/hosts-on.ts";
import { newId } from "../../support/new-id.ts";
import { actor, CREATE, OPENING } from "../../support/sample/sample-session.ts";

const UNKNOWN = { ok: false, error: { code: "session_unknown" } };

async function opened() {
  const storage = openMemoryStorage();
  const hosts = hostsOn(storage.journal);
  await hosts.create(actor("organiser"), CREATE);
  const host = await hosts.open(CREATE.sessionId);
  if (host === null) throw new Error("no session");
  for (const move of OPENING.slice(1)) await host.submit(move.actor, newId(), move.command);
  const submit = () => host.submit(actor("organiser"), newId(), { type: "topics.set", names: ["专项债"] });
  return { storage, hosts, host, submit };
}

test("[E3] what is under way is finished before a session is erased, and whoever holds it later is told it is unknown", async () => {
  const { storage, hosts, submit } = await opened();
  const before = submit();
  let during: unknown;
  await hosts.forget(CREATE.sessionId, async () => {
    expect(await storage.journal.head(CREATE.sessionId)).toMatchObject({ head: OPENING.length + 1 });
    during = await submit();
    expect(await hosts.open(CREATE.sessionId)).toBeNull();
    return storage.forget(CREATE.sessionId);
  });
  expect(await before).toMatchObject({ ok: true });
  expect(during).toMatchObject(UNKNOWN);
  expect(await submit()).toMatchObject(UNKNOWN);
  expect(await hosts.open(CREATE.sessionId)).toBeNull();
  expect(hosts.size).toBe(0);
});

test("[E3] a session that could not be erased is as it was, for those who hold it too", async () => {
  const { hosts, submit } = await opened();
  const full = new StorageError("the disk is full", { retryable: true });
  await expect(hosts.forget(CREATE.sessionId, () => Promise.reject(full))).rejects.toThrow(full);
  expect(await submit()).toMatchObject({ ok: true });
  expect((await hosts.open(CREATE.sessionId))?.state.count("topics")).toBe(1);
});
