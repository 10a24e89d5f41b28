import { describe, expect, test } from "vitest";
import { HostRegistry } from "../../../server/host/host-registry.ts";
import type { SessionHost } from "../../../server/host/session-host.ts";
import type { Audience } from "../../../server/ports/audience.ts";
import type { Journal } from "../../../server/ports/journal.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { actorId } from "../../../shared/domain/actor.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";
import type { LaneChanges } from "../../../shared/protocol/lanes.ts";
import { newId } from "../../support/new-id.ts";
import { actor, CREATE, OPENING, personId, ROOMS } from "../../support/sample/sample-session.ts";

interface Told {
  readonly audience: Audience;
  readonly resets: (readonly string[] | "everyone")[];
}

function audience(changes: Audience["changes"] = () => undefined): Told {
  const resets: Told["resets"] = [];
  return {
    resets,
    audience: {
      changes,
      reset: (_sessionId, who) => void resets.push(who),
      stored: () => undefined,
      signOut: async () => undefined,
      notesAccessChanged: () => undefined,
    },
  };
}

type Log = (message: string, details: object) => void;

function registry(journal: Journal, told: Told, log: Log = () => undefined): HostRegistry {
  return new HostRegistry({
    journal,
    audience: told.audience,
    clock: () => 1_000_000,
    newId,
    log,
    commitIntervalMs: 0,
  });
}

async function hostOn(journal: Journal, told: Told, log?: Log): Promise<SessionHost> {
  const host = await registry(journal, told, log).open(CREATE.sessionId);
  if (host === null) throw new Error("no host");
  return host;
}

async function openedSession(): Promise<Journal> {
  const { journal } = openMemoryStorage();
  const hosts = registry(journal, audience());
  await hosts.create({ kind: "organiser" }, CREATE);
  const host = await hosts.open(CREATE.sessionId);
  for (const move of OPENING.slice(1)) await host?.submit(move.actor, newId(), move.command);
  return journal;
}

function ask(questionId = newId()): CommandOf<"question.ask"> {
  return { type: "question.ask", questionId, roomId: ROOMS.plenary, text: "二审由谁负责" };
}

