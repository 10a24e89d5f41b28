import { describe, expect, test } from "vitest";
import { LaneLog } from "../../../server/host/lane-log.ts";
import type { RecordView } from "../../../shared/protocol/lanes.ts";

function view(id: string, rev: number): RecordView {
  return { id, kind: "room", rev };
}

function logged(): LaneLog {
  const log = new LaneLog("everyone", 10);
  log.advance(12, [view("room:a", 12)], []);
  log.advance(15, [view("room:b", 14), view("room:a", 15)], []);
  log.advance(16, [], ["room:b"]);
  return log;
}

describe("[J2] what somebody who comes back is missing", () => {
  test("nothing at the lane's own rev", () => {
    expect(logged().since(16)).toEqual({ lane: "everyone", from: 16, to: 16, put: [], remove: [] });
  });

  test("the changes since, in one", () => {
    expect(logged().since(12)).toEqual({
      lane: "everyone",
      from: 12,
      to: 16,
      put: [view("room:a", 15)],
      remove: ["room:b"],
    });
  });

  test("what was taken away and came again is there", () => {
    const log = logged();
    log.advance(17, [view("room:b", 17)], []);
    expect(log.since(15)).toEqual({
      lane: "everyone",
      from: 15,
      to: 17,
      put: [view("room:b", 17)],
      remove: [],
    });
  });

  test("the whole lane for who has nothing, is ahead, or was never at a border of changes", () => {
    const whole = { lane: "everyone", from: null, to: 16, put: [view("room:a", 15)], remove: [] };
    for (const have of [undefined, 99, 13, 9]) expect(logged().since(have)).toEqual(whole);
  });

  test("the whole lane for who was away longer than changes are kept", () => {
    const log = new LaneLog("everyone", 0);
    for (let rev = 1; rev <= 300; rev += 1) log.advance(rev, [view("room:a", rev)], []);
    expect(log.since(50).from).toBeNull();
    expect(log.since(250).from).toBe(250);
  });

  test("the same object for everybody who needs the whole", () => {
    const log = logged();
    expect(log.since(undefined)).toBe(log.since(undefined));
  });
});
