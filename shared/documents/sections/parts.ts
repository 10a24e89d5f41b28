import type { DocumentSetup } from "../../domain/documents/records.ts";
import type { DocumentBlock } from "../model.ts";
import type { DocumentPart } from "./section.ts";
import { inSetupOrder } from "./setup-order.ts";

/** A part with what stands in it. */
export interface FilledPart extends DocumentPart {
  readonly blocks: readonly DocumentBlock[];
}

interface ArrangedParts {
  /** Those that have something in some room, in the setup's order, hidden ones among them. */
  readonly parts: DocumentPart[];
  /** What stands in those that are hidden. */
  readonly unshown: DocumentBlock[];
  /** A room's parts in that order without those that are hidden. */
  readonly shownOf: (own: readonly FilledPart[]) => FilledPart[];
}

/** The parts of rooms as the setup orders and hides them, in all rooms alike. */
export function arrangedParts(
  rooms: readonly (readonly FilledPart[])[],
  { sections, hidden }: Pick<DocumentSetup, "sections" | "hidden">,
): ArrangedParts {
  const filled = rooms.flat().filter(({ blocks }) => blocks.length > 0);
  const used = new Set(filled.map(({ key }) => key));
  const built = (rooms[0] ?? []).filter(({ key }) => used.has(key));
  return {
    parts: inSetupOrder(built, sections).map(({ key, title }) => ({ key, title })),
    unshown: filled.flatMap(({ key, blocks }) => (hidden.includes(key) ? blocks : [])),
    shownOf: (own) => inSetupOrder(own, sections).filter(({ key }) => !hidden.includes(key)),
  };
}
