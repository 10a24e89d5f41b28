import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LaneLog } from "../../../server/host/lane-log.ts";
import { LaneBytes } from "../../../server/sockets/lane-bytes.ts";
import type { RecordView } from "../../../shared/protocol/lanes.ts";

const RECORDS = 1_000;
const never = () => false;

function view(index: number, rev: number): RecordView {
  return { id: `question:${index}`, kind: "question", rev, text: `第 ${index} 问：二审由谁负责？` };
}

function fullLog(): LaneLog {
  const log = new LaneLog("everyone", 0);
  const all = Array.from({ length: RECORDS }, (_, index) => view(index, 1));
  log.advance(1, all, []);
  return log;
}

function textOf(pieces: readonly Buffer[] | null): string {
  return Buffer.concat(pieces ?? []).toString();
}

function unpacked(bytes: LaneBytes): unknown {
  return JSON.parse(inflateRawSync(Buffer.concat(bytes.packed ?? [])).toString());
}

test("[J6] whatever a lane goes through, its bytes and what the packed ones inflate to are the lane", () => {
  const move = fc.record({ put: fc.nat(RECORDS + 300), remove: fc.nat(RECORDS), asked: fc.boolean() });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      const log = fullLog();
      const bytes = new LaneBytes();
      for (const [at, { put, remove, asked }] of moves.entries()) {
        log.advance(at + 2, [view(put, at + 2)], [`question:${remove}`]);
        if (asked) bytes.takeIn(log.since(undefined), at % 2 === 0, never);
      }
      const whole = log.since(undefined);
      expect(bytes.takeIn(whole, true, never)).toBe(true);
      expect(textOf(bytes.json)).toBe(JSON.stringify(whole));
      expect(unpacked(bytes)).toEqual({ put: whole.put, remove: [] });
    }),
    { numRuns: 30 },
  );
});

test("a change makes anew the part it touches and no other, and what was handed out stays as it was", () => {
  const log = fullLog();
  const bytes = new LaneBytes();
  bytes.takeIn(log.since(undefined), true, never);
  const before = { json: bytes.json, packed: bytes.packed, text: textOf(bytes.json) };
  log.advance(2, [view(500, 2)], []);
  bytes.takeIn(log.since(undefined), true, never);
  const added = (now: readonly Buffer[], were: readonly Buffer[] | null) =>
    now.filter((piece) => were?.includes(piece) !== true).length;
  // Of the plain ones, what stands before the records as well.
  expect(added(bytes.json, before.json)).toBe(2);
  expect(added(bytes.packed ?? [], before.packed)).toBe(1);
  expect(textOf(before.json)).toBe(before.text);
});

test("what takes too long is gone on with in the next turn, and small lanes are not packed", () => {
  const log = fullLog();
  const bytes = new LaneBytes();
  let turns = 0;
  for (let done = false; !done; turns += 1) {
    let looks = 0;
    done = bytes.takeIn(log.since(undefined), true, () => {
      looks += 1;
      return looks > 3;
    });
  }
  expect(turns).toBeGreaterThan(3);
  expect(unpacked(bytes)).toMatchObject({ remove: [] });
  const small = new LaneLog("everyone", 0);
  small.advance(1, [view(1, 1)], []);
  const ofSmall = new LaneBytes();
  ofSmall.takeIn(small.since(undefined), true, never);
  expect(ofSmall.packed).toBeNull();
  expect(textOf(ofSmall.json)).toBe(JSON.stringify(small.since(undefined)));
});
