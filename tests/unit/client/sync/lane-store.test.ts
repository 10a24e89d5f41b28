import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LaneStore } from "../../../../client/sync/lane-store.ts";
import { can } from "../../../../shared/domain/rights.ts";
import type { Lane, LaneChanges, RecordView } from "../../../../shared/protocol/lanes.ts";

function room(id: string, rev: number, name = "大会"): RecordView {
  return {
    id: `room:${id}`,
    kind: "room",
    rev,
    roomId: id,
    name,
    roomKind: "plenary",
    order: 0,
    status: "open",
  };
}

function whole(lane: Lane, to: number, put: RecordView[]): LaneChanges {
  return { lane, from: null, to, put, remove: [] };
}

test("[J3] a record of a kind that came with a later version is passed over, and those beside it are not", () => {
  const store = new LaneStore();
  const later: RecordView = { id: "hologram:a", kind: "hologram", rev: 5 };
  store.join([whole("everyone", 5, [later, room("a", 5)])]);
  expect(store.records("room").map((record) => record.roomId)).toEqual(["a"]);
  const changed = { lane: "everyone", from: 5, to: 6, put: [{ ...later, rev: 6 }], remove: [] } as const;
  expect(store.apply({ ...changed, put: [...changed.put], remove: [] })).toBe("applied");
  expect(store.apply({ lane: "everyone", from: 6, to: 7, put: [], remove: ["hologram:a"] })).toBe("applied");
  expect(store.have()).toEqual({ everyone: 7 });
});

describe("[J4] one lane", () => {
  test("a change applies on top of its from only", () => {
    const store = new LaneStore();
    store.join([whole("everyone", 5, [room("a", 5)])]);
    expect(store.apply({ lane: "everyone", from: 5, to: 6, put: [room("b", 6)], remove: [] })).toBe(
      "applied",
    );
    expect(store.apply({ lane: "everyone", from: 8, to: 9, put: [room("c", 9)], remove: [] })).toBe("gap");
    expect(store.records("room").map((record) => record.roomId)).toEqual(["a", "b"]);
    expect(store.have()).toEqual({ everyone: 6 });
  });

  test("an overlap is dropped and changes nothing", () => {
    const store = new LaneStore();
    store.join([whole("everyone", 6, [room("a", 6, "新名")])]);
    expect(store.apply({ lane: "everyone", from: 4, to: 6, put: [room("a", 5, "旧名")], remove: [] })).toBe(
      "dropped",
    );
    expect(store.record("room", "room:a")?.name).toBe("新名");
  });

  test("a change that reaches over what is held is a gap", () => {
    const store = new LaneStore();
    store.join([whole("everyone", 6, [])]);
    expect(store.apply({ lane: "everyone", from: 5, to: 7, put: [], remove: [] })).toBe("gap");
  });

  test("a change of a lane not held is a gap", () => {
    expect(new LaneStore().apply({ lane: "staff", from: 3, to: 4, put: [], remove: [] })).toBe("gap");
  });

  test("from null replaces the content, even with an older rev", () => {
    const store = new LaneStore();
    store.join([whole("everyone", 9, [room("a", 9), room("b", 2)])]);
    store.apply(whole("everyone", 4, [room("a", 4)]));
    expect(store.records("room").map((record) => [record.roomId, record.rev])).toEqual([["a", 4]]);
    expect(store.have()).toEqual({ everyone: 4 });
  });
});

