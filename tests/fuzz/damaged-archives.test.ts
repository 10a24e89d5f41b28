import { test } from "vitest";
import { expectRefused } from "../support/archive/expect-refused.ts";
import { freshSeeds } from "../support/sample/seeded.ts";

test.each(freshSeeds(1))(
  "[Z9] seed %i: no damaged archive is opened, and each is told why",
  { timeout: 180_000 },
  (seed) => expectRefused(seed, 2),
);
