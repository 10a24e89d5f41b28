import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StorageError } from "../../../server/ports/storage-error.ts";
import { NotesPen } from "../../../server/rehearsal/notes-pen.ts";
import { ACTING_MS, RobotClass } from "../../../server/rehearsal/robot-class.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { ACTS_A_MINUTE, type Pace } from "../../../shared/protocol/rehearsal.ts";
import { hostsOn } from "../../support/host/hosts-on.ts";
import { newId } from "../../support/new-id.ts";
import { actor, CREATE, OPENING } from "../../support/sample/sample-session.ts";

const MINUTE_MS = 60_000;
const STEP_MS = 100;

// Hosts go on by immediates, which stay real.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A class in a session of its own, with a clock that goes on when the test says so. */
async function classAt(pace: Pace, storeIsThere: () => Promise<void> = async () => undefined) {
  const storage = openMemoryStorage();
  const append = async (batch: Parameters<typeof storage.journal.append>[0]) => {
    if (hasBegun) await storeIsThere();
    return storage.journal.append(batch);
  };
  const hosts = hostsOn({ ...storage.journal, append });
  let hasBegun = false;
  let now = 1_000_000;
  for (const move of OPENING.slice(0, 1)) await hosts.create(move.actor, CREATE);
  const host = await hosts.open(CREATE.sessionId);
  for (const move of OPENING.slice(1)) await host?.submit(move.actor, newId(), move.command);
  const pen = new NotesPen({ store: storage.notes, write: async () => undefined });
  const here = new Set<string>();
  const enter = (personId: string) => {
    here.add(personId);
    return () => here.delete(personId);
  };
  const parts = {
    enter,
    open: async () => {
      await storeIsThere();
      return hosts.open(CREATE.sessionId);
    },
    pen,
    clock: () => now,
    newId,
    log: () => undefined,
  };
  const robots = new RobotClass(parts, { pace, people: null, seed: 4 });
  hasBegun = true;
  await robots.begin();
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += STEP_MS) {
      now += STEP_MS;
      vi.advanceTimersByTime(STEP_MS);
      // What an act sets off ends within a few turns of the loop.
      for (let turn = 0; turn < 8; turn += 1) await new Promise((resume) => setImmediate(resume));
    }
  };
  return { robots, hosts, host, storage, here, pass };
}

test("[E2] a class acts as often as its pace says, waits while it is paused, and goes on", async () => {
  const { robots, pass } = await classAt("fast");
  const inMinutes = async (minutes: number) => {
    const before = robots.acts;
    await pass(minutes * MINUTE_MS);
    return (robots.acts - before) / minutes;
  };
  // Now and then nobody of so small a class has anything to do.
  const isAt = (count: number, pace: Pace) => {
    expect(count / ACTS_A_MINUTE[pace], pace).toBeLessThan(1.25);
    expect(count / ACTS_A_MINUTE[pace], pace).toBeGreaterThan(0.5);
  };
  isAt(await inMinutes(1), "fast");
  robots.setPace("slow");
  isAt(await inMinutes(4), "slow");
  robots.pause();
  expect(await inMinutes(2)).toBe(0);
  robots.resume();
  isAt(await inMinutes(4), "slow");
});

test("[E2] one act is done before the next, and ending waits for it, whatever is set meanwhile", async () => {
  let [isSlow, underWay, most] = [false, 0, 0];
  let goOn: () => void = () => undefined;
  const storeIsThere = async () => {
    if (!isSlow) return;
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise<void>((resume) => {
      goOn = resume;
    });
    underWay -= 1;
  };
  const { robots, pass } = await classAt("fast", storeIsThere);
  isSlow = true;
  await pass(5_000);
  robots.setPace("normal");
  await pass(10_000);
  robots.pause();
  robots.resume();
  await pass(10_000);
  expect(most).toBe(1);
  let hasEnded = false;
  const ending = robots.stop().then(() => {
    hasEnded = true;
  });
  await pass(1_000);
  expect(hasEnded).toBe(false);
  isSlow = false;
  goOn();
  await ending;
  expect(underWay).toBe(0);
});

test.each([
  ["session cannot be read", 1],
  ["first acts cannot be stored", 2],
])("[E2] a class whose %s comes in once the disk is there again", async (_what, from) => {
  let [asked, isDown] = [0, true];
  const storeIsThere = async () => {
    asked += 1;
    if (isDown && asked >= from) throw new StorageError("the disk is full", { retryable: true });
  };
  const { robots, host, here, pass } = await classAt("fast", storeIsThere);
  await pass(5_000);
  isDown = false;
  const arrived = () => [...(host?.state.all("person") ?? [])].filter(({ arrivedAt }) => arrivedAt !== null);
  expect(arrived()).toEqual([]);
  await pass(5_000);
  expect(here.size).toBeGreaterThan(5);
  expect(arrived().length).toBe(here.size);
  expect(robots.activity).toBe("running");
});

test("[E5] it ends by itself with the hour, paused or not, and does nothing after", async () => {
  const { robots, here, pass } = await classAt("slow");
  expect(here.size).toBeGreaterThan(5);
  robots.pause();
  await pass(ACTING_MS);
  expect(robots.activity).toBe("ended");
  expect(here.size).toBe(0);
  const { acts } = robots;
  robots.resume();
  await pass(MINUTE_MS);
  expect(robots).toMatchObject({ activity: "ended", acts, endsAt: null });
});

test("[E5] it ends where its session is sealed or gone", async () => {
  const sealed = await classAt("fast");
  await sealed.host?.submit(actor("organiser"), newId(), { type: "session.seal" });
  await sealed.pass(5_000);
  expect(sealed.robots.activity).toBe("sealed");
  const gone = await classAt("fast");
  await gone.hosts.forget(CREATE.sessionId, () => gone.storage.forget(CREATE.sessionId));
  await gone.pass(5_000);
  expect(gone.robots.activity).toBe("ended");
});
