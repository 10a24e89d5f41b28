import { describe, expect, test } from "vitest";
import { lanes } from "../../../shared/domain/lanes.ts";
import type { RoundRecord } from "../../../shared/domain/rounds/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import type { RoundGroup } from "../../../shared/protocol/commands/rounds.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, namedId, personId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const ROUND = namedId("round");
const THIRD = namedId("third");
const ASKER = personId("asker");
const FINANCE = personId("finance");
const LEADER = personId("leader");
const NEIGHBOUR = personId("neighbour");

const RULES = {
  balanceSides: true,
  balancePosts: false,
  apartUnits: true,
  apart: [],
  together: [],
  notMet: [],
};

function group(roomId: string, name: string, change: Partial<RoundGroup> = {}): RoundGroup {
  return { roomId, name, max: null, locked: [], free: [], leaderId: null, recorderId: null, ...change };
}

function plan(groups: RoundGroup[], change: Partial<CommandOf<"round.plan">> = {}): CommandOf<"round.plan"> {
  return { type: "round.plan", roundId: ROUND, name: "第一轮", groups, rules: RULES, seed: 7, ...change };
}

/** 第一组 has the asker, who stays and leads; 第三组, which has no room yet, has two others. */
const PLAN = plan([
  group(ROOMS.first, "第一组", { locked: [ASKER], free: [LEADER], leaderId: ASKER }),
  group(THIRD, "第三组", { free: [FINANCE, NEIGHBOUR], recorderId: FINANCE }),
]);

const by = (command: Command) => ({ actor: actor("organiser"), command });
const having = (state: SessionState, ...commands: Command[]) => play(commands.map(by), state);
const round = (state: SessionState, roundId = ROUND) =>
  state.find("round", `round:${roundId}`) as RoundRecord;
const roomOf = (state: SessionState, id: string) => state.find("person", `person:${id}`)?.roomId;
const dutiesOf = (state: SessionState, id: string) => state.find("person", `person:${id}`)?.duties;

function refusal(state: SessionState, command: Command) {
  const verdict = judged(command, state, { actor: actor("moderator"), now: 5_000 });
  return verdict.ok ? null : verdict.refusal.code;
}

const START = { type: "round.start", roundId: ROUND } as const;
const RECALL = { type: "round.recall", roundId: ROUND } as const;

describe("[B3] rounds", () => {
  test("a plan passes over who is not on the roster, seats nobody twice, and makes nobody lead from outside", () => {
    const stranger = namedId("nobody");
    const state = having(
      sampleSession(),
      { type: "person.remove", personId: NEIGHBOUR },
      plan([
        group(ROOMS.first, "第一组", {
          locked: [ASKER],
          free: [ASKER, NEIGHBOUR, stranger],
          leaderId: FINANCE,
        }),
        group(THIRD, "第三组", { free: [ASKER, FINANCE], leaderId: FINANCE, recorderId: ASKER }),
      ]),
    );
    expect(round(state)).toMatchObject({ status: "planned", order: 0, start: null, removed: false });
    expect(round(state).groups).toEqual([
      group(ROOMS.first, "第一组", { locked: [ASKER] }),
      group(THIRD, "第三组", { free: [FINANCE], leaderId: FINANCE }),
    ]);
    expect(lanes(round(state), state).map(([lane]) => lane)).toEqual(["staff"]);
  });

  test("a plan is replaced; rounds it names as met in are those that there are", () => {
    const second = namedId("second-round");
    const rules = { ...RULES, notMet: [ROUND, second, namedId("none"), ROUND] };
    const state = having(sampleSession(), PLAN, plan([], { roundId: second, rules, name: "第二轮" }));
    expect(round(state, second)).toMatchObject({ order: 1, rules: { notMet: [ROUND] }, groups: [] });
    const replaced = having(state, plan([group(ROOMS.second, "第二组", { free: [ASKER] })], { seed: 8 }));
    expect(round(replaced)).toMatchObject({ order: 0, seed: 8, groups: [{ roomId: ROOMS.second }] });
  });

  test("what cannot be a round is refused", () => {
    const state = sampleSession();
    const one = group(ROOMS.first, "第一组");
    expect(refusal(state, plan([one, one]))).toBe("id_taken");
    expect(refusal(state, plan([one, group(THIRD, "第一组")]))).toBe("room_name_taken");
    expect(refusal(state, plan([group(ROOMS.plenary, "大会")]))).toBe("room_is_plenary");
    expect(refusal(state, START)).toBe("round_unknown");
    expect(refusal(having(state, plan([one])), START)).toBe("round_empty");
    const many = Array.from({ length: 30 }, (_, at) => plan([], { roundId: namedId(`round${at}x`) }));
    expect(refusal(having(state, ...many), PLAN)).toBe("too_many_rounds");
    const taken = plan([group(THIRD, "第二组", { free: [ASKER] })]);
    expect(refusal(having(state, taken), START)).toBe("room_name_taken");
  });

  test("a round is renamed, taken away and put back, unless it runs", () => {
    const state = having(sampleSession(), PLAN, { type: "round.rename", roundId: ROUND, name: "上半场" });
    expect(round(state).name).toBe("上半场");
    const removed = having(state, { type: "round.remove", roundId: ROUND });
    for (const command of [PLAN, START, RECALL] as const)
      expect(refusal(removed, command)).toBe("round_unknown");
    const restored = having(removed, { type: "round.restore", roundId: ROUND });
    expect(round(restored)).toEqual({ ...round(state), rev: restored.head });
    expect(refusal(having(state, START), { type: "round.remove", roundId: ROUND })).toBe("round_running");
  });
});

