import { describe, expect, test } from "vitest";
import { agendaIn, itemsInOrder } from "../../../../shared/domain/agenda/items.ts";
import { lanes } from "../../../../shared/domain/lanes.ts";
import type { SessionState } from "../../../../shared/domain/state.ts";
import type { Command, CommandOf } from "../../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { judged } from "../../../support/sample/judged.ts";
import { actor, CREATE, namedId, play, sampleSession } from "../../../support/sample/sample-session.ts";

const [ONE, TWO, THREE] = ["one", "two", "three"].map(namedId) as [string, string, string];
const add = (itemId: string, change: Partial<CommandOf<"agenda.add">> = {}): Command => ({
  type: "agenda.add",
  itemId,
  title: itemId,
  itemKind: "questions",
  plannedMs: null,
  roomSet: { kind: "plenary" },
  ledBy: null,
  ...change,
});
const having = (state: SessionState, ...commands: Command[]) =>
  play(
    commands.map((command) => ({ actor: actor("organiser"), command })),
    state,
  );
const refusal = (state: SessionState, command: Command) => {
  const verdict = judged(command, state, { actor: actor("moderator"), now: 5_000 });
  return verdict.ok ? null : verdict.refusal.code;
};
const order = (state: SessionState) =>
  itemsInOrder(agendaIn(state), state.all("agendaItem")).map(({ itemId }) => itemId);
const THREE_ITEMS = () => having(sampleSession(), add(ONE), add(TWO), add(THREE));

describe("[A1] an agenda is written", () => {
  test("items come at the end; those named come first, others follow, and everybody sees it", () => {
    const state = THREE_ITEMS();
    expect(order(state)).toEqual([ONE, TWO, THREE]);
    const ordered = having(state, {
      type: "agenda.order",
      itemIds: [THREE, namedId("nowhere"), THREE, ONE],
    });
    expect(order(ordered)).toEqual([THREE, ONE, TWO]);
    for (const record of [...ordered.all("agendaItem"), ...ordered.all("agenda")])
      expect(lanes(record, ordered).map(([lane]) => lane)).toEqual(["everyone"]);
  });

  test("one that is taken away comes back to its place; one that is under way stays", () => {
    const state = having(THREE_ITEMS(), { type: "agenda.remove", itemId: TWO });
    expect(order(state)).toEqual([ONE, THREE]);
    expect(order(having(state, { type: "agenda.restore", itemId: TWO }))).toEqual([ONE, TWO, THREE]);
    const begun = having(THREE_ITEMS(), { type: "agenda.advance", fromItemId: null, toItemId: TWO });
    expect(refusal(begun, { type: "agenda.remove", itemId: TWO })).toBe("agenda_item_running");
  });

  test("a change of what is under way changes neither time nor rooms nor stage", () => {
    const begun = having(having(THREE_ITEMS(), { type: "agenda.update", itemId: ONE, plannedMs: 600_000 }), {
      type: "agenda.advance",
      fromItemId: null,
      toItemId: ONE,
    });
    const state = having(begun, {
      type: "agenda.update",
      itemId: ONE,
      title: "改了",
      plannedMs: 60_000,
      roomSet: { kind: "groups" },
      itemKind: "vote",
    });
    expect(state.find("agendaItem", `agendaItem:${ONE}`)).toMatchObject({ title: "改了", plannedMs: 60_000 });
    for (const kind of ["timer", "room", "stage"] as const)
      expect([...state.all(kind)]).toEqual([...begun.all(kind)]);
  });

  test("what cannot be an item is refused", () => {
    const state = THREE_ITEMS();
    expect(refusal(state, add(ONE))).toBe("id_taken");
    const roomSet = { kind: "round", roundId: namedId("nowhere") } as const;
    expect(refusal(state, add(namedId("four"), { roomSet }))).toBe("round_unknown");
    expect(refusal(state, { type: "agenda.update", itemId: ONE, roomSet })).toBe("round_unknown");
    for (const type of ["agenda.update", "agenda.remove", "agenda.restore"] as const)
      expect(refusal(state, { type, itemId: namedId("nowhere") })).toBe("agenda_item_unknown");
    const more = Array.from({ length: LIMITS.agendaItemsMax - 3 }, (_, at) => add(namedId(`more${at}x`)));
    expect(refusal(having(state, ...more), add(namedId("last")))).toBe("too_many_agenda_items");
  });
});

describe("[A7] a session made with an agenda", () => {
  const seed = {
    title: "分组",
    itemKind: "groups",
    plannedMs: 60_000,
    rooms: "groups",
    ledBy: "组长",
  } as const;

  test("has it from its first command on", () => {
    const state = play([
      { actor: actor("organiser"), command: { ...CREATE, agenda: [{ itemId: ONE, ...seed }] } },
    ]);
    expect(state.head).toBe(1);
    const [item] = [...state.all("agendaItem")];
    expect(item).toMatchObject({
      itemId: ONE,
      title: "分组",
      ledBy: "组长",
      roomSet: { kind: "groups" },
      spentMs: 0,
      runningSince: null,
    });
  });

  test("of which two items are one is not made", () => {
    const agenda = [
      { itemId: ONE, ...seed },
      { itemId: ONE, ...seed },
    ];
    const verdict = judged({ ...CREATE, agenda }, play([]), { actor: actor("organiser"), now: 1 });
    expect(verdict).toMatchObject({ refusal: { code: "id_taken" } });
  });
});
