import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { SessionHost } from "../../../server/host/session-host.ts";
import { GENESIS_HASH } from "../../../server/ports/journal.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { SessionState } from "../../../shared/domain/state.ts";
import { newId } from "../../support/new-id.ts";
import { actor, CREATE, OPENING, personId, ROOMS } from "../../support/sample/sample-session.ts";

/** A host of the sample session, and what it tells its audience from here on. */
async function openHost(commitIntervalMs = 0) {
  const told: string[] = [];
  const host = new SessionHost(
    CREATE.sessionId,
    { state: SessionState.empty, hash: GENESIS_HASH, commands: [] },
    {
      journal: openMemoryStorage().journal,
      audience: {
        changes: (_sessionId, all) => void told.push(...all.map(({ lane }) => `changes to ${lane}`)),
        reset: (_sessionId, who) => told.push(`reset of ${who === "everyone" ? who : who.join()}`),
        stored: () => undefined,
        signOut: async () => undefined,
        notesAccessChanged: () => undefined,
      },
      clock: () => 1_000,
      newId,
      log: () => undefined,
      commitIntervalMs,
    },
  );
  for (const move of OPENING) await host.submit(move.actor, newId(), move.command);
  told.length = 0;
  return { host, told };
}

test("[J5] who is moved is taken out of the old lanes before anything of the same batch goes there", async () => {
  const { host, told } = await openHost();
  const moved = personId("asker");
  const replies = await Promise.all([
    host.submit(actor("organiser"), newId(), { type: "person.move", personId: moved, roomId: ROOMS.second }),
    host.submit(actor("organiser"), newId(), { type: "room.rename", roomId: ROOMS.first, name: "甲组" }),
  ]);
  expect(replies.every(({ ok }) => ok)).toBe(true);
  expect(told[0]).toBe(`reset of ${moved}`);
  expect(told.slice(1)).toContain("changes to everyone");
  expect(told.slice(1).every((what) => what.startsWith("changes"))).toBe(true);
});

test("[P1] [J5] who is given another side or duty joins anew, and who is told otherwise of does not", async () => {
  const { host, told } = await openHost();
  const update = (said: object) =>
    host.submit(actor("organiser"), newId(), { type: "person.update", personId: personId("asker"), ...said });
  await update({ seat: "1排2座", name: "郑文浩", post: "局长" });
  expect(told.filter((what) => what.startsWith("reset"))).toEqual([]);
  await update({ side: "observer" });
  await update({ duties: ["moderator"] });
  expect(told.filter((what) => what.startsWith("reset"))).toEqual([
    `reset of ${personId("asker")}`,
    `reset of ${personId("asker")}`,
  ]);
});

test("[C3] another's command under the same id is no repeat, and a refusal is repeated though it would pass now", async () => {
  const { host } = await openHost();
  const commandId = newId();
  const ask = () => ({ type: "question.ask", questionId: newId(), roomId: ROOMS.first, text: "问" }) as const;
  const first = await host.submit(actor("asker"), commandId, ask());
  const second = await host.submit(actor("neighbour"), commandId, ask());
  expect(second).toEqual({ ok: true, rev: host.state.head });
  expect(second).not.toEqual(first);
  expect(await host.submit(actor("asker"), commandId, ask())).toEqual(first);

  const refusedId = newId();
  await host.submit(actor("organiser"), newId(), { type: "room.close", roomId: ROOMS.first });
  const refused = await host.submit(actor("asker"), refusedId, ask());
  expect(refused).toMatchObject({ ok: false, error: { code: "room_closed" } });
  await host.submit(actor("organiser"), newId(), { type: "room.open", roomId: ROOMS.first });
  expect(await host.submit(actor("asker"), refusedId, ask())).toEqual(refused);
});

test("[C14] lone commands wait for nothing, and the commits of many come at their pace", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    let isOpen = false;
    const opening = openHost(40).finally(() => {
      isOpen = true;
    });
    while (!isOpen) {
      await vi.advanceTimersByTimeAsync(1_000);
      await setImmediate();
    }
    const { host } = await opening;
    const rename = (name: string) =>
      host.submit(actor("organiser"), newId(), { type: "room.rename", roomId: ROOMS.first, name });
    // The clock stands still, so that whoever waits for it is not answered.
    for (const name of ["甲组", "乙组", "丙组"]) expect(await rename(name)).toMatchObject({ ok: true });
    const { head } = host.state;
    const replies = Promise.all([rename("丁组"), rename("戊组")]);
    await vi.advanceTimersByTimeAsync(39);
    expect(host.state.head).toBe(head);
    await vi.advanceTimersByTimeAsync(1);
    expect(await replies).toEqual([
      { ok: true, rev: head + 1 },
      { ok: true, rev: head + 2 },
    ]);
  } finally {
    vi.useRealTimers();
  }
});
