import { expect, test } from "vitest";
import type { Actor } from "../../../shared/domain/actor.ts";
import { KINDS, kindOf } from "../../../shared/domain/kinds.ts";
import { lanes } from "../../../shared/domain/lanes.ts";
import type { AnyRecord, RecordKind } from "../../../shared/domain/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { randomPlay } from "../../support/sample/random-play.ts";
import { actor, namedId, personId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const QUESTION = namedId("question");
const ANSWER = namedId("answer");
const asker = `person:${personId("asker")}`;

const move = (who: Actor, command: Command) => ({ actor: who, command });
const organiser = actor("organiser");

/** A question of the first group, hidden by name, as far as the moderator has let it. */
function asked(...more: Command[]): SessionState {
  const ask = { type: "question.ask", questionId: QUESTION, roomId: ROOMS.first, text: "问" } as const;
  return play(
    [move(actor("asker"), { ...ask, anonymous: true }), ...more.map((command) => move(organiser, command))],
    sampleSession(),
  );
}

const approve: Command = { type: "question.approve", questionId: QUESTION };
const route: Command = {
  type: "question.route",
  questionId: QUESTION,
  leadUnit: "市财政局",
  supportUnits: ["市商务局"],
};
const answer: Command = {
  type: "answer.post",
  answerId: ANSWER,
  questionId: QUESTION,
  text: "答",
  manner: "oral",
  unit: "市财政局",
};

function lanesOf(id: string, state: SessionState): string[] {
  const record = state.get(id);
  if (record === undefined) throw new Error(`no ${id}`);
  return lanes(record, state)
    .map(([lane]) => lane)
    .sort();
}

/** The fields of `names` a lane's view of a record has. */
function shown(id: string, lane: string, state: SessionState, names: readonly string[]): string[] {
  const record = state.get(id);
  if (record === undefined) throw new Error(`no ${id}`);
  const view = lanes(record, state).find(([one]) => one === lane)?.[1] ?? {};
  return names.filter((name) => name in view);
}

test("[V1] a question waits with staff, the leaders of its room and the asker, and goes back to them when it is declined", () => {
  const decline: Command = { type: "question.decline", questionId: QUESTION, reason: "重复" };
  for (const state of [asked(), asked(decline), asked(approve, decline)]) {
    expect(lanesOf(`question:${QUESTION}`, state)).toEqual([`leaders:${ROOMS.first}`, asker, "staff"]);
  }
});

test("[V5] it is in its room once public, in its units' lanes once routed, everyone's while on the stage", () => {
  const room = `room:${ROOMS.first}`;
  const units = ["unit:市商务局", "unit:市财政局"];
  const show: Command = { type: "stage.show", recordId: `question:${QUESTION}` };
  const of = (...commands: Command[]) => lanesOf(`question:${QUESTION}`, asked(...commands));
  expect(of(approve)).toEqual([asker, room, "staff"].sort());
  expect(of(approve, route)).toEqual([asker, room, "staff", ...units].sort());
  expect(of(approve, route, show)).toEqual([asker, room, "staff", ...units, "everyone"].sort());
});

test("[V2] [V3] [V4] of who asked without the name, the remark and the first wording each lane has what it may", () => {
  const state = asked(
    approve,
    route,
    { type: "question.remark", questionId: QUESTION, text: "记" },
    { type: "question.edit", questionId: QUESTION, text: "改" },
  );
  const names = ["asker", "askerId", "remark", "originalText"];
  const of = (lane: string) => shown(`question:${QUESTION}`, lane, state, names);
  expect(of("staff")).toEqual(names);
  expect(of(asker)).toEqual(["asker", "originalText"]);
  for (const lane of [`room:${ROOMS.first}`, "unit:市财政局", "unit:市商务局"]) expect(of(lane)).toEqual([]);
});

test("[V6] an answer goes where its question goes; held, only its unit and staff have it; who typed it, staff alone", () => {
  const state = asked(approve, route, answer);
  const held = asked(approve, route, answer, { type: "answer.hold", answerId: ANSWER, on: true });
  const id = `answer:${ANSWER}`;
  expect(lanesOf(id, state)).toEqual(lanesOf(`question:${QUESTION}`, state));
  expect(lanesOf(id, held)).toEqual(["staff", "unit:市财政局"]);
  for (const lane of lanesOf(id, state)) {
    expect(shown(id, lane, state, ["postedBy"]), lane).toEqual(lane === "staff" ? ["postedBy"] : []);
  }
});

test("[V7] a support is its person's; seat and arrival are a person's own and staff's", () => {
  const supporter = actor("neighbour");
  const state = play(
    [move(supporter, { type: "question.support", questionId: QUESTION, on: true })],
    asked(approve),
  );
  const supports = [...state.all("support")];
  expect(supports.map(({ id }) => lanesOf(id, state))).toEqual([[`person:${personId("neighbour")}`]]);
  const names = ["name", "unit", "seat", "arrivedAt", "removed"];
  const of = (lane: string) => shown(asker, lane, state, names);
  expect(lanesOf(asker, state)).toEqual(["everyone", asker, "staff"]);
  expect([of("staff"), of(asker)]).toEqual([names, names]);
  expect(of("everyone")).toEqual(["name", "unit"]);
});

test("who sees a record is read off itself and the parents it follows, and nothing else", () => {
  const kinds = new Set<RecordKind>();
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    for (const { after } of randomPlay(seed, 300)) {
      for (const record of after.everything()) {
        kinds.add(record.kind);
        const { followsParents, parents } = kindOf(record);
        const followed = followsParents ? parents(record) : [];
        const others = lookedAt(record, after).filter((id) => !followed.includes(id));
        expect(others, record.id).toEqual([]);
      }
    }
  }
  expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
});

/** Ids of what `lanes` looks at. */
function lookedAt(record: AnyRecord, state: SessionState): string[] {
  const looked: string[] = [];
  const watched = new Proxy(state, {
    get: (_target, name) => {
      if (name !== "get" && name !== "find") throw new Error(`${record.id} asks for ${String(name)}`);
      return (...asked: string[]) => {
        const id = asked.at(-1) ?? "";
        looked.push(id);
        const found = state.get(id);
        return name === "get" || found?.kind === asked[0] ? found : undefined;
      };
    },
  });
  lanes(record, watched);
  return looked;
}