describe("a host whose journal another one has moved on", () => {
  test("[C3] answers a repeat of what the other stored as the other did, and does the rest of the batch", async () => {
    const journal = await openedSession();
    const [one, other] = [await hostOn(journal, audience()), await hostOn(journal, audience())];
    const [command, commandId] = [ask(), newId()];
    const first = await one.submit(actor("asker"), commandId, command);
    expect(first).toMatchObject({ ok: true });
    const [repeat, innocent] = await Promise.all([
      other.submit(actor("asker"), commandId, command),
      other.submit(actor("neighbour"), newId(), ask()),
    ]);
    expect(repeat).toEqual(first);
    expect(innocent).toMatchObject({ ok: true });
    expect([...other.state.all("question")]).toHaveLength(2);
  });

  test("[J4] [J5] goes on as it was: who follows it is told what the other did, and nobody is reset", async () => {
    const journal = await openedSession();
    const all: LaneChanges[] = [];
    const told = audience((_sessionId, changes) => void all.push(...changes));
    const [one, other] = [await hostOn(journal, audience()), await hostOn(journal, told)];
    const [life, before] = [other.hostId, other.state.head];
    const rename = (name: string) => ({ type: "room.rename", roomId: ROOMS.first, name }) as const;
    await one.submit(actor("organiser"), newId(), rename("甲组"));
    const close = { type: "room.close", roomId: ROOMS.second } as const;
    expect(await other.submit(actor("organiser"), newId(), close)).toEqual({ ok: true, rev: before + 2 });
    expect(told.resets).toEqual([]);
    expect(other.hostId).toBe(life);
    expect(all.map(({ lane, from, to, put }) => [lane, from, to, put.map(({ id }) => id)])).toEqual([
      ["everyone", before, before + 1, [`room:${ROOMS.first}`]],
      ["everyone", before + 1, before + 2, [`room:${ROOMS.second}`]],
    ]);
    const viewer = { actor: actor("organiser"), follows: [] };
    const missed = other.lanesSince(viewer, { everyone: before }).find(({ lane }) => lane === "everyone");
    expect(missed).toMatchObject({ from: before, to: before + 2 });
  });

  test("[J5] resets whom the other moved, and no one else", async () => {
    const journal = await openedSession();
    const told = audience();
    const [one, other] = [await hostOn(journal, audience()), await hostOn(journal, told)];
    const moved = personId("asker");
    await one.submit(actor("organiser"), newId(), {
      type: "person.move",
      personId: moved,
      roomId: ROOMS.second,
    });
    await other.catchUp(one.state.head);
    expect(told.resets).toEqual([[moved]]);
    expect(other.headHash).toBe(one.headHash);
  });

  test.each([
    ["tells what came after a head", {}],
    ["loads the whole session", { since: async () => null }],
  ])("[J4] takes what the other removed out of its lanes, where the store %s", async (_how, told) => {
    const journal = await openedSession();
    const all: LaneChanges[] = [];
    const audienceOfOther = audience((_sessionId, changes) => void all.push(...changes));
    const one = await hostOn(journal, audience());
    const other = await hostOn({ ...journal, ...told }, audienceOfOther);
    const { questionId, ...asked } = ask();
    await one.submit(actor("asker"), newId(), { questionId, ...asked });
    await one.submit(actor("moderator"), newId(), { type: "question.approve", questionId });
    const support = (on: boolean) =>
      one.submit(actor("neighbour"), newId(), { type: "question.support", questionId, on });
    await support(true);
    await other.catchUp(one.state.head);
    const recordId = `support:${questionId}:${personId("neighbour")}`;
    expect(other.state.get(recordId)).toBeDefined();
    await support(false);
    all.length = 0;
    await other.catchUp(one.state.head);
    expect(other.state.get(recordId)).toBeUndefined();
    expect(all.flatMap(({ remove }) => remove)).toEqual([recordId]);
    expect(audienceOfOther.resets).toEqual([]);
  });

  test("refuses only on the newest state", async () => {
    const journal = await openedSession();
    const [one, other] = [await hostOn(journal, audience()), await hostOn(journal, audience())];
    const asked = ask();
    await one.submit(actor("asker"), newId(), asked);
    const approve = { type: "question.approve", questionId: asked.questionId } as const;
    expect(await other.submit(actor("moderator"), newId(), approve)).toMatchObject({ ok: true });
  });

  test("told of a head that is not there, or while the store cannot be read, goes on as it was", async () => {
    const journal = await openedSession();
    let isDown = false;
    const since: Journal["since"] = (sessionId, head) =>
      isDown ? Promise.reject(new Error("the disk is gone")) : journal.since(sessionId, head);
    const logged: string[] = [];
    const one = await hostOn(journal, audience());
    const other = await hostOn({ ...journal, since }, audience(), (message) => void logged.push(message));
    await other.catchUp(other.state.head + 50);
    await one.submit(actor("asker"), newId(), ask());
    isDown = true;
    await other.catchUp(one.state.head);
    expect(logged).toEqual(["not caught up"]);
    expect(other.state.count("question")).toBe(0);
    isDown = false;
    await other.catchUp(one.state.head);
    expect(other.state.count("question")).toBe(1);
  });
});

test("what lists show is stored with the batch that changes it, and with no other", async () => {
  const journal = await openedSession();
  const stored: (object | undefined)[] = [];
  const append: Journal["append"] = (batch) => {
    stored.push(batch.overview);
    return journal.append(batch);
  };
  const host = await hostOn({ ...journal, append }, audience());
  const asked = ask();
  await host.submit(actor("asker"), newId(), asked);
  await host.submit(actor("moderator"), newId(), { type: "question.approve", questionId: asked.questionId });
  const support = { type: "question.support", questionId: asked.questionId, on: true } as const;
  for (const who of ["neighbour", "leader", "stranger"] as const)
    expect(await host.submit(actor(who), newId(), support)).toMatchObject({ ok: true });
  expect(stored).toEqual(Array(5).fill(undefined));
  await host.submit({ kind: "system" }, newId(), { type: "person.arrive", personId: personId("asker") });
  expect(stored.at(-1)).toMatchObject({ people: 13, arrived: 1, rooms: 3 });
  expect(await journal.sessions()).toEqual([
    { sessionId: CREATE.sessionId, overview: stored.at(-1), openedAt: null },
  ]);
});

