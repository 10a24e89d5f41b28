import { test } from "vitest";
import { sendMalformedFrames } from "../support/notes/malformed-frames.ts";
import { freshSeeds } from "../support/sample/seeded.ts";

test.each(freshSeeds(3))(
  "[N6] seed %i: 2,000 malformed frames end no process, spoil no document, disturb nobody",
  (seed) => sendMalformedFrames(seed, 2_000),
);
