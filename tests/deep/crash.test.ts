import { test } from "vitest";
import { expectNoLoss } from "../support/crash/expect-no-loss.ts";

test(
  "[C1] [N2] 20 rounds of kill -9 under load lose nothing acknowledged",
  {
    timeout: 300_000,
  },
  () => expectNoLoss(20),
);
