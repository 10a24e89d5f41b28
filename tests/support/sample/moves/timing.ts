import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { anybody, type Moves } from "./scene.ts";

const MINUTE_MS = 60_000;

/** Time that is counted down, by who may and who may not. One move of many, so that what takes several steps still comes about. */
export const timing: Moves = (scene) => {
  const { random, moderator, text } = scene;
  const roomId = random.pick([scene.roomId, null]);
  const durationMs = MINUTE_MS * (1 + random.below(30));
  const commands: readonly Command[] = [
    { type: "timer.start", roomId, durationMs, label: text("t") },
    { type: "timer.start", roomId, durationMs },
    { type: "timer.pause", roomId },
    { type: "timer.resume", roomId },
    { type: "timer.extend", roomId, byMs: random.pick([MINUTE_MS, 5 * MINUTE_MS, -MINUTE_MS]) },
    { type: "timer.stop", roomId },
    { type: "timer.restore", roomId, durationMs, was: { status: "running", endsAt: durationMs } },
    { type: "timer.restore", roomId, durationMs, was: { status: "paused", leftMs: -durationMs } },
  ];
  const move = { actor: random.chance(0.8) ? moderator : anybody(scene), command: random.pick(commands) };
  return [() => move];
};
