import { expect, test } from "vitest";
import { SessionList } from "../../../server/lobby/session-list.ts";
import { Rehearsals } from "../../../server/rehearsal/rehearsals.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { hostsOn } from "../../support/host/hosts-on.ts";
import { newId } from "../../support/new-id.ts";
import { actor, CREATE, OPENING } from "../../support/sample/sample-session.ts";

test("[E5] a class that is just being started as the server ends acts no more once it has ended", async () => {
  const storage = openMemoryStorage();
  let [isFull, goOn]: [boolean, () => void] = [false, () => undefined];
  const isFree = new Promise<void>((resume) => {
    goOn = resume;
  });
  const append = async (batch: Parameters<typeof storage.journal.append>[0]) => {
    if (isFull) await isFree;
    return storage.journal.append(batch);
  };
  const journal = { ...storage.journal, append };
  const log = () => undefined;
  const clock = () => 1_000_000;
  const hosts = hostsOn(journal);
  await hosts.create(actor("organiser"), CREATE);
  const host = await hosts.open(CREATE.sessionId);
  if (host === null) throw new Error("no session");
  for (const move of OPENING.slice(1)) await host.submit(move.actor, newId(), move.command);
  const here = new Set<string>();
  const rehearsals = new Rehearsals({
    hosts,
    sessions: new SessionList({ journal, log }),
    pen: { store: storage.notes, write: async () => undefined },
    presence: {
      enter: (_sessionId, personId) => {
        here.add(personId);
        return () => here.delete(personId);
      },
    },
    forget: async () => undefined,
    clock,
    newId,
    log,
  });
  isFull = true;
  const starting = rehearsals.start(host, { pace: "slow", people: null });
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resume) => setImmediate(resume));
  const closing = rehearsals.close();
  goOn();
  await closing;
  await starting;
  expect(here.size).toBe(0);
  expect((await rehearsals.of(CREATE.sessionId))?.activity).not.toBe("running");
});
