import { test } from "vitest";
import { expectAllOrNothing } from "../support/archive/expect-all-or-nothing.ts";
import { freshSeeds } from "../support/sample/seeded.ts";

test.each(freshSeeds(1))(
  "[Z6] seed %i: killed at any of forty writes, opening leaves all or nothing",
  {
    timeout: 600_000,
  },
  (seed) => expectAllOrNothing(40, seed),
);
