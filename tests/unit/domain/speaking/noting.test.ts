import { describe, expect, test } from "vitest";
import { LANES, viewerLanes } from "../../../../shared/domain/lanes.ts";
import { pointRecordId } from "../../../../shared/domain/speaking/records.ts";
import type { SessionState } from "../../../../shared/domain/state.ts";
import { actor, namedId, personId, ROOMS } from "../../../support/sample/sample-session.ts";
import { type Act, afterActs, type By, go, said, speechOf } from "../../../support/sample/speaking.ts";

const ROOM = ROOMS.second;
const SPEECH = namedId("s");
const POINT = namedId("p");
const queued: Act = [
  "leader",
  { type: "speech.add", speechId: SPEECH, roomId: ROOM, personId: personId("stranger") },
];
const start: Act = ["leader", { type: "speech.start", speechId: SPEECH }, 0];
const end: Act = ["leader", { type: "speech.end", speechId: SPEECH }, 9_000];
const note = (gist: string | null, by: By = "leader"): Act => [
  by,
  { type: "speech.note", speechId: SPEECH, gist },
];
const point = (text = "标准厂房先建后招", by: By = "recorder"): Act => [
  by,
  { type: "point.add", pointId: POINT, speechId: SPEECH, text, tag: "replicable" },
];
const want = (by: By, on = true): Act => [by, { type: "point.want", pointId: POINT, on }];
const removePoint = (on: boolean): Act => ["recorder", { type: "point.remove", pointId: POINT, on }];

/** What of a speech a party is shown. */
function seenSpeech(state: SessionState, by: By | "stage") {
  const lanes = viewerLanes(by === "stage" ? { kind: "stage" } : actor(by), state);
  const shown = LANES.speech(speechOf(state, "s"), state).filter(([lane]) => lanes.includes(lane));
  return shown.map(([, view]) => view);
}

function seenPoint(state: SessionState, by: By) {
  const record = state.find("point", pointRecordId(POINT));
  if (record === undefined) throw new Error("no point");
  const lanes = viewerLanes(actor(by), state);
  return LANES.point(record, state).flatMap(([lane, view]) => (lanes.includes(lane) ? [view] : []));
}

describe("[L5] the gist", () => {
  test("is for staff, the room's leader and the speaker while it is noted, then for the room and the stage", () => {
    const during = afterActs(queued, start, note("先建后招"));
    const reads = (state: SessionState, by: By | "stage") =>
      seenSpeech(state, by).some((view) => view.gist === "先建后招");
    for (const by of ["recorder", "organiser", "leader", "stranger"] as const)
      expect(reads(during, by)).toBe(true);
    for (const by of ["planning", "stage"] as const) {
      expect(seenSpeech(during, by)).toHaveLength(1);
      expect(reads(during, by)).toBe(false);
      expect(reads(go(during, end), by)).toBe(true);
    }
    expect(seenSpeech(go(during, end), "asker")).toEqual([]);
  });

  test("of two who write it at once the second is told, and what the first wrote stays", () => {
    const over = (gist: string | null, was: string | null): Act => [
      "recorder",
      { type: "speech.note", speechId: SPEECH, gist, was },
    ];
    const first = afterActs(queued, start, over("先建后招", null));
    expect(said(first, over("厂房先行", null))).toBe("gist_changed");
    expect(said(first, over("先建后招", null))).toBe("changes 0");
    expect(said(first, over("先建后招，五家落地", "先建后招"))).toBe("changes 1");
    expect(said(first, over(null, "先建后招"))).toBe("changes 1");
  });

  test("is written by staff and the room's leader, and by nobody else", () => {
    const state = afterActs(queued, start);
    expect(said(state, note("a", "recorder"))).toBe("changes 1");
    for (const by of ["stranger", "planning", "asker"] as const) {
      expect(said(state, note("a", by))).toBe("forbidden");
      expect(said(state, point("a", by))).toBe("forbidden");
    }
    expect(speechOf(go(state, note("a"), note(null)), "s").gist).toBeNull();
  });
});

describe("[L6] points", () => {
  test("are everybody's, with whose they are and which units want to learn them", () => {
    const state = afterActs(queued, start, point(), want("asker"));
    expect(seenPoint(state, "finance")).toMatchObject([
      {
        text: "标准厂房先建后招",
        tag: "replicable",
        owner: { unit: "内黄县政府" },
        wantedBy: ["文峰区财政局"],
      },
    ]);
  });

  test("have one voice a unit, which any of its people takes back; the own unit has none", () => {
    const state = afterActs(queued, start, point(), want("finance"));
    expect(said(state, want("financeToo"))).toBe("changes 0");
    expect(seenPoint(go(state, want("financeToo", false)), "asker")).toMatchObject([{ wantedBy: [] }]);
    expect(said(state, want("stranger"))).toBe("own_point");
    expect(said(state, want("observer"))).toBe("forbidden");
    expect(said(state, want("recorder"))).toBe("forbidden");
  });

  test("one taken away is for those who may put it back, and comes back with its voices", () => {
    const state = go(afterActs(queued, start, point(), want("asker")), removePoint(true));
    expect(seenPoint(state, "asker")).toEqual([]);
    expect(seenPoint(state, "leader")).toHaveLength(1);
    expect(seenPoint(state, "recorder")).toHaveLength(1);
    expect(said(state, want("finance"))).toBe("point_unknown");
    expect(said(state, ["recorder", { type: "point.edit", pointId: POINT, text: "a", tag: null }])).toBe(
      "point_unknown",
    );
    expect(seenPoint(go(state, removePoint(false)), "asker")).toMatchObject([{ wantedBy: ["文峰区财政局"] }]);
  });

  test("keep their order, and are corrected", () => {
    const second: Act = [
      "recorder",
      { type: "point.add", pointId: namedId("q"), speechId: SPEECH, text: "二", tag: null },
    ];
    const edit: Act = ["leader", { type: "point.edit", pointId: POINT, text: "改过", tag: "policy" }];
    const state = afterActs(queued, start, point(), second, edit);
    expect(state.find("point", pointRecordId(POINT))).toMatchObject({
      order: 1,
      text: "改过",
      tag: "policy",
    });
    expect(state.find("point", pointRecordId(namedId("q")))).toMatchObject({ order: 2 });
    expect(said(state, point())).toBe("id_taken");
  });
});
