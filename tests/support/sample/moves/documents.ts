import type { Move, Moves } from "./scene.ts";

const KEYS = ["overview", "meta/place", "attendance/present"];

/** Documents that are set up and worded. */
export const documents: Moves = ({ random, state, moderator, text }) => {
  const name = random.pick(["minutes", "lists"] as const);
  const key = random.pick(KEYS);
  const was = state.find("documentEdit", `documentEdit:${name}:${key}`)?.text ?? null;
  const moves: readonly (() => Move)[] = [
    () => ({
      actor: moderator,
      command: {
        type: "document.arrange",
        name,
        redHead: random.pick([null, { sign: text("sign") }]),
        hide: [key],
      },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "document.arrange",
        name,
        namesAskers: random.chance(0.5),
        sections: [key],
        show: [key],
      },
    }),
    () => ({
      actor: moderator,
      command: { type: "document.edit", name, key, source: text("built"), text: text("worded"), was },
    }),
    () => ({ actor: moderator, command: { type: "document.restore", name, key } }),
  ];
  // One of them a draw: what moves people is to come up as often as before.
  return [random.pick(moves)];
};
