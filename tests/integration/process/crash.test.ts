import { test } from "vitest";
import { expectNoLoss } from "../../support/crash/expect-no-loss.ts";

test("[C1] [N2] 3 rounds of kill -9 under load lose nothing acknowledged", () => expectNoLoss(3));
