import { describe, expect, test } from "vitest";
import type { Actor } from "../../../shared/domain/actor.ts";
import { nextDue } from "../../../shared/domain/due.ts";
import { apply, type SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { Role } from "../../support/sample/cast.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, namedId, personId, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const NOW = 1_000_000;
const GRACE_MS = 30_000;
const { first, second, plenary } = ROOMS;
const NOWHERE = namedId("nowhere");

type Who = Role | "organiser" | "system";

function said(state: SessionState, who: Who, command: Command, now = NOW) {
  const by: Actor = who === "system" ? { kind: "system" } : actor(who);
  return judged(command, state, { actor: by, now });
}

/** The state after it; throws where it is refused. */
function following(state: SessionState, who: Who, command: Command, now = NOW): SessionState {
  const verdict = said(state, who, command, now);
  if (!verdict.ok) throw new Error(verdict.refusal.code);
  return apply(state, verdict.value, state.head + 1);
}

function refused(state: SessionState, who: Who, command: Command, now = NOW) {
  const verdict = said(state, who, command, now);
  return verdict.ok ? "done" : verdict.refusal.code;
}

function room(state: SessionState, roomId: string) {
  const found = state.find("room", `room:${roomId}`);
  return { status: found?.status, closing: found?.closing };
}

const open = { status: "open", closing: null };
const closed = { status: "closed", closing: null };
const closeSoon: Command = { type: "room.close", roomId: first, graceMs: GRACE_MS };
const due: Command = { type: "rooms.closeDue" };
const ask = (): Command => ({
  type: "question.ask",
  questionId: namedId("asked"),
  roomId: first,
  text: "问",
});

describe("[G1] a room that closes with time to finish", () => {
  const closing = following(sampleSession(), "moderator", closeSoon);

  test("is open until then, and takes nothing afterwards though nobody has closed it yet", () => {
    expect(room(closing, first)).toEqual({
      status: "open",
      closing: { closesAt: NOW + GRACE_MS, recalls: false },
    });
    expect(refused(closing, "asker", ask(), NOW + GRACE_MS - 1)).toBe("done");
    expect(refused(closing, "asker", ask(), NOW + GRACE_MS)).toBe("room_closed");
  });

  test("stays open where it is opened before then, and closes at once where that is asked", () => {
    expect(room(following(closing, "moderator", { type: "room.open", roomId: first }), first)).toEqual(open);
    expect(room(following(closing, "moderator", { type: "room.close", roomId: first }), first)).toEqual(
      closed,
    );
    const later = following(closing, "moderator", { ...closeSoon, graceMs: 60_000 });
    expect(room(later, first).closing?.closesAt).toBe(NOW + 60_000);
  });

  test("is closed by the sealing that comes before", () => {
    const sealed = following(closing, "organiser", { type: "session.seal" });
    expect(room(sealed, first)).toEqual(closed);
    expect(room(sealed, second)).toEqual(open);
    expect(nextDue(sealed)).toBeNull();
  });
});

describe("[G2] several rooms in one act", () => {
  const both = [first, second];

  test("open and close together, and none of them where one is not known", () => {
    const shut = following(sampleSession(), "moderator", { type: "rooms.close", roomIds: both });
    expect(both.map((roomId) => room(shut, roomId))).toEqual([closed, closed]);
    const opened = following(shut, "moderator", { type: "rooms.open", roomIds: both });
    expect(both.map((roomId) => room(opened, roomId))).toEqual([open, open]);
    for (const type of ["rooms.open", "rooms.close"] as const) {
      expect(refused(shut, "moderator", { type, roomIds: [first, NOWHERE] })).toBe("room_unknown");
    }
  });

  test("what is so already is no change", () => {
    const verdict = said(sampleSession(), "moderator", { type: "rooms.open", roomIds: both });
    expect(verdict).toEqual({ ok: true, value: [] });
  });
});

describe("[G3] what is due", () => {
  const closing = following(sampleSession(), "moderator", closeSoon);

  test("is the soonest closing, done once, and not before its moment", () => {
    const two = following(closing, "moderator", { type: "room.close", roomId: second, graceMs: 5_000 });
    expect(nextDue(two)?.at).toBe(NOW + 5_000);
    expect(said(two, "system", due, NOW + 4_999)).toEqual({ ok: true, value: [] });
    const then = following(two, "system", due, NOW + 5_000);
    expect([room(then, second), room(then, first).status]).toEqual([closed, "open"]);
    expect(said(then, "system", due, NOW + 5_000)).toEqual({ ok: true, value: [] });
    expect(nextDue(then)?.at).toBe(NOW + GRACE_MS);
  });

  test("is nothing where the room was opened meanwhile, and nobody but the server closes by it", () => {
    const opened = following(closing, "moderator", { type: "room.open", roomId: first });
    expect(nextDue(opened)).toBeNull();
    expect(said(opened, "system", due, NOW + GRACE_MS)).toEqual({ ok: true, value: [] });
    expect(refused(closing, "organiser", due)).toBe("forbidden");
  });
});

describe("[G4] everybody is called back", () => {
  const recall: Command = { type: "rooms.recall", graceMs: 60_000 };
  const called = following(sampleSession(), "moderator", recall);
  const closing = { closesAt: NOW + 60_000, recalls: true };

  test("every open group closes at one moment, and the plenary does not", () => {
    const half = following(sampleSession(), "moderator", { type: "room.close", roomId: second });
    expect(room(following(half, "moderator", recall), second)).toEqual(closed);
    expect([first, second].map((roomId) => room(called, roomId).closing)).toEqual([closing, closing]);
    expect(room(called, plenary)).toEqual(open);
    const then = following(called, "system", due, NOW + 60_000);
    expect([first, second].map((roomId) => room(then, roomId))).toEqual([closed, closed]);
  });

  test("another countdown takes its place; it is taken back as it was called, in one act", () => {
    const sooner = following(called, "moderator", { type: "rooms.recall", graceMs: 30_000 }, NOW + 1_000);
    expect(room(sooner, first).closing).toEqual({ closesAt: NOW + 31_000, recalls: true });
    const back = following(called, "moderator", { type: "rooms.open", roomIds: [first, second] });
    expect([first, second].map((roomId) => room(back, roomId))).toEqual([open, open]);
  });

  test("a leader keeps no room from it: it closes no later, and is not opened until it has closed", () => {
    const longer: Command = { type: "room.close", roomId: second, graceMs: 600_000 };
    expect(said(called, "leader", longer)).toEqual({ ok: true, value: [] });
    const open: Command = { type: "room.open", roomId: second };
    expect(refused(called, "leader", open)).toBe("room_recalled");
    expect(refused(called, "moderator", open)).toBe("done");
    expect(refused(following(called, "system", due, NOW + 60_000), "leader", open)).toBe("done");
  });
});

describe("[G5] a leader", () => {
  const acts = (roomId: string): Command[] => [
    { type: "room.open", roomId },
    { type: "room.close", roomId, graceMs: GRACE_MS },
    { type: "room.moderate", roomId, moderation: "after" },
  ];
  const codes = (state: SessionState, who: Who, roomId: string) =>
    acts(roomId).map((act) => refused(state, who, act));

  test("runs the own room, no other and not the plenary; others of the group run none", () => {
    const state = sampleSession();
    expect(codes(state, "leader", second)).toEqual(["done", "done", "done"]);
    for (const roomId of [first, plenary, NOWHERE]) {
      expect(codes(state, "leader", roomId)).toEqual(["forbidden", "forbidden", "forbidden"]);
    }
    expect(codes(state, "stranger", second)).toEqual(["forbidden", "forbidden", "forbidden"]);
  });

  test("who is moved leads where the others of that group are, and nowhere in none", () => {
    const moved = following(sampleSession(), "moderator", {
      type: "person.move",
      personId: personId("leader"),
      roomId: first,
    });
    expect(codes(moved, "leader", first)).toEqual(["done", "done", "done"]);
    expect(codes(moved, "leader", second)).toEqual(["forbidden", "forbidden", "forbidden"]);
    const away = following(moved, "organiser", { type: "person.remove", personId: personId("leader") });
    expect(codes(away, "leader", first)).toEqual(["forbidden", "forbidden", "forbidden"]);
  });
});

describe("[G6] people are moved while it runs", () => {
  const asker = personId("asker");
  const move = (roomId: string, fromRoomId?: string): Command => ({
    type: "person.move",
    personId: asker,
    roomId,
    ...(fromRoomId !== undefined && { fromRoomId }),
  });

  test("the last of two moves counts; undoing the one before it leaves the person there", () => {
    const moved = following(sampleSession(), "moderator", move(second));
    const undo = move(first, second);
    expect(refused(moved, "moderator", undo)).toBe("done");
    const again = following(moved, "organiser", move(plenary));
    expect(again.find("person", `person:${asker}`)?.roomId).toBeNull();
    expect(refused(again, "moderator", undo)).toBe("person_elsewhere");
    expect(refused(again, "moderator", move(first, plenary))).toBe("done");
  });

  test("a room that is closed takes people; who is off the roster, or nowhere, is said", () => {
    const shut = following(sampleSession(), "moderator", { type: "room.close", roomId: second });
    expect(refused(shut, "moderator", move(second))).toBe("done");
    expect(refused(shut, "moderator", move(NOWHERE))).toBe("room_unknown");
    const gone = following(shut, "organiser", { type: "person.remove", personId: asker });
    expect(refused(gone, "moderator", move(second))).toBe("person_unknown");
  });
});
