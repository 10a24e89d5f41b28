import { describe, expect, test } from "vitest";
import { AGENDA_RECORD_ID, type AgendaItemRecord } from "../../../../shared/domain/agenda/records.ts";
import { nextDue } from "../../../../shared/domain/due.ts";
import { USUAL_RULES } from "../../../../shared/domain/rounds/rules.ts";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import { apply, type SessionState } from "../../../../shared/domain/state.ts";
import type { Command, CommandOf } from "../../../../shared/protocol/commands/command.ts";
import { judged } from "../../../support/sample/judged.ts";
import {
  actor,
  CREATE,
  IMPORT,
  namedId,
  personId,
  play,
  ROOMS,
  sampleSession,
} from "../../../support/sample/sample-session.ts";

const MINUTE_MS = 60_000;
const [ASKING, GROUPS, ROUND_ITEM, REPORT] = ["asking", "groups", "round-item", "report"].map(namedId) as [
  string,
  string,
  string,
  string,
];
const ROUND = namedId("round");
const THIRD = namedId("third");
const ASKER = personId("asker");

type Added = Partial<Omit<CommandOf<"agenda.add">, "type">> & { readonly itemId: string };
const add = (item: Added): Command => ({
  type: "agenda.add",
  title: item.itemId.split("-", 1)[0] ?? "",
  itemKind: "questions",
  plannedMs: 20 * MINUTE_MS,
  roomSet: { kind: "plenary" },
  ledBy: null,
  ...item,
});
const PLAN: CommandOf<"round.plan"> = {
  type: "round.plan",
  roundId: ROUND,
  name: "第一轮",
  groups: [
    {
      roomId: THIRD,
      name: "第三组",
      max: null,
      locked: [],
      free: [ASKER],
      leaderId: ASKER,
      recorderId: null,
    },
  ],
  rules: USUAL_RULES,
  seed: 1,
};
const AGENDA: readonly Command[] = [
  PLAN,
  add({ itemId: ASKING }),
  add({ itemId: GROUPS, itemKind: "groups", roomSet: { kind: "groups" }, plannedMs: null }),
  add({ itemId: ROUND_ITEM, itemKind: "groups", roomSet: { kind: "round", roundId: ROUND } }),
  add({ itemId: REPORT, itemKind: "report" }),
];
const WITHOUT_GROUPS: Command = { ...CREATE, rooms: CREATE.rooms.filter(({ kind }) => kind === "plenary") };
const by = (command: Command) => ({ actor: actor("organiser"), command });
const having = (state: SessionState, ...commands: Command[]) => play(commands.map(by), state);
const step = (fromItemId: string | null, toItemId: string | null): Command => ({
  type: "agenda.advance",
  fromItemId,
  toItemId,
});
const back = (fromItemId: string | null): Command => ({ type: "agenda.back", fromItemId });
/** The groups closed, the agenda written. */
const prepared = () =>
  having(sampleSession(), { type: "rooms.close", roomIds: [ROOMS.first, ROOMS.second] }, ...AGENDA);

const at = (state: SessionState, command: Command, now: number): SessionState => {
  const verdict = judged(command, state, { actor: actor("moderator"), now });
  if (!verdict.ok) throw new Error(verdict.refusal.code);
  return apply(state, verdict.value, state.head + 1);
};
function refusal(state: SessionState, command: Command) {
  const verdict = judged(command, state, { actor: actor("moderator"), now: 5_000 });
  return verdict.ok ? null : verdict.refusal.code;
}
const room = (state: SessionState, roomId: string) => {
  const found = state.find("room", `room:${roomId}`);
  return found && { status: found.status, recalls: found.closing?.recalls ?? null };
};
const shown = (state: SessionState) => state.find("stage", STAGE_RECORD_ID)?.recordId;
const timer = (state: SessionState) => state.find("timer", "timer:everyone");
const item = (state: SessionState, itemId: string) =>
  state.find("agendaItem", `agendaItem:${itemId}`) as AgendaItemRecord;
const current = (state: SessionState) => state.find("agenda", AGENDA_RECORD_ID)?.currentItemId;
const OPEN = { status: "open", recalls: null };
const CLOSED = { status: "closed", recalls: null };

