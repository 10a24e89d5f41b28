import { describe, expect, test } from "vitest";
import { agendaOf, changesOf, plannedEnd, plannedSum } from "../../../client/features/agenda/agenda-state.ts";
import { faultOf, outlookOf } from "../../../client/features/agenda/outlook.ts";
import { TEMPLATES, templateOf } from "../../../client/features/organiser/new-session/templates.ts";
import { agendaPages, agendaScale } from "../../../client/features/stage/agenda/agenda-pages.ts";
import { movedTo } from "../../../client/ui/ordering/moved-to.ts";
import { agendaIn, findItem } from "../../../shared/domain/agenda/items.ts";
import { USUAL_RULES } from "../../../shared/domain/rounds/rules.ts";
import { agenda as enWords } from "../../../shared/messages/en/rooms/agenda.ts";
import { agenda as words } from "../../../shared/messages/zh-CN/rooms/agenda.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import { createSessionBodySchema } from "../../../shared/protocol/http.ts";
import { actor, namedId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const MINUTE_MS = 60_000;
const [ONE, TWO, THREE] = ["one", "two", "three"].map(namedId) as [string, string, string];
const add = (itemId: string, change: Partial<CommandOf<"agenda.add">> = {}): Command => ({
  type: "agenda.add",
  itemId,
  title: itemId,
  itemKind: "questions",
  plannedMs: 20 * MINUTE_MS,
  roomSet: { kind: "plenary" },
  ledBy: null,
  ...change,
});
const step = (fromItemId: string | null, toItemId: string | null): Command => ({
  type: "agenda.advance",
  fromItemId,
  toItemId,
});
const having = (...commands: Command[]) =>
  play(
    commands.map((command) => ({ actor: actor("organiser"), command })),
    sampleSession(),
  );
const WRITTEN = [
  add(ONE),
  add(TWO, { itemKind: "groups", roomSet: { kind: "groups" }, plannedMs: null }),
  add(THREE, { itemKind: "report" }),
];
function standing(...commands: Command[]) {
  const state = having(...WRITTEN, ...commands);
  const agenda = agendaOf(agendaIn(state), [...state.all("agendaItem")]);
  const { current, next, previous, isBegun } = agenda;
  return { agenda, told: [current?.itemId ?? null, next?.itemId ?? null, previous?.itemId ?? null, isBegun] };
}

describe("[A7] templates", () => {
  test("are what the server takes, in both languages", () => {
    for (const { templates } of [words, enWords]) {
      for (const name of TEMPLATES) {
        const { title, agenda, groups, settings } = templateOf(name, templates, (ordinal) => `组${ordinal}`);
        const rooms = ["大会", ...groups].map((room, at) => ({
          name: room,
          kind: at === 0 ? "plenary" : "breakout",
        }));
        expect(createSessionBodySchema.safeParse({ title, agenda, settings, rooms }).error).toBeUndefined();
        expect(agenda.some(({ rooms: place }) => place === "groups")).toBe(groups.length > 0);
      }
    }
  });
});

describe("where the agenda stands", () => {
  test("before it begins, on its way, at its last item and once it is over", () => {
    expect(standing().told).toEqual([null, ONE, null, false]);
    expect(standing(step(null, TWO)).told).toEqual([TWO, THREE, ONE, true]);
    expect(standing(step(null, THREE)).told).toEqual([THREE, null, TWO, true]);
    expect(standing(step(null, ONE), step(ONE, TWO), step(TWO, null)).told).toEqual([null, null, TWO, true]);
  });

  test("when it would end: from the beginning as planned, later from now with what is left", () => {
    const { agenda } = standing();
    expect(plannedSum(agenda.items)).toEqual({ ms: 40 * MINUTE_MS, open: 1 });
    const times = { startsAt: 1_000, now: 9_000, spentMs: 0 };
    expect(plannedEnd(agenda, times)).toBe(1_000 + 40 * MINUTE_MS);
    expect(plannedEnd(agenda, { ...times, startsAt: null })).toBeNull();
    const begun = standing(step(null, ONE)).agenda;
    expect(plannedEnd(begun, { ...times, spentMs: 5 * MINUTE_MS })).toBe(9_000 + 35 * MINUTE_MS);
    expect(plannedEnd(begun, { ...times, spentMs: 50 * MINUTE_MS })).toBe(9_000 + 20 * MINUTE_MS);
    expect(plannedEnd(standing(step(null, ONE), step(ONE, null)).agenda, times)).toBeNull();
  });

  test("an item moves to a place and no further than the ends", () => {
    const { items } = standing().agenda;
    const ids = items.map(({ itemId }) => itemId);
    expect(movedTo(ids, THREE, 0)).toEqual([THREE, ONE, TWO]);
    expect(movedTo(ids, ONE, 9)).toEqual([TWO, THREE, ONE]);
    expect(movedTo(ids, ONE, -1)).toBeNull();
  });
});

describe("what a step will do is told before", () => {
  const outlook = (itemId: string | null, ...commands: Command[]) => {
    const state = having(...WRITTEN, ...commands);
    const item = itemId === null ? null : (findItem(itemId, state) ?? null);
    return outlookOf(item, state, words.confirm);
  };
  const { confirm } = words;

  test("its rooms, its time, its page", () => {
    expect(outlook(ONE)).toEqual([confirm.recall(2), confirm.time(20), confirm.stage.welcome]);
    const closed: Command = { type: "rooms.close", roomIds: [ROOMS.first, ROOMS.second] };
    expect(outlook(ONE, closed)[0]).toBe(confirm.stay);
    expect(outlook(TWO)).toEqual([confirm.openAlready(2), confirm.noTime, confirm.stage.agenda]);
    const timer: Command = { type: "timer.start", roomId: null, durationMs: MINUTE_MS };
    expect(outlook(TWO, closed, timer).slice(0, 2)).toEqual([confirm.open(2), confirm.stopTime]);
    expect(outlook(THREE)[2]).toBe(confirm.stage.report("第一组"));
    expect(outlook(null)[2]).toBe(confirm.stage.agenda);
  });

  test("a round says whom it moves, and once it runs what it opens", () => {
    const roundId = namedId("round");
    const group = {
      roomId: ROOMS.first,
      name: "第一组",
      max: null,
      locked: [],
      leaderId: null,
      recorderId: null,
    };
    const people = [actor("asker"), actor("finance")].flatMap((one) =>
      "personId" in one ? [one.personId] : [],
    );
    const plan: Command = {
      type: "round.plan",
      roundId,
      name: "第一轮",
      groups: [{ ...group, free: people }],
      rules: USUAL_RULES,
      seed: 1,
    };
    const item: Command = { type: "agenda.update", itemId: TWO, roomSet: { kind: "round", roundId } };
    expect(outlook(TWO, plan, item)[0]).toBe(confirm.start("第一轮", 2, 1));
    expect(outlook(TWO, plan, item)[2]).toBe(confirm.stage.round);
    expect(outlook(TWO, plan, item, { type: "round.start", roundId })[0]).toBe(confirm.openAlready(1));
  });
});

test("why an item cannot be gone to is told before", () => {
  const roundId = namedId("round");
  const plan: Command = {
    type: "round.plan",
    roundId,
    name: "第一轮",
    groups: [],
    rules: USUAL_RULES,
    seed: 1,
  };
  const item: Command = { type: "agenda.update", itemId: TWO, roomSet: { kind: "round", roundId } };
  const fault = (...commands: Command[]) => {
    const state = having(...WRITTEN, ...commands);
    return faultOf(findItem(TWO, state) ?? null, state);
  };
  expect(fault()).toBeNull();
  expect(fault(plan, item)).toBe("round_empty");
  expect(fault(plan, item, { type: "round.remove", roundId })).toBe("round_unknown");
});

test("only what is changed of an item is said, and taken back", () => {
  const [item] = standing().agenda.items;
  if (item === undefined) throw new Error("no item");
  const { title, itemKind, plannedMs, roomSet, ledBy } = item;
  const same = { title, itemKind, plannedMs, roomSet: { ...roomSet }, ledBy };
  expect(changesOf(item, same)).toBeNull();
  expect(changesOf(item, { ...same, plannedMs: MINUTE_MS })).toEqual({
    before: { plannedMs: 20 * MINUTE_MS },
    after: { plannedMs: MINUTE_MS },
  });
});

describe("[W1] the agenda on the stage", () => {
  const titled = (count: number, title: string) => Array.from({ length: count }, () => ({ title }));

  test("what is longer than a page goes on on the next, and nothing is left out", () => {
    expect(agendaPages(titled(9, "提问解惑")).map(({ length }) => length)).toEqual([9]);
    expect(agendaPages(titled(19, "提问解惑")).map(({ length }) => length)).toEqual([9, 9, 1]);
    expect(agendaPages(titled(6, "题".repeat(40))).map(({ length }) => length)).toEqual([5, 1]);
    expect(agendaPages([])).toEqual([[]]);
  });

  test("few and short items stand in larger letters, never in smaller ones", () => {
    expect(agendaScale(titled(3, "汇报"))).toBe(1.5);
    expect(agendaScale(titled(9, "汇报"))).toBeCloseTo(1.013, 3);
    expect(agendaScale(titled(1, "题".repeat(40)))).toBe(1);
    expect(agendaScale([])).toBe(1.5);
  });
});
