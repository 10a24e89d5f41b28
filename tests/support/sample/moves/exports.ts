import { anybody, type Moves, ORGANISER } from "./scene.ts";

/** Files that are taken. */
export const exports: Moves = (scene) => {
  const { random, state, moderator, text } = scene;
  const file = {
    type: "export.record",
    exportId: random.id(),
    bytes: 1 + random.below(1_000_000),
    sha256: "0".repeat(64),
    madeFrom: { seq: Math.max(0, state.head - random.below(2)), hash: "1".repeat(64) },
  } as const;
  return [
    () => ({ actor: moderator, command: { ...file, file: "minutes.docx", unit: null } }),
    () => ({ actor: anybody(scene), command: { ...file, file: "ledger.xlsx", unit: text("unit") } }),
    () => ({
      actor: ORGANISER,
      command: {
        type: "session.update",
        settings: { exportsBy: random.pick(["staff", "named"]), watermark: random.chance(0.5) },
      },
    }),
  ];
};
