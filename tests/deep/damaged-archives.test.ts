import { test } from "vitest";
import { expectRefused } from "../support/archive/expect-refused.ts";
import { freshSeeds } from "../support/sample/seeded.ts";

test.each(freshSeeds(5))(
  "[Z9] seed %i: no archive damaged in many ways is opened",
  {
    timeout: 600_000,
  },
  (seed) => expectRefused(5, seed),
);
