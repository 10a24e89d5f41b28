import { describe, expect, test } from "vitest";
import { journalRow } from "../../../server/host/journal-row.ts";
import { GENESIS_HASH } from "../../../server/ports/journal.ts";
import { personLanes } from "../../../shared/domain/people/lanes.ts";
import { personRecordId } from "../../../shared/domain/people/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import { CAST, type Role } from "../../support/sample/cast.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, personId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const organiser = actor("organiser");
const stateAfter = (...commands: Command[]) =>
  play(
    commands.map((command) => ({ actor: organiser, command })),
    sampleSession(),
  );
const personIn = (state: SessionState, role: Role) => state.find("person", personRecordId(personId(role)));
const correct = (role: Role, said: Omit<CommandOf<"person.update">, "type" | "personId">): Command => ({
  type: "person.update",
  personId: personId(role),
  ...said,
});
const refusal = (command: Command, state: SessionState = sampleSession()) => {
  const verdict = judged(command, state, { actor: organiser, now: 5 });
  return verdict.ok ? null : verdict.refusal;
};

const journalRowOf = (command: Command) => {
  const verdict = judged(command, sampleSession(), { actor: organiser, now: 5 });
  if (!verdict.ok) throw new Error(verdict.refusal.code);
  const { value: patches } = verdict;
  return journalRow({ seq: 9, at: 5, actor: "organiser", commandId: "c", command, patches }, GENESIS_HASH);
};

describe("a correction", () => {
  test("[P1] changes what it names and keeps who it is, arrival and room among it", () => {
    const before = stateAfter({ type: "person.move", personId: personId("asker"), roomId: ROOMS.second });
    const state = play(
      [{ actor: organiser, command: correct("asker", { name: "郑文 浩（女）", post: "-", order: 40 }) }],
      before,
    );
    const { rev: _rev, ...person } = personIn(state, "asker") ?? { rev: 0 };
    const { rev: _before, ...was } = personIn(before, "asker") ?? { rev: 0 };
    expect(person).toEqual({ ...was, name: "郑文浩", post: null, order: 40 });
    expect(was).toMatchObject({ roomId: ROOMS.second });
  });

  test("[P1] of the group takes its person to the group's room", () => {
    expect(personIn(stateAfter(correct("asker", { group: "第二组" })), "asker")?.roomId).toBe(ROOMS.second);
    expect(personIn(stateAfter(correct("asker", { group: null })), "asker")?.roomId).toBeNull();
    expect(personIn(stateAfter(correct("asker", { seat: "1排2座" })), "asker")?.roomId).toBe(ROOMS.first);
  });

  test("of duties stands in the order of the vocabulary", () => {
    const state = stateAfter(correct("asker", { duties: ["leader", "moderator"] }));
    expect(personIn(state, "asker")?.duties).toEqual(["moderator", "leader"]);
  });

  test.each([
    [{ name: CAST.financeToo.name }, { code: "person_exists", details: { field: "name" } }],
    [
      { name: CAST.financeToo.name, unit: `${CAST.finance.unit} ` },
      { code: "person_exists", details: { field: "name" } },
    ],
    [{ name: "钱甲、孙乙" }, { code: "name_several", details: { field: "name" } }],
    [{ name: "无" }, { code: "text_empty", details: { field: "name" } }],
    [{ unit: "#N/A" }, { code: "text_unreadable", details: { field: "unit" } }],
  ])("[P1] to %j is refused: %j", (said, expected) => {
    expect(refusal(correct("finance", said))).toEqual(expected);
  });

  test("to somebody taken off the roster, or nobody, is refused", () => {
    const removed = stateAfter({ type: "person.remove", personId: personId("asker") });
    expect(refusal(correct("asker", { seat: "1" }), removed)).toEqual({ code: "person_unknown" });
    expect(refusal({ type: "person.update", personId: personId("asker").replace("asker", "nobod") })).toEqual(
      {
        code: "person_unknown",
      },
    );
  });

  test("that changes nothing leaves nothing behind", () => {
    const { name, unit, side } = CAST.asker;
    const verdict = judged(correct("asker", { name, unit, side, group: "第一组" }), sampleSession(), {
      actor: organiser,
      now: 5,
    });
    expect(verdict).toEqual({ ok: true, value: [] });
  });

  test("[H2] leaves name, unit and post out of the journal", () => {
    const command = correct("asker", { name: "改名某", unit: "改名县", post: "改名长", seat: "9排9座" });
    const row = journalRowOf(command);
    expect(JSON.stringify(row)).not.toContain("改名");
    expect(row.patches).toContain("9排9座");
    expect(row.command).toContain("9排9座");
  });
});

test("[P2] a side that was told from the unit is a guess until it is said, and again when that is undone", () => {
  const guessed = stateAfter(correct("asker", { side: "county", sideGuessed: true }));
  expect(personIn(guessed, "asker")?.sideGuessed).toBe(true);
  const next = (command: Command, from: SessionState) => play([{ actor: organiser, command }], from);
  const elsewhere = next(correct("asker", { seat: "1" }), guessed);
  expect(personIn(elsewhere, "asker")?.sideGuessed).toBe(true);
  expect(personIn(next(correct("asker", { side: "county" }), guessed), "asker")?.sideGuessed).toBe(false);
  const observer = next(correct("asker", { side: "observer" }), guessed);
  expect(personIn(observer, "asker")).toMatchObject({ side: "observer", sideGuessed: false });
});

