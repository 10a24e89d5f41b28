import type { DocumentBlock } from "../model.ts";
import type { MinutesWords } from "../runs.ts";
import { heading } from "./plain-blocks.ts";

interface RoomPart {
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

/** The parts of a room that have something in them; each has a heading only where there are several. */
export function roomParts(parts: readonly RoomPart[], words: MinutesWords): DocumentBlock[] {
  const filled = parts.filter(({ blocks }) => blocks.length > 0);
  return filled.flatMap(({ title, blocks }, index) => [
    ...(filled.length > 1 ? [heading(2, words.partNumber(String(index + 1)), title)] : []),
    ...blocks,
  ]);
}
