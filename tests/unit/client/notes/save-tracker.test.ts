import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SaveTracker } from "../../../../client/features/notes/save-tracker.ts";

describe("SaveTracker", () => {
  test("an untouched document has nothing unsaved", () => {
    const tracker = new SaveTracker();
    tracker.messageSent("step2");
    expect(tracker.hasUnsaved()).toBe(false);
  });

  test("an edit is saved once the message that carried it is on disk, not before", () => {
    const tracker = new SaveTracker();
    tracker.messageSent("step2");
    tracker.edited();
    tracker.messageSent("update");
    tracker.acknowledged(1);
    expect(tracker.hasUnsaved()).toBe(true);
    tracker.acknowledged(2);
    expect(tracker.hasUnsaved()).toBe(false);
  });

  test("an acknowledgement for several messages at once counts for all of them", () => {
    const tracker = new SaveTracker();
    tracker.messageSent("step2");
    for (let edit = 0; edit < 3; edit += 1) {
      tracker.edited();
      tracker.messageSent("update");
    }
    tracker.acknowledged(4);
    expect(tracker.hasUnsaved()).toBe(false);
  });

  test("an update sent before the connection's first step 2 may be dropped, so its acknowledgement proves nothing", () => {
    const tracker = new SaveTracker();
    tracker.edited();
    tracker.messageSent("update");
    tracker.acknowledged(1);
    expect(tracker.hasUnsaved()).toBe(true);
    tracker.messageSent("step2");
    tracker.acknowledged(2);
    expect(tracker.hasUnsaved()).toBe(false);
  });

  test("what was sent on a connection that broke is unsaved until the next one's step 2 is on disk", () => {
    const tracker = new SaveTracker();
    tracker.messageSent("step2");
    tracker.edited();
    tracker.messageSent("update");
    tracker.connectionChanged();
    tracker.acknowledged(2);
    expect(tracker.hasUnsaved()).toBe(true);
    tracker.messageSent("step2");
    tracker.acknowledged(1);
    expect(tracker.hasUnsaved()).toBe(false);
  });

  test("a step 2 of an earlier connection does not make an early update of the next one count", () => {
    const tracker = new SaveTracker();
    tracker.messageSent("step2");
    tracker.connectionChanged();
    tracker.edited();
    tracker.messageSent("update");
    tracker.acknowledged(1);
    expect(tracker.hasUnsaved()).toBe(true);
  });

  test("an edit made offline is unsaved", () => {
    const tracker = new SaveTracker();
    tracker.messageSent("step2");
    tracker.acknowledged(1);
    tracker.connectionChanged();
    tracker.edited();
    expect(tracker.hasUnsaved()).toBe(true);
  });

  test("whatever the order of edits, cuts, lost messages and acknowledgements: saved means every edit is on disk", () => {
    const step = fc.constantFrom("edit", "connect", "handshake", "store", "acknowledge", "cut");
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: "max" }), (steps) => {
        const tracker = new SaveTracker();
        let edits = 0;
        const onDisk = new Set<number>();
        /** `null`: offline. Messages hold the edits they bring; the server drops those that come before a step 2. */
        let line: { messages: number[][]; stored: number; greeted: boolean } | null = null;
        for (const what of steps) {
          if (what === "edit") {
            edits += 1;
            tracker.edited();
            if (line !== null) {
              line.messages.push(line.greeted ? [edits] : []);
              tracker.messageSent("update");
            }
          } else if (what === "connect" && line === null) {
            line = { messages: [], stored: 0, greeted: false };
            tracker.connectionChanged();
          } else if (what === "handshake" && line !== null) {
            line.greeted = true;
            line.messages.push(Array.from({ length: edits }, (_, index) => index + 1));
            tracker.messageSent("step2");
          } else if (what === "store" && line !== null) {
            for (const edit of line.messages[line.stored] ?? []) onDisk.add(edit);
            line.stored = Math.min(line.stored + 1, line.messages.length);
          } else if (what === "acknowledge" && line !== null) {
            tracker.acknowledged(line.stored);
          } else if (what === "cut") {
            line = null;
            tracker.connectionChanged();
          }
          if (!tracker.hasUnsaved()) expect(onDisk.size).toBe(edits);
        }
      }),
      { numRuns: 2_000, verbose: true },
    );
  });
});
