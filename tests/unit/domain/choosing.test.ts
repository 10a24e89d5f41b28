import { describe, expect, test } from "vitest";
import { KINDS } from "../../../shared/domain/kinds.ts";
import { lanes } from "../../../shared/domain/lanes.ts";
import type { RoundRecord } from "../../../shared/domain/rounds/records.ts";
import { NO_RULES } from "../../../shared/domain/rounds/rules.ts";
import { withSeating } from "../../../shared/domain/rounds/seats.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import type { RoundGroup } from "../../../shared/protocol/commands/rounds.ts";
import type { Role } from "../../support/sample/cast.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, namedId, personId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const ROUND = namedId("round");
const OTHER = namedId("other-round");
const THIRD = namedId("third");
const EMPTY = { max: null, locked: [], free: [], leaderId: null, recorderId: null };

function plan(roundId = ROUND, change: Partial<RoundGroup> = {}): CommandOf<"round.plan"> {
  const groups = [
    { ...EMPTY, roomId: ROOMS.first, name: "第一组", topic: "专项债", max: 2, ...change },
    { ...EMPTY, roomId: THIRD, name: "第三组" },
  ];
  return { type: "round.plan", roundId, name: "第一轮", groups, rules: NO_RULES, seed: 7 };
}

type Move = readonly [Role | "organiser", Command];
const offer = (on = true, roundId = ROUND): Move => ["organiser", { type: "round.offer", roundId, on }];
const choose = (who: Role, roomId: string | null): Move => [
  who,
  { type: "round.choose", roundId: ROUND, roomId },
];
const seat = (who: Role, roomId: string | null, locked: boolean): Move => [
  "organiser",
  { type: "round.seat", roundId: ROUND, personId: personId(who), roomId, locked },
];

function given(...moves: readonly Move[]): SessionState {
  return play(
    moves.map(([who, command]) => ({ actor: actor(who), command })),
    sampleSession(),
  );
}

function said(state: SessionState, [who, command]: Move): string {
  const verdict = judged(command, state, { actor: actor(who), now: 9_000 });
  return verdict.ok ? "done" : verdict.refusal.code;
}

const PLANNED: Move = ["organiser", plan()];
const round = (state: SessionState) => state.find("round", `round:${ROUND}`) as RoundRecord;
const groupAt = (state: SessionState, at: number) => round(state).groups[at];
const offersIn = (state: SessionState) =>
  [...state.all("offer")].map(({ name, topic, max, taken }) => ({ name, topic, max, taken }));
const choiceOf = (state: SessionState, who: Role) => state.find("choice", `choice:${personId(who)}`);

