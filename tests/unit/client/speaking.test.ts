import { describe, expect, test } from "vitest";
import { clockTone, leftText, minutesText } from "../../../client/features/speaking/clock-face.ts";
import { floorOf, pointsElsewhere, pointsOf } from "../../../client/features/speaking/floor-order.ts";
import { movedTo } from "../../../client/ui/ordering/moved-to.ts";
import type { PointView, SpeechView } from "../../../shared/domain/speaking/views.ts";

type Fields = Partial<SpeechView> & Record<string, unknown>;

function speech(speechId: string, order: number, fields: Fields = {}): SpeechView {
  return {
    id: `speech:${speechId}`,
    kind: "speech",
    rev: 1,
    speechId,
    roomId: "r",
    personId: speechId,
    order,
    asked: false,
    speaker: { personId: speechId, name: speechId, unit: "u", post: null },
    status: "waiting",
    ...fields,
  } as SpeechView;
}

function point(pointId: string, fields: Partial<PointView> = {}): PointView {
  return {
    id: `point:${pointId}`,
    kind: "point",
    rev: 1,
    pointId,
    speechId: "a",
    roomId: "r",
    personId: "a",
    order: 1,
    text: pointId,
    tag: null,
    owner: { personId: "a", name: "a", unit: "u", post: null },
    wantedBy: [],
    removed: false,
    ...fields,
  };
}

const begun = { startedAt: 10, budgetMs: null, spokenMs: 5 };

describe("the clock", () => {
  test("counts whole seconds down to nothing and up from there", () => {
    expect([leftText(300_000), leftText(299_001), leftText(1), leftText(0), leftText(-61_500)]).toEqual([
      "5:00",
      "5:00",
      "0:01",
      "0:00",
      "1:01",
    ]);
    expect(minutesText(3_723_000)).toBe("62:03");
  });

  test("changes its colour at one minute and when the time is up, and never without a bound", () => {
    expect([60_001, 60_000, 1, 0, -1, null].map(clockTone)).toEqual([
      "plain",
      "waiting",
      "waiting",
      "live",
      "live",
      "plain",
    ]);
  });
});

describe("the floor of a room", () => {
  const speeches = [
    speech("c", 3),
    speech("a", 1),
    speech("b", 2),
    speech("gone", 4, { status: "withdrawn" }),
    speech("elsewhere", 1, { roomId: "other" }),
    speech("second", 9, { ...begun, status: "over", startedAt: 20, endedAt: 30 }),
    speech("first", 10, { ...begun, status: "over", startedAt: 10, endedAt: 15 }),
    speech("now", 11, { ...begun, status: "paused" }),
  ];
  const ids = (list: readonly SpeechView[]) => list.map(({ speechId }) => speechId);

  test("has who waits by place, who speaks, and who was heard in that order", () => {
    const { queue, current, over } = floorOf(speeches, "r", []);
    expect(ids(queue)).toEqual(["a", "b", "c"]);
    expect(current?.speechId).toBe("now");
    expect(ids(over)).toEqual(["first", "second"]);
  });

  test("stands as it was put here before the server has heard of it, one move upon the other", () => {
    const command = (speechIds: string[]) => ({ type: "speech.order", roomId: "r", speechIds }) as const;
    const entry = { commandId: "1", order: 1, keepRefused: false };
    const outbox = [
      { ...entry, command: command(["b", "a", "c"]) },
      { ...entry, command: command(["b", "c"]) },
    ];
    expect(ids(floorOf(speeches, "r", outbox).queue)).toEqual(["b", "c", "a"]);
    expect(ids(floorOf(speeches, "other", outbox).queue)).toEqual(["elsewhere"]);
  });

  test("moving beyond an end is moving to it, and moving nowhere is nothing", () => {
    const { queue } = floorOf(speeches, "r", []);
    const ids = queue.map(({ speechId }) => speechId);
    expect(movedTo(ids, "c", 0)).toEqual(["c", "a", "b"]);
    expect(movedTo(ids, "a", 99)).toEqual(["b", "c", "a"]);
    expect(movedTo(ids, "a", -1)).toBeNull();
    expect(movedTo(ids, "nobody", 0)).toBeNull();
  });
});

test("points stand in their order without those taken away, and apart where they come from other rooms", () => {
  const points = [
    point("two", { order: 2 }),
    point("one"),
    point("gone", { removed: true }),
    point("other", { speechId: "z", roomId: "other" }),
  ];
  expect(pointsOf(points, "a").map(({ pointId }) => pointId)).toEqual(["one", "two"]);
  expect(pointsElsewhere(points, "r").map(({ pointId }) => pointId)).toEqual(["other"]);
});