describe("several lanes", () => {
  const view = (rev: number, more: object): RecordView => ({
    id: "question:q",
    kind: "question",
    rev,
    ...more,
  });

  test("the first lane in the contract's order is shown, and the next one when it goes", () => {
    const store = new LaneStore();
    store.join([
      whole("everyone", 3, [view(3, { text: "everyone" })]),
      whole("room:r", 3, [view(3, { text: "room" })]),
      whole("unit:u", 3, [view(3, { text: "unit" })]),
      whole("person:p", 3, [view(3, { text: "person" })]),
      whole("staff", 3, [view(3, { text: "staff" })]),
    ]);
    for (const [lane, text] of [
      ["staff", "staff"],
      ["person:p", "person"],
      ["unit:u", "unit"],
      ["room:r", "room"],
      ["everyone", "everyone"],
    ] as const) {
      expect(store.record("question", "question:q")?.text).toBe(text);
      store.apply({ lane, from: 3, to: 4, put: [], remove: ["question:q"] });
    }
    expect(store.record("question", "question:q")).toBeUndefined();
  });

  test("of two lanes of one rank the newer view is shown, whichever came first", () => {
    for (const [first, second] of [
      ["room:a", "room:b"],
      ["room:b", "room:a"],
    ] as const) {
      const store = new LaneStore();
      store.join([whole(first, 3, [view(3, { text: "new" })]), whole(second, 3, [view(2, { text: "old" })])]);
      expect(store.record("question", "question:q")?.text).toBe("new");
      store.join([
        whole(second, 4, [view(4, { text: "newest" })]),
        whole(first, 3, [view(3, { text: "new" })]),
      ]);
      expect(store.record("question", "question:q")?.text).toBe("newest");
    }
  });

  test("a lane the join does not name is no longer the viewer's", () => {
    const store = new LaneStore();
    store.join([whole("staff", 3, [view(3, {})]), whole("everyone", 3, [room("a", 1)])]);
    store.join([{ lane: "everyone", from: 3, to: 3, put: [], remove: [] }]);
    expect(store.records("question")).toEqual([]);
    expect(store.records("room")).toHaveLength(1);
    expect(Object.keys(store.have())).toEqual(["everyone"]);
  });

  test("a join that does not fit what is held says so", () => {
    const store = new LaneStore();
    expect(store.join([{ lane: "everyone", from: 2, to: 3, put: [], remove: [] }])).toBe(false);
  });
});

describe("identity and notice", () => {
  test("lists and views stay the same objects until they change", () => {
    const store = new LaneStore();
    store.join([whole("everyone", 3, [room("a", 1), room("b", 2)])]);
    const rooms = store.records("room");
    const a = store.record("room", "room:a");
    let calls = 0;
    store.subscribe(() => {
      calls += 1;
    });
    store.join([whole("everyone", 3, [room("a", 1), room("b", 2)])]);
    expect(store.records("room")).toBe(rooms);
    expect(calls).toBe(0);
    store.apply({ lane: "everyone", from: 3, to: 4, put: [room("b", 4)], remove: [] });
    expect(store.records("room")).not.toBe(rooms);
    expect(store.record("room", "room:a")).toBe(a);
    expect(calls).toBe(1);
  });
});

test("rights are read off what the viewer sees, with a person's public view counting as present", () => {
  const store = new LaneStore();
  const session: RecordView = {
    id: "session:this",
    kind: "session",
    rev: 1,
    status: "open",
    settings: { moderation: "before", anonymity: "hidden" },
  };
  const person: RecordView = {
    id: "person:p",
    kind: "person",
    rev: 1,
    personId: "p",
    side: "county",
    duties: [],
    roomId: null,
  };
  store.join([whole("everyone", 1, [session, person, room("a", 1)])]);
  const ask = { type: "question.ask", questionId: "", roomId: "a", text: "" } as const;
  expect(can({ kind: "person", personId: "p" }, ask, store.stateForRights())).toBe(true);
  store.apply({ lane: "everyone", from: 1, to: 2, put: [], remove: ["person:p"] });
  expect(can({ kind: "person", personId: "p" }, ask, store.stateForRights())).toBe(false);
});

test("[J2] [J4] any cut of a history, resumed from what is held, ends where the history ends", () => {
  const step = fc.record({ id: fc.constantFrom("a", "b", "c"), gone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.array(fc.nat(30), { maxLength: 5 }), (steps, cuts) => {
      const truth = new Map<string, RecordView>();
      const history = steps.map(({ id, gone }, index): LaneChanges => {
        const rev = index + 1;
        if (gone) truth.delete(`room:${id}`);
        else truth.set(`room:${id}`, room(id, rev));
        return {
          lane: "everyone",
          from: index,
          to: rev,
          put: gone ? [] : [room(id, rev)],
          remove: gone ? [`room:${id}`] : [],
        };
      });
      const store = new LaneStore();
      store.join([whole("everyone", 0, [])]);
      history.forEach((changes, index) => {
        if (cuts.includes(index)) return;
        if (store.apply(changes) !== "gap") return;
        const held = store.have().everyone;
        for (const missed of history.slice(held, index + 1)) expect(store.apply(missed)).toBe("applied");
      });
      const held = store.have().everyone;
      for (const missed of history.slice(held)) expect(store.apply(missed)).toBe("applied");
      const shown = store.records("room").map((record) => [record.id, record.rev]);
      const expected = [...truth.values()].map((record) => [record.id, record.rev]);
      expect(shown.sort()).toEqual(expected.sort());
    }),
  );
});
