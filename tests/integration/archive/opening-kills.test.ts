import { test } from "vitest";
import { expectAllOrNothing } from "../../support/archive/expect-all-or-nothing.ts";
import { freshSeeds } from "../../support/sample/seeded.ts";

const [seed = 0] = freshSeeds(1);

test(
  "[Z6] a server killed while it opens an archive has nothing of it when it starts again",
  {
    timeout: 120_000,
  },
  () => expectAllOrNothing(seed, 3),
);