describe("a host that cannot tell", () => {
  test("[C1] [C3] answers what is stored as stored, and everybody fetches anew", async () => {
    const journal = await openedSession();
    let isBroken = true;
    const logged: string[] = [];
    const told = audience(() => {
      if (isBroken) throw new Error("no way out");
    });
    const host = await hostOn(journal, told, (message) => void logged.push(message));
    const life = host.hostId;
    const [command, commandId] = [ask(), newId()];
    const first = await host.submit(actor("asker"), commandId, command);
    expect(first).toMatchObject({ ok: true });
    expect((await journal.load(CREATE.sessionId))?.head).toBe(host.state.head);
    expect(told.resets).toContain("everyone");
    expect(host.hostId).not.toBe(life);
    expect(logged).toEqual(["changes not sent"]);
    expect(await host.submit(actor("asker"), commandId, command)).toEqual(first);
    isBroken = false;
    expect(await host.submit(actor("asker"), newId(), ask())).toMatchObject({ ok: true });
  });
});

/** `journal`, in which one record stands as an older version might have left it: without a field its judge reads. */
function withShortRecord(journal: Journal, recordId: string, field: string): Journal {
  return {
    ...journal,
    load: async (sessionId) => {
      const loaded = await journal.load(sessionId);
      if (loaded === null) return null;
      const records = loaded.records.map((record) => {
        if (record.id !== recordId) return record;
        const { [field]: _field, ...short } = record as typeof record & Record<string, unknown>;
        return short as unknown as typeof record;
      });
      return { ...loaded, records };
    },
  };
}

test("[C7] a command whose judging throws is answered by itself, and judged anew when it comes again", async () => {
  const journal = await openedSession();
  const logged: object[] = [];
  const host = await hostOn(
    withShortRecord(journal, "tally:this", "byNature"),
    audience(),
    (message, details) => void logged.push({ message, ...details }),
  );
  const { head } = host.state;
  const [poisonedId, asked] = [newId(), [newId(), newId()]];
  const poisoned = () => host.submit(actor("asker"), poisonedId, { ...ask(), nature: "pain" });
  const internal = { ok: false, error: { code: "internal", retryable: true } };
  const replies = await Promise.all([
    host.submit(actor("neighbour"), newId(), ask(asked[0])),
    poisoned(),
    host.submit(actor("asker"), newId(), ask(asked[1])),
  ]);
  expect(replies).toEqual([{ ok: true, rev: head + 1 }, internal, { ok: true, rev: head + 2 }]);
  const stored = await journal.load(CREATE.sessionId);
  expect(stored?.records.map(({ id }) => id)).toEqual(
    expect.arrayContaining(asked.map((id) => `question:${id}`)),
  );
  expect(logged).toEqual([expect.objectContaining({ message: "command not judged", type: "question.ask" })]);
  expect(await poisoned()).toEqual(internal);
  expect(logged).toHaveLength(2);
});

test("[C5] a host takes as many waiting commands as a full room can send, and asks the others to come again", async () => {
  const journal = await openedSession();
  const host = await hostOn(journal, audience());
  const replies = await Promise.all(
    Array.from({ length: 5_100 }, () => host.submit(actor("organiser"), newId(), ask())),
  );
  const refused = replies.filter((reply) => !reply.ok);
  expect(refused).toHaveLength(100);
  expect(new Set(refused.map((reply) => JSON.stringify(reply)))).toEqual(
    new Set(['{"ok":false,"error":{"code":"rate_limited","retryable":true}}']),
  );
});

test("[C2] a command is answered when those who asked are served, and the next batch waits for the others", async () => {
  const journal = await openedSession();
  const served: string[][] = [];
  const crowds: (() => void)[] = [];
  const told = audience();
  const changes: Audience["changes"] = (_sessionId, _changes, askers) => {
    served.push([...askers].sort());
    return new Promise((resolve) => crowds.push(resolve));
  };
  const host = await hostOn(journal, { ...told, audience: { ...told.audience, changes } });
  const both = [actor("asker"), actor("neighbour")];
  const replies = await Promise.all(both.map((one) => host.submit(one, newId(), ask())));
  expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
  const { head } = host.state;
  const next = host.submit(actor("asker"), newId(), ask());
  const settled = host.settled();
  // Turns of the loop in which a host that does not wait would have stored it.
  for (let turns = 0; turns < 50; turns += 1) await new Promise((turn) => setImmediate(turn));
  expect([host.state.head, served.length]).toEqual([head, 1]);
  crowds[0]?.();
  expect(await next).toMatchObject({ ok: true, rev: head + 1 });
  crowds[1]?.();
  await settled;
  expect(served).toEqual([both.map((one) => actorId(one)).sort(), [actorId(actor("asker"))]]);
});