describe("[B4] rooms of a round", () => {
  const closing = { type: "room.close", roomId: ROOMS.first, graceMs: 60_000 } as const;

  test("one that is about to close stays open for who comes", () => {
    const state = having(sampleSession(), PLAN, closing, START);
    expect(state.find("room", `room:${ROOMS.first}`)).toMatchObject({ status: "open", closing: null });
  });

  test("one that is closed again by taking the start back is about to do nothing more", () => {
    const before = having(sampleSession(), { type: "room.close", roomId: ROOMS.first }, PLAN, START);
    const state = having(before, { type: "rooms.recall", graceMs: 60_000 }, RECALL);
    expect(state.find("room", `room:${ROOMS.first}`)).toMatchObject({ status: "closed", closing: null });
  });

  test("a group that nobody sat in as the round began has a room once somebody is seated there", () => {
    const planned = having(
      sampleSession(),
      plan([group(ROOMS.first, "第一组", { free: [ASKER] }), group(THIRD, "第三组")]),
    );
    const seat = {
      type: "round.seat",
      roundId: ROUND,
      personId: ASKER,
      roomId: THIRD,
      locked: false,
    } as const;
    const state = having(planned, START, seat);
    expect(state.find("room", `room:${THIRD}`)).toMatchObject({ status: "open" });
    expect(roomOf(state, ASKER)).toBe(THIRD);
    expect(having(state, RECALL).find("room", `room:${THIRD}`)?.status).toBe("closed");
  });
});

describe("[B4] starting", () => {
  test("one command brings everybody to a room that is there and open, and the named leaders lead", () => {
    const before = having(sampleSession(), { type: "room.close", roomId: ROOMS.first }, PLAN);
    const state = having(before, START);
    expect([ASKER, LEADER, FINANCE, NEIGHBOUR].map((id) => roomOf(state, id))).toEqual([
      ROOMS.first,
      ROOMS.first,
      THIRD,
      THIRD,
    ]);
    expect(state.find("room", `room:${THIRD}`)).toMatchObject({ name: "第三组", status: "open", order: 3 });
    expect(state.find("room", `room:${ROOMS.first}`)?.status).toBe("open");
    expect(dutiesOf(state, ASKER)).toEqual(["leader"]);
    expect(dutiesOf(state, LEADER)).toEqual([]);
    expect(state.head).toBe(before.head + 1);
    expect(round(state)).toMatchObject({
      status: "running",
      start: { openedRoomIds: [ROOMS.first, THIRD], madeLeaders: [ASKER], unmadeLeaders: [LEADER] },
    });
  });

  test("started twice it moves nobody, and its groups are not made anew", () => {
    const state = having(sampleSession(), PLAN, START);
    expect(refusal(state, START)).toBe("round_running");
    expect(refusal(state, PLAN)).toBe("round_running");
    const second = namedId("second-round");
    const next = having(state, { ...PLAN, roundId: second }, { type: "round.start", roundId: second });
    expect(round(next).status).toBe("ended");
    for (const command of [START, PLAN]) expect(refusal(next, command)).toBe("round_ended");
    expect(refusal(next, RECALL)).toBe("round_not_running");
    expect(
      refusal(next, { type: "round.seat", roundId: ROUND, personId: ASKER, roomId: null, locked: false }),
    ).toBe("round_ended");
  });

  test("who led by the round before leads no more, unless named again", () => {
    const secondId = namedId("second-round");
    const next = (leaderId: string | null) => {
      const groups = [group(ROOMS.second, "第二组", { free: [ASKER, LEADER], leaderId })];
      const second = plan(groups, { roundId: secondId });
      return having(sampleSession(), PLAN, second, START, { type: "round.start", roundId: secondId });
    };
    expect([dutiesOf(next(null), ASKER), dutiesOf(next(null), LEADER)]).toEqual([[], ["leader"]]);
    const again = next(ASKER);
    expect([dutiesOf(again, ASKER), dutiesOf(again, LEADER)]).toEqual([["leader"], []]);
    const back = having(again, { type: "round.recall", roundId: secondId });
    expect([dutiesOf(back, ASKER), dutiesOf(back, LEADER)]).toEqual([["leader"], []]);
  });

  test("who was taken off the roster meanwhile is passed over and named", () => {
    const state = having(sampleSession(), PLAN, { type: "person.remove", personId: FINANCE }, START);
    expect(roomOf(state, FINANCE)).toBe(ROOMS.first);
    expect(round(state).start?.passedOver).toEqual([FINANCE]);
    expect(round(state).groups[1]).toEqual(group(THIRD, "第三组", { free: [NEIGHBOUR] }));
  });
});

