import { expect, test } from "vitest";
import { usualRound } from "../../../../client/features/console/dialogs/stage-choices.ts";

const rounds = (...statuses: ("planned" | "running" | "ended")[]) =>
  statuses.map((status, at) => ({ status, name: String(at + 1) }));

test("the seats that are offered first are those of the round that runs, else of the next, else of the last", () => {
  expect(usualRound(rounds("ended", "running", "planned"))?.name).toBe("2");
  expect(usualRound(rounds("ended", "planned", "planned"))?.name).toBe("2");
  expect(usualRound(rounds("ended", "ended"))?.name).toBe("2");
  expect(usualRound([])).toBeUndefined();
});