describe("[A2] going on", () => {
  test("given closed groups, an item of all groups opens them, stops the time nobody planned and shows the agenda", () => {
    const before = having(prepared(), step(null, ASKING));
    expect(timer(before)).toMatchObject({ status: "running", label: "asking", durationMs: 20 * MINUTE_MS });
    const state = having(before, step(ASKING, GROUPS));
    expect(state.head).toBe(before.head + 1);
    expect([room(state, ROOMS.first), room(state, ROOMS.second)]).toEqual([OPEN, OPEN]);
    expect(timer(state)).toBeUndefined();
    expect(shown(state)).toBe(AGENDA_RECORD_ID);
  });

  test("given a planned round, its item starts it: people sit there, the time runs, the hall sees who sits where", () => {
    const state = having(prepared(), step(null, ROUND_ITEM));
    expect(state.find("person", `person:${ASKER}`)).toMatchObject({ roomId: THIRD, duties: ["leader"] });
    expect(room(state, THIRD)).toEqual(OPEN);
    expect(state.find("round", `round:${ROUND}`)?.status).toBe("running");
    expect(shown(state)).toBe(`round:${ROUND}`);
    expect(timer(state)).toMatchObject({ label: "round", status: "running" });
  });

  test("a round that runs moves nobody again; its rooms are open", () => {
    const moved: Command = { type: "person.move", personId: ASKER, roomId: ROOMS.first };
    const state = having(prepared(), step(null, ROUND_ITEM), moved, step(ROUND_ITEM, REPORT));
    expect(room(state, THIRD)).toEqual({ status: "open", recalls: true });
    const again = having(state, step(REPORT, ROUND_ITEM));
    expect(room(again, THIRD)).toEqual(OPEN);
    expect(again.find("person", `person:${ASKER}`)?.roomId).toBe(ROOMS.first);
  });

  test("given open groups, an item of the plenary calls them back, no later than they were told", () => {
    const state = having(prepared(), step(null, GROUPS), step(GROUPS, REPORT));
    expect(room(state, ROOMS.first)).toEqual({ status: "open", recalls: true });
    const told = having(prepared(), step(null, GROUPS), { type: "rooms.recall", graceMs: 5_000 });
    const due = nextDue(told)?.at;
    expect(nextDue(having(told, step(GROUPS, REPORT)))?.at).toBe(due);
  });

  test.each([
    ["is called back", { type: "rooms.recall", graceMs: 5_000 }],
    ["is about to close", { type: "room.close", roomId: ROOMS.first, graceMs: 5_000 }],
  ] as const)("a group that %s while another is open goes no later than it was told", (_given, command) => {
    const told = having(prepared(), step(null, GROUPS), command, { type: "room.open", roomId: ROOMS.second });
    const closesAt = (state: SessionState, roomId: string) =>
      state.find("room", `room:${roomId}`)?.closing?.closesAt;
    const called = having(told, step(GROUPS, REPORT));
    expect(closesAt(called, ROOMS.first)).toBe(closesAt(told, ROOMS.first));
    expect(room(called, ROOMS.first)).toEqual({ status: "open", recalls: true });
    expect(closesAt(called, ROOMS.second)).toBeGreaterThan(closesAt(told, ROOMS.first) ?? 0);
  });

  test("a closed plenary is opened for an item that takes place there", () => {
    const state = having(prepared(), { type: "room.close", roomId: ROOMS.plenary }, step(null, ASKING));
    expect(room(state, ROOMS.plenary)).toEqual(OPEN);
  });

  test.each([
    ["the round was taken away", { type: "round.remove", roundId: ROUND }, "round_unknown"],
    ["nobody sits in the round", { ...PLAN, groups: [] }, "round_empty"],
    [
      "its group is called as another room",
      { ...PLAN, groups: PLAN.groups.map((group) => ({ ...group, name: "第二组" })) },
      "room_name_taken",
    ],
  ] as const)("given that %s, its item is refused and nothing has moved", (_given, change, code) => {
    const before = having(prepared(), step(null, ASKING), change as Command);
    expect(refusal(before, step(ASKING, ROUND_ITEM))).toBe(code);
    expect(current(before)).toBe(ASKING);
  });

  test("a round that is over is not begun anew", () => {
    const second = namedId("second-round");
    const next = { ...PLAN, roundId: second, name: "第二轮" };
    const state = having(prepared(), step(null, ROUND_ITEM), next, { type: "round.start", roundId: second });
    expect(refusal(having(state, step(ROUND_ITEM, ASKING)), step(ASKING, ROUND_ITEM))).toBe("round_ended");
  });

  test("without a group an item of all groups is refused; one that is taken away or not there as well", () => {
    const bare = play([
      by(WITHOUT_GROUPS),
      by(add({ itemId: GROUPS, roomSet: { kind: "groups" } })),
      by(add({ itemId: REPORT, itemKind: "report" })),
    ]);
    expect(judged(step(null, GROUPS), bare, { actor: actor("organiser"), now: 1 })).toMatchObject({
      refusal: { code: "agenda_no_rooms" },
    });
    // Without a group there is none that reports.
    expect(shown(having(bare, step(null, REPORT)))).toBe(AGENDA_RECORD_ID);
    const removed = having(prepared(), { type: "agenda.remove", itemId: REPORT });
    expect(refusal(removed, step(null, REPORT))).toBe("agenda_item_unknown");
    expect(refusal(sampleSession(), step(null, namedId("nowhere")))).toBe("agenda_item_unknown");
  });

  test("a title longer than a label is cut between characters", () => {
    const title = "𠮷".repeat(20);
    const state = having(prepared(), { type: "agenda.update", itemId: ASKING, title }, step(null, ASKING));
    expect(timer(state)?.label).toBe(`${"𠮷".repeat(9)}…`);
  });
});