describe("[B7] participants choose their group", () => {
  test("only while the round is open for it, and one round at a time", () => {
    expect(said(given(PLANNED), choose("asker", THIRD))).toBe("round_not_offered");
    const state = given(PLANNED, ["organiser", plan(OTHER)], offer(), offer(true, OTHER));
    expect(round(state).choosing).toBe(false);
    expect(said(state, choose("asker", THIRD))).toBe("round_not_offered");
    expect(new Set([...state.all("offer")].map(({ roundId }) => roundId))).toEqual(new Set([OTHER]));
    expect([...given(PLANNED, offer(), offer(false)).all("offer")]).toEqual([]);
  });

  test("what is chosen is in the seats of the round at once; one changes and leaves", () => {
    const chosen = given(PLANNED, offer(), choose("asker", ROOMS.first));
    expect(groupAt(chosen, 0)?.locked).toEqual([personId("asker")]);
    expect(round(chosen).chosen).toEqual([personId("asker")]);
    const changed = given(PLANNED, offer(), choose("asker", ROOMS.first), choose("asker", THIRD));
    expect([groupAt(changed, 0)?.locked, groupAt(changed, 1)?.locked]).toEqual([[], [personId("asker")]]);
    const left = given(PLANNED, offer(), choose("asker", THIRD), choose("asker", null));
    expect(round(left)).toMatchObject({ chosen: [], groups: [{ locked: [] }, { locked: [], free: [] }] });
    expect(said(chosen, choose("asker", ROOMS.second))).toBe("room_unknown");
  });

  test("the last seat goes to one of two; the other is told and keeps what he had", () => {
    const state = given(
      PLANNED,
      offer(),
      choose("neighbour", THIRD),
      choose("asker", ROOMS.first),
      choose("finance", ROOMS.first),
    );
    expect(said(state, choose("neighbour", ROOMS.first))).toBe("group_full");
    expect(groupAt(state, 1)?.locked).toEqual([personId("neighbour")]);
    const freed = given(PLANNED, offer(), choose("asker", ROOMS.first), choose("finance", ROOMS.first), [
      "organiser",
      { type: "person.remove", personId: personId("asker") },
    ]);
    expect(offersIn(freed)[0]).toMatchObject({ taken: 1 });
    expect(said(freed, choose("neighbour", ROOMS.first))).toBe("done");
  });

  test("whom staff locked or named 组长 does not choose, and staff have the last word", () => {
    const locked = given(PLANNED, seat("asker", ROOMS.first, true), offer());
    expect(said(locked, choose("asker", THIRD))).toBe("seat_locked");
    expect(said(locked, choose("asker", null))).toBe("seat_locked");
    const leading = given(PLANNED, offer(), choose("asker", ROOMS.first), [
      "organiser",
      {
        type: "round.appoint",
        roundId: ROUND,
        roomId: ROOMS.first,
        as: "leader",
        personId: personId("asker"),
      },
    ]);
    expect(said(leading, choose("asker", THIRD))).toBe("seat_locked");
    const moved = given(PLANNED, offer(), choose("asker", ROOMS.first), seat("asker", THIRD, true));
    expect(round(moved).chosen).toEqual([]);
    expect(said(moved, choose("asker", ROOMS.first))).toBe("seat_locked");
    const freed = given(PLANNED, offer(), choose("asker", ROOMS.first), seat("asker", THIRD, false));
    expect(said(freed, choose("asker", ROOMS.first))).toBe("done");
  });

  test("staff do not choose; the groups are not made anew meanwhile, but described", () => {
    const state = given(PLANNED, offer());
    expect(said(state, choose("recorder", THIRD))).toBe("forbidden");
    expect(said(state, ["organiser", plan()])).toBe("round_offered");
    const describing = (change: object): Move => [
      "organiser",
      { type: "round.describe", roundId: ROUND, roomId: THIRD, name: "产业组", max: 8, ...change },
    ];
    expect(offersIn(given(PLANNED, offer(), describing({ topic: "招商" })))).toEqual([
      { name: "第一组", topic: "专项债", max: 2, taken: 0 },
      { name: "产业组", topic: "招商", max: 8, taken: 0 },
    ]);
    expect(said(state, describing({ name: "第一组" }))).toBe("room_name_taken");
    expect(said(state, describing({ roomId: ROOMS.second }))).toBe("room_unknown");
  });

  test("who chose stays when the others are seated, and keeps the right to choose anew", () => {
    const closed = given(PLANNED, offer(), choose("asker", ROOMS.first), offer(false));
    const { groups } = round(closed);
    const seating = new Map([
      [personId("asker"), ROOMS.first],
      [personId("neighbour"), THIRD],
    ]);
    const balanced = play(
      [{ actor: actor("organiser"), command: { ...plan(), groups: withSeating(groups, seating) } }],
      closed,
    );
    expect(groupAt(balanced, 0)?.locked).toEqual([personId("asker")]);
    expect(groupAt(balanced, 1)?.free).toEqual([personId("neighbour")]);
    expect(round(balanced).chosen).toEqual([personId("asker")]);
    const elsewhere = play([{ actor: actor("organiser"), command: plan() }], closed);
    expect(round(elsewhere).chosen).toEqual([]);
  });

  test("all see the groups and how many seats are taken, and each the own choice alone", () => {
    const state = given(
      PLANNED,
      seat("leader", THIRD, true),
      seat("neighbour", THIRD, false),
      offer(),
      choose("asker", ROOMS.first),
    );
    expect(offersIn(state)).toEqual([
      { name: "第一组", topic: "专项债", max: 2, taken: 1 },
      { name: "第三组", topic: null, max: null, taken: 2 },
    ]);
    for (const one of state.all("offer")) {
      expect(lanes(one, state).map(([lane]) => lane)).toEqual(["everyone"]);
      expect(JSON.stringify(one)).not.toContain(personId("asker"));
    }
    expect(choiceOf(state, "asker")).toMatchObject({ roomId: ROOMS.first, fixed: false });
    expect(choiceOf(state, "leader")).toMatchObject({ roomId: THIRD, fixed: true });
    // Who is only put there as it came has nothing to read yet.
    expect(choiceOf(state, "neighbour")).toBeUndefined();
    for (const one of state.all("choice")) {
      expect(lanes(one, state).map(([lane]) => lane)).toEqual([`person:${one.personId}`]);
    }
  });

  test("a round that was stored before there was choosing is one in which nobody chooses", () => {
    const { choosing: _choosing, chosen: _chosen, ...stored } = round(given(PLANNED));
    const session = { once: () => expect.fail("it needs nothing else") };
    expect(KINDS.round.upgrade(stored, session)).toEqual(round(given(PLANNED)));
  });

  test("starting or taking the round away ends it, and nothing of it is left", () => {
    for (const end of ["round.start", "round.remove"] as const) {
      const state = given(PLANNED, offer(), choose("asker", ROOMS.first), [
        "organiser",
        { type: end, roundId: ROUND },
      ]);
      expect(round(state).choosing).toBe(false);
      expect([...state.all("offer"), ...state.all("choice")]).toEqual([]);
      expect(said(state, choose("neighbour", THIRD))).not.toBe("done");
    }
  });
});
