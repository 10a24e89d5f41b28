import { describe, expect, test } from "vitest";
import { fillAddress } from "../../../../client/features/documents/setup/fill-address.ts";
import {
  changedRedHead,
  isRedHeadReady,
  readRedHeadDraft,
  redHeadOf,
  redHeadValues,
} from "../../../../client/features/documents/setup/red-head-values.ts";
import { EMPTY_RED_HEAD } from "../../../../shared/domain/documents/records.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { RED_HEAD } from "../../../support/sample/minutes-evening.ts";

const circumstances = {
  sessionId: "s",
  isOrganiser: false,
  isSealed: false,
  roomOf: (speechId: string) => (speechId === "known" ? "first" : undefined),
};

describe("[X12] where a gap is filled in", () => {
  test.each([
    [{ at: "session" }, "organiser"],
    [{ at: "roster" }, "organiser"],
    [{ at: "redHead" }, "redHead"],
    [{ at: "question", id: "q&1" }, "/s/s/console?question=q%261"],
    [{ at: "ledger", id: "f" }, "/s/s/ledger?row=f"],
    [{ at: "speech", id: "known" }, "/s/s/console?tab=speaking&room=first"],
    [{ at: "speech", id: "gone" }, "/s/s/console?tab=speaking&room="],
    [{ at: "room", id: "first" }, "/s/s/console?tab=notes&room=first"],
  ] as const)("%o: %s", (place, address) => {
    expect(fillAddress(place, circumstances)).toBe(address);
  });

  test("the organiser goes there, and once the session is sealed only the ledger and the red head are left", () => {
    const organiser = { ...circumstances, isOrganiser: true };
    expect(fillAddress({ at: "session" }, organiser)).toBe("/organiser/s?step=info");
    expect(fillAddress({ at: "person", id: "p" }, organiser)).toBe("/organiser/s?step=roster");
    const sealed = { ...organiser, isSealed: true };
    expect(fillAddress({ at: "session" }, sealed)).toBe("sealed");
    expect(fillAddress({ at: "question", id: "q" }, sealed)).toBe("sealed");
    expect(fillAddress({ at: "ledger", id: "f" }, sealed)).toBe("/s/s/ledger?row=f");
    expect(fillAddress({ at: "redHead" }, sealed)).toBe("redHead");
  });
});

describe("the form of a red head", () => {
  test("says what was changed and no more, empty as not known, a unit a line", () => {
    const before = redHeadValues(RED_HEAD);
    expect(before).toMatchObject({ serial: "第3期", issuedOn: "2026-02-03" });
    const values = { ...before, serial: " ", issuedOn: "2026-02-04", copyTo: "市委办公室\n\n 市人大 " };
    expect(redHeadOf(changedRedHead(before, values))).toEqual({
      serial: null,
      issuedOn: Date.UTC(2026, 1, 3, 16),
      copyTo: ["市委办公室", "市人大"],
    });
    expect(changedRedHead(before, before)).toEqual({});
    expect(redHeadOf({ issuedOn: "" })).toEqual({ issuedOn: null });
  });

  test("is not sent with what would be refused", () => {
    const empty = redHeadValues(EMPTY_RED_HEAD);
    expect(isRedHeadReady(empty)).toEqual({ copies: 0, isReady: true });
    expect(isRedHeadReady({ ...empty, sign: "长".repeat(LIMITS.redHeadLineMaxChars + 1) }).isReady).toBe(
      false,
    );
    const many = Array.from({ length: LIMITS.copyToMax + 1 }, (_, at) => `单位${at}`).join("\n");
    expect(isRedHeadReady({ ...empty, copyTo: many })).toEqual({
      copies: LIMITS.copyToMax + 1,
      isReady: false,
    });
  });

  test("a draft that cannot be read is none", () => {
    expect(readRedHeadDraft("{")).toEqual({});
    expect(readRedHeadDraft('{"sign":1}')).toEqual({});
    expect(readRedHeadDraft('{"sign":"纪要"}')).toEqual({ sign: "纪要" });
  });
});