describe("[A3] two who press at once", () => {
  test("go on once; to stay changes nothing", () => {
    const state = having(prepared(), step(null, ASKING));
    const once = having(state, step(ASKING, GROUPS));
    expect(refusal(once, step(ASKING, GROUPS))).toBe("agenda_elsewhere");
    expect(refusal(once, step(ASKING, REPORT))).toBe("agenda_elsewhere");
    expect(refusal(once, back(ASKING))).toBe("agenda_elsewhere");
    expect(judged(step(GROUPS, GROUPS), once, { actor: actor("moderator"), now: 9 })).toEqual({
      ok: true,
      value: [],
    });
  });
});

describe("[A4] the stage", () => {
  const QUESTION = namedId("question");
  const asked: readonly Command[] = [
    { type: "question.ask", questionId: QUESTION, roomId: ROOMS.plenary, text: "谁负责？", spoken: true },
  ];

  test("questions: the welcome page, or the question that is there", () => {
    const state = having(prepared(), step(null, GROUPS));
    expect(shown(having(state, step(GROUPS, ASKING)))).toBeNull();
    const question = having(state, ...asked, { type: "stage.show", recordId: `question:${QUESTION}` });
    expect(shown(having(question, step(GROUPS, ASKING)))).toBe(`question:${QUESTION}`);
  });

  test("sharing: who speaks in the plenary, or the agenda", () => {
    const sharing = having(prepared(), { type: "agenda.update", itemId: ASKING, itemKind: "sharing" });
    expect(shown(having(sharing, step(null, ASKING)))).toBe(AGENDA_RECORD_ID);
    const speechId = namedId("speech");
    const speaking = having(
      sharing,
      { type: "speech.add", speechId, roomId: ROOMS.plenary, personId: ASKER },
      { type: "speech.start", speechId },
    );
    expect(shown(having(speaking, step(null, ASKING)))).toBe(`speech:${speechId}`);
  });

  test("report: the first group somebody is in; a vote and the end: the agenda", () => {
    const state = having(prepared(), step(null, REPORT));
    expect(shown(state)).toBe(`room:${ROOMS.first}`);
    const others = [...state.all("person")].filter(({ roomId }) => roomId === ROOMS.first);
    const empty = having(
      prepared(),
      ...others.map(
        (one): Command => ({ type: "person.move", personId: one.personId, roomId: ROOMS.second }),
      ),
    );
    expect(shown(having(empty, step(null, REPORT)))).toBe(`room:${ROOMS.second}`);
    const vote = having(state, { type: "agenda.update", itemId: ASKING, itemKind: "vote" });
    expect(shown(having(vote, step(REPORT, ASKING)))).toBe(AGENDA_RECORD_ID);
    expect(shown(having(state, step(REPORT, null)))).toBe(AGENDA_RECORD_ID);
  });

  test("the report of a round is of the groups that it has just made", () => {
    const state = play([
      by(WITHOUT_GROUPS),
      by(IMPORT),
      by(PLAN),
      by(add({ itemId: REPORT, itemKind: "report", roomSet: { kind: "round", roundId: ROUND } })),
    ]);
    expect(shown(having(state, step(null, REPORT)))).toBe(`room:${THIRD}`);
  });

  test("a group stays on the stage though it opens and closes", () => {
    const state = having(prepared(), step(null, REPORT), { type: "room.open", roomId: ROOMS.first });
    expect(shown(having(state, { type: "room.close", roomId: ROOMS.first }))).toBe(`room:${ROOMS.first}`);
  });
});

