import { test } from "vitest";
import { playCanary } from "../support/sockets/canary.ts";

test("[V1] [V2] [V3] [V4] [V5] [V6] nothing hidden reaches anybody it is hidden from, 12 seeds", () =>
  playCanary(12));
