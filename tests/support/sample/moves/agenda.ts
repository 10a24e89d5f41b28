import { agendaIn, itemsInOrder } from "../../../../shared/domain/agenda/items.ts";
import { agendaKindSchema } from "../../../../shared/protocol/commands/agenda.ts";
import type { Moves } from "./scene.ts";

const MINUTE_MS = 60_000;

/** The agenda is written, changed and gone through, forwards and backwards. */
export const agenda: Moves = ({ random, state, moderator, text }) => {
  const order = agendaIn(state);
  const items = itemsInOrder(order, state.all("agendaItem"));
  const known = order?.itemIds ?? [];
  const itemId = known.length > 0 ? random.pick(known) : random.id();
  const current = order?.currentItemId ?? null;
  const rounds = [...state.all("round")].map(({ roundId }) => ({ kind: "round", roundId }) as const);
  const roomSet = random.pick([{ kind: "plenary" } as const, { kind: "groups" } as const, ...rounds]);
  const said = {
    title: text("a"),
    itemKind: random.pick(agendaKindSchema.options),
    plannedMs: random.pick([null, MINUTE_MS, 20 * MINUTE_MS]),
    roomSet,
    ledBy: random.pick([null, text("b")]),
  };
  const advance = () => ({
    actor: moderator,
    command: {
      type: "agenda.advance",
      fromItemId: random.chance(0.9) ? current : itemId,
      toItemId: random.chance(0.1) || items.length === 0 ? null : random.pick(items).itemId,
    } as const,
  });
  return [
    () => ({ actor: moderator, command: { type: "agenda.add", itemId: random.id(), ...said } }),
    () => ({ actor: moderator, command: { type: "agenda.update", itemId, ...said } }),
    () => ({
      actor: moderator,
      command:
        random.chance(0.5) || known.length === 0
          ? { type: random.pick(["agenda.remove", "agenda.restore"] as const), itemId }
          : { type: "agenda.order", itemIds: [random.pick(known), random.pick(known)] },
    }),
    advance,
    () =>
      random.chance(0.5)
        ? advance()
        : { actor: moderator, command: { type: "agenda.back", fromItemId: current } },
  ];
};
