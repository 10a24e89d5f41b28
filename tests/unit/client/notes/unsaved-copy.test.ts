import { describe, expect, test } from "vitest";
import { UnsavedCopy } from "../../../../client/features/notes/unsaved-copy.ts";
import { memoryLocalStorage } from "../../../support/memory-local-storage.ts";

const LIVES = [{ lifeId: "0123456789abcdef0123456789abcdef", seq: 17 }];
const OWNER = { sessionId: "s1", roomId: "r1", actorId: "p1" };

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("UnsavedCopy", () => {
  test("what one document kept, the next one of the same owner takes over, and clears once it is saved", () => {
    const storage = memoryLocalStorage();
    new UnsavedCopy(storage, OWNER, "1").keep(bytes(1, 2, 255), LIVES);
    const next = new UnsavedCopy(storage, OWNER, "2");
    expect(next.take()).toEqual([{ update: bytes(1, 2, 255), lives: LIVES }]);
    next.clear();
    expect(storage.length).toBe(0);
  });

  test("taking leaves the copy where it is until it is saved elsewhere", () => {
    const storage = memoryLocalStorage();
    new UnsavedCopy(storage, OWNER, "1").keep(bytes(7), LIVES);
    new UnsavedCopy(storage, OWNER, "2").take();
    expect(new UnsavedCopy(storage, OWNER, "3").take()).toEqual([{ update: bytes(7), lives: LIVES }]);
  });

  test("another person, room or session never gets it", () => {
    const storage = memoryLocalStorage();
    new UnsavedCopy(storage, OWNER, "1").keep(bytes(7), LIVES);
    for (const other of [{ actorId: "p2" }, { roomId: "r2" }, { sessionId: "s2" }]) {
      expect(new UnsavedCopy(storage, { ...OWNER, ...other }, "1").take()).toEqual([]);
    }
  });

  test("what another open document has written since is not cleared", () => {
    const storage = memoryLocalStorage();
    const open = new UnsavedCopy(storage, OWNER, "1");
    open.keep(bytes(1), LIVES);
    const next = new UnsavedCopy(storage, OWNER, "2");
    next.take();
    open.keep(bytes(1, 2), LIVES);
    next.clear();
    expect(new UnsavedCopy(storage, OWNER, "3").take()).toEqual([{ update: bytes(1, 2), lives: LIVES }]);
  });

  test("no room on this machine is said, not thrown", () => {
    const copy = new UnsavedCopy(memoryLocalStorage(5), OWNER, "1");
    expect(copy.keep(bytes(1, 2, 3, 4, 5), [])).toBe(false);
    expect(copy.keep(bytes(1), [])).toBe(true);
  });

  test("a copy that cannot be read is left out and kept", () => {
    const storage = memoryLocalStorage();
    storage.setItem("yantao.notes.s1.r1.p1.1", "%%%");
    new UnsavedCopy(storage, OWNER, "2").keep(bytes(9), LIVES);
    const next = new UnsavedCopy(storage, OWNER, "3");
    expect(next.take()).toEqual([{ update: bytes(9), lives: LIVES }]);
    next.clear();
    expect(storage.getItem("yantao.notes.s1.r1.p1.1")).toBe("%%%");
  });
});