test("[B5] taken back, all is as it was before the start", () => {
  const secondId = namedId("second-round");
  const second = [group(ROOMS.second, "第二组", { free: [ASKER, FINANCE], leaderId: FINANCE })];
  const planned = having(
    sampleSession(),
    { type: "room.close", roomId: ROOMS.first },
    PLAN,
    plan(second, { roundId: secondId }),
  );
  const running = having(planned, START);
  const later = having(running, { type: "round.start", roundId: secondId });
  expect(round(later).status).toBe("ended");
  expect(dutiesOf(later, FINANCE)).toEqual(["leader"]);
  const plain = (state: SessionState) =>
    [...state.everything()]
      .filter(({ kind }) => kind === "person" || kind === "round" || kind === "room")
      .map(({ rev: _rev, ...fields }) => fields)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  const back = having(later, { type: "round.recall", roundId: secondId });
  expect(plain(back)).toEqual(plain(running));
  const first = having(back, RECALL);
  const isThird = ({ id }: { id: string }) => id === `room:${THIRD}`;
  expect(plain(first).filter((record) => !isThird(record))).toEqual(plain(planned));
  expect(plain(first).filter(isThird)).toMatchObject([{ status: "closed" }]);
});

describe("[B6] one seat", () => {
  const seat = (id: string, roomId: string | null, locked = false) =>
    ({ type: "round.seat", roundId: ROUND, personId: id, roomId, locked }) as const;

  test("in a plan a seat is changed, locked and given up, and the person stays where he is", () => {
    const state = having(
      sampleSession(),
      PLAN,
      seat(ASKER, THIRD),
      seat(NEIGHBOUR, THIRD, true),
      seat(LEADER, null),
    );
    expect(round(state).groups).toEqual([
      group(ROOMS.first, "第一组"),
      group(THIRD, "第三组", { locked: [NEIGHBOUR], free: [FINANCE, ASKER], recorderId: FINANCE }),
    ]);
    expect(roomOf(state, ASKER)).toBe(ROOMS.first);
    expect(judged(seat(NEIGHBOUR, THIRD, true), state, { actor: actor("moderator"), now: 1 })).toEqual({
      ok: true,
      value: [],
    });
  });

  test("in a round that runs the person goes there, leads no more, and comes back when it is taken back", () => {
    const before = having(sampleSession(), PLAN);
    const clerk = personId("stranger");
    const home = roomOf(before, clerk);
    const state = having(before, START, seat(ASKER, THIRD), seat(clerk, ROOMS.first));
    expect(roomOf(state, ASKER)).toBe(THIRD);
    expect(dutiesOf(state, ASKER)).toEqual([]);
    expect(roomOf(state, clerk)).toBe(ROOMS.first);
    const back = having(state, RECALL);
    expect([roomOf(back, clerk), dutiesOf(back, ASKER), dutiesOf(back, LEADER)]).toEqual([
      home,
      [],
      ["leader"],
    ]);
  });

  test("a leader who is named while it runs leads at once, in place of the one before", () => {
    const appoint = (id: string | null) =>
      ({ type: "round.appoint", roundId: ROUND, roomId: ROOMS.first, as: "leader", personId: id }) as const;
    const state = having(sampleSession(), PLAN, START, appoint(LEADER));
    expect([dutiesOf(state, ASKER), dutiesOf(state, LEADER)]).toEqual([[], ["leader"]]);
    expect(round(state).start).toMatchObject({ madeLeaders: [], unmadeLeaders: [] });
    expect(dutiesOf(having(state, appoint(null)), LEADER)).toEqual([]);
    expect(refusal(state, appoint(FINANCE))).toBe("person_not_seated");
  });

  test("who is off the roster cannot be seated, nor anybody in a group that is not of the round", () => {
    const state = having(sampleSession(), PLAN, { type: "person.remove", personId: FINANCE });
    expect(refusal(state, seat(FINANCE, ROOMS.first))).toBe("person_unknown");
    expect(refusal(state, seat(ASKER, ROOMS.second))).toBe("room_unknown");
  });
});
