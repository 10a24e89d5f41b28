import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { IMPORTS, ROOT } from "./source-imports.ts";

/** What comes with each of these pieces: the first page, and what the room fetches for those who answer. */
const PIECES = ["client/main.tsx", "client/features/room/unit-main.tsx"];
/** The place that knows where the words come from. */
const LANGUAGE = "client/ui/language.tsx";

/** All that is fetched together with a file. */
function pieceOf(file: string): Set<string> {
  const piece = new Set([file]);
  for (const one of piece)
    for (const { target } of IMPORTS.filter(
      ({ file: from, typeOnly, isLazy }) => from === one && !typeOnly && !isLazy,
    ))
      if (target.startsWith("client/")) piece.add(target);
  return piece;
}

// It would wait for the words of all screens in the middle of the room, which is gone meanwhile.
test.each(PIECES)("nothing that comes with %s reads the words of staff's screens", (piece) => {
  const files = [...pieceOf(piece)].filter((file) => /\.tsx?$/.test(file) && file !== LANGUAGE);
  expect(files.length).toBeGreaterThan(20);
  const reading = files.filter((file) => readFileSync(join(ROOT, file), "utf8").includes("useAllMessages"));
  expect(reading).toEqual([]);
});
