import type { DocumentBlock } from "../model.ts";
import type { MinutesWords } from "../runs.ts";
import { heading } from "./plain-blocks.ts";

/** A part of a room or of a section, `key` within it. */
export interface RoomPart {
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

/** The parts of a room that have something in them; each has a heading only where there are several. */
export function roomParts(within: string, parts: readonly RoomPart[], words: MinutesWords): DocumentBlock[] {
  const filled = parts.filter(({ blocks }) => blocks.length > 0);
  return filled.flatMap(({ key, title, blocks }, index) => [
    ...(filled.length > 1
      ? [heading(`${within}/${key}`, 2, words.partNumber(String(index + 1)), title)]
      : []),
    ...blocks,
  ]);
}