describe("[P4] leave", () => {
  const leave = (role: Role, on = true): Command => ({
    type: "person.excuse",
    personId: personId(role),
    on,
  });

  test("is noted, taken back, and over for who comes after all", () => {
    expect(personIn(stateAfter(leave("asker")), "asker")?.excused).toBe(true);
    expect(personIn(stateAfter(leave("asker"), leave("asker", false)), "asker")?.excused).toBe(false);
    const arrive = { type: "person.arrive", personId: personId("asker") } as const;
    const state = play([{ actor: { kind: "system" }, command: arrive }], stateAfter(leave("asker")));
    expect(personIn(state, "asker")).toMatchObject({ excused: false });
    expect(personIn(state, "asker")?.arrivedAt).not.toBeNull();
    expect(refusal(leave("asker"), state)).toEqual({ code: "person_arrived" });
  });

  test("has a reason and somebody who comes instead, said anew as a whole, and gone with the leave", () => {
    const said = { excuseReason: "省里开会", substitute: "副局长 李红梅" };
    const noted = { excused: true, excuseReason: "省里开会", substitute: "副局长 李红梅" };
    const state = stateAfter({ ...leave("asker"), ...said } as Command);
    expect(personIn(state, "asker")).toMatchObject(noted);
    const again = play([{ actor: organiser, command: leave("asker") }], state);
    expect(personIn(again, "asker")).toMatchObject({ excused: true, excuseReason: null, substitute: null });
    const nothing = { excused: false, excuseReason: null, substitute: null };
    expect(
      personIn(play([{ actor: organiser, command: leave("asker", false) }], state), "asker"),
    ).toMatchObject(nothing);
    const arrive = { type: "person.arrive", personId: personId("asker") } as const;
    expect(personIn(play([{ actor: { kind: "system" }, command: arrive }], state), "asker")).toMatchObject(
      nothing,
    );
  });

  test("[H2] its reason and who comes instead are for staff and the person, and not in the journal", () => {
    const command = { ...leave("asker"), excuseReason: "省里开会", substitute: "李红梅" } as Command;
    const state = stateAfter(command);
    const person = personIn(state, "asker");
    if (person === undefined) throw new Error("nobody");
    const told = personLanes(person).filter(([, view]) => /省里开会|李红梅/u.test(JSON.stringify(view)));
    expect(told.map(([lane]) => lane)).toEqual(["staff", `person:${personId("asker")}`]);
    expect(JSON.stringify(journalRowOf(command))).not.toMatch(/省里开会|李红梅/u);
  });
});

test("[P6] who was here and left early is noted, once, taken back, and back when they enter again", () => {
  const leave = (on: boolean): Command => ({ type: "person.leave", personId: personId("asker"), on });
  const arrive = {
    actor: { kind: "system" },
    command: { type: "person.arrive", personId: personId("asker") },
  } as const;
  const here = play([arrive], stateAfter());
  expect(refusal(leave(true), stateAfter())).toEqual({ code: "person_not_here" });
  const gone = play([{ actor: organiser, command: leave(true) }], here);
  const at = personIn(gone, "asker")?.leftAt;
  expect(at).toEqual(expect.any(Number));
  expect(personIn(play([{ actor: organiser, command: leave(true) }], gone), "asker")).toEqual(
    personIn(gone, "asker"),
  );
  expect(personIn(play([{ actor: organiser, command: leave(false) }], gone), "asker")?.leftAt).toBeNull();
  const back = play([arrive], gone);
  expect(personIn(back, "asker")).toMatchObject({
    leftAt: null,
    arrivedAt: personIn(here, "asker")?.arrivedAt,
  });
});

describe("[P3] [P5] an import that removes", () => {
  const row = (role: Role, order = 1) => {
    const { name, unit, side } = CAST[role];
    return {
      personId: personId(role),
      order,
      name,
      unit,
      post: null,
      side,
      duties: [],
      group: null,
      seat: null,
    };
  };

  test("takes off the roster whom it names, in the one act, and who is put back is as before", () => {
    const removed = [personId("neighbour"), personId("leader")];
    const state = stateAfter({ type: "roster.import", people: [row("asker")], removed });
    expect(personIn(state, "neighbour")?.removed).toBe(true);
    expect(personIn(state, "leader")?.removed).toBe(true);
    const back = play(
      [{ actor: organiser, command: { type: "person.restore", personId: personId("leader") } }],
      state,
    );
    const { rev: _rev, ...person } = personIn(back, "leader") ?? { rev: 0 };
    const { rev: _before, ...was } = personIn(sampleSession(), "leader") ?? { rev: 0 };
    expect(person).toEqual(was);
  });

  test("does not remove whom it names as well, nor somebody unknown", () => {
    const people = [row("asker")];
    expect(refusal({ type: "roster.import", people, removed: [personId("asker")] })?.code).toBe(
      "bad_request",
    );
    const nobody = personId("asker").replace("asker", "nobod");
    expect(refusal({ type: "roster.import", people, removed: [nobody] })?.code).toBe("person_unknown");
  });
});