describe("[A5] time taken", () => {
  test("is summed up over all that an item was under way, and ends when the session is sealed", () => {
    let state = prepared();
    const walk: readonly (readonly [Command, number])[] = [
      [step(null, ASKING), 10_000],
      [step(ASKING, REPORT), 40_000],
      [step(REPORT, ASKING), 45_000],
    ];
    for (const [command, now] of walk) state = at(state, command, now);
    expect(item(state, ASKING)).toMatchObject({
      startedAt: 10_000,
      endedAt: null,
      spentMs: 30_000,
      runningSince: 45_000,
    });
    expect(item(state, REPORT)).toMatchObject({ startedAt: 40_000, endedAt: 45_000, spentMs: 5_000 });
    const verdict = judged({ type: "session.seal" }, state, { actor: actor("organiser"), now: 60_000 });
    if (!verdict.ok) throw new Error("not sealed");
    const sealed = apply(state, verdict.value, state.head + 1);
    expect(item(sealed, ASKING)).toMatchObject({ endedAt: 60_000, spentMs: 45_000, runningSince: null });
    expect(current(sealed)).toBeNull();
  });
});

describe("[A6] taking a step back", () => {
  test("given a round that it started, people, rooms, time and stage are as before; the times taken stay", () => {
    const before = at(prepared(), step(null, ASKING), 10_000);
    const gone = at(before, step(ASKING, ROUND_ITEM), 70_000);
    const state = at(gone, back(ROUND_ITEM), 76_000);
    expect(state.find("person", `person:${ASKER}`)).toMatchObject({ roomId: ROOMS.first, duties: [] });
    expect(state.find("round", `round:${ROUND}`)).toMatchObject({ status: "planned", start: null });
    expect(room(state, THIRD)).toEqual(CLOSED);
    expect(timer(state)).toMatchObject({ label: "asking", endsAt: 10_000 + 20 * MINUTE_MS });
    expect(shown(state)).toBe(shown(before));
    expect(current(state)).toBe(ASKING);
    expect(item(state, ROUND_ITEM)).toMatchObject({ spentMs: 6_000, runningSince: null });
    expect(item(state, ASKING)).toMatchObject({ spentMs: 60_000, runningSince: 76_000, endedAt: null });
    expect(refusal(state, back(ASKING))).toBe("nothing_to_undo");
  });

  test("groups that it called back are open on, those too that have closed by now", () => {
    const before = having(prepared(), step(null, GROUPS));
    const gone = at(before, step(GROUPS, REPORT), 10_000);
    const state = at(gone, back(REPORT), 11_000);
    expect([room(state, ROOMS.first), room(state, ROOMS.second)]).toEqual([OPEN, OPEN]);
    const due = nextDue(gone);
    if (due === null) throw new Error("nothing due");
    const verdict = judged(due.command, gone, { actor: { kind: "system" }, now: due.at });
    if (!verdict.ok) throw new Error("not closed");
    const closed = apply(gone, verdict.value, gone.head + 1);
    expect(room(closed, ROOMS.first)).toEqual(CLOSED);
    expect(room(at(closed, back(REPORT), due.at + 1), ROOMS.first)).toEqual(OPEN);
  });

  test("what somebody has changed since stays: a room, the time, the stage", () => {
    const gone = having(
      prepared(),
      step(null, ASKING),
      step(ASKING, GROUPS),
      { type: "room.close", roomId: ROOMS.first, graceMs: 60_000 },
      { type: "room.rename", roomId: ROOMS.second, name: "二组" },
      { type: "timer.start", roomId: null, durationMs: 5 * MINUTE_MS, label: "另给的" },
      { type: "stage.show", recordId: `room:${ROOMS.second}` },
    );
    const state = having(gone, back(GROUPS));
    expect(room(state, ROOMS.first)).toEqual({ status: "open", recalls: false });
    expect(room(state, ROOMS.second)).toEqual(CLOSED);
    expect(state.find("room", `room:${ROOMS.second}`)?.name).toBe("二组");
    expect(timer(state)?.label).toBe("另给的");
    expect(shown(state)).toBe(`room:${ROOMS.second}`);
  });

  test("time that somebody stopped meanwhile stays stopped; none before is none again", () => {
    const started = having(prepared(), { type: "timer.stop", roomId: null }, step(null, ASKING));
    expect(timer(having(started, back(ASKING)))).toBeUndefined();
    const gone = having(started, step(ASKING, REPORT), { type: "timer.stop", roomId: null });
    expect(timer(having(gone, back(REPORT)))).toBeUndefined();
  });

  test("the item of before was taken away: it says so and nothing moves; what can be shown no more gives way", () => {
    const gone = having(prepared(), step(null, ASKING), step(ASKING, REPORT));
    const removed = having(gone, { type: "agenda.remove", itemId: ASKING });
    expect(refusal(removed, back(REPORT))).toBe("agenda_item_unknown");
    const round = having(prepared(), step(null, GROUPS), {
      type: "stage.show",
      recordId: `round:${ROUND}`,
    });
    const left = having(round, step(GROUPS, REPORT), { type: "round.remove", roundId: ROUND });
    expect(shown(having(left, back(REPORT)))).toBe(AGENDA_RECORD_ID);
  });
});
