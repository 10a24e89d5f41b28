import * as Y from "yjs";
import type { NotesLimits } from "../notes-limits.ts";
import { conflictSteps } from "./conflict-steps.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import type { PendingUpdate, UpdatePart } from "./pending-update.ts";
import { toBlocks } from "./update-parts.ts";
import { UpdateSites } from "./update-sites.ts";

/**
 * What became of a part. `taken` is what the document now has of it, which is all unless `outcome` says why not: `gap`, it
 * hangs on something the document lacks; `structure`, no editor of ours writes it; `conflicts`, finding its place takes too
 * long; `broken`, Yjs could not take it and the document is no more to be used.
 */
export interface Integrated {
  readonly outcome: "ok" | "gap" | "structure" | "conflicts" | "broken";
  readonly taken: UpdatePart;
  /** Items looked at to find places. */
  readonly steps: number;
}

export interface IntegrationTarget {
  readonly doc: Y.Doc;
  readonly root: Y.XmlFragment;
  readonly limits: NotesLimits;
  /** Items that may be looked at to find places. */
  readonly stepsMax: number;
}

const NOTHING: UpdatePart = { structs: [], ranges: [] };

/**
 * Takes a part of an update into a document, once all of it was found well built. Structs that land between two side by
 * side go in together; each of the others by itself, after what finding its place will cost was counted.
 */
export function integratePart(
  pending: PendingUpdate,
  part: UpdatePart,
  { doc, root, limits, stepsMax }: IntegrationTarget,
): Integrated {
  const sites = new UpdateSites(doc, root, toBlocks(part.structs), limits);
  for (const struct of part.structs) {
    const placed = sites.place(struct);
    if (placed === "unknown") return { outcome: "gap", taken: NOTHING, steps: 0 };
    if (placed === "forbidden") return { outcome: "structure", taken: NOTHING, steps: 0 };
  }
  let steps = 0;
  let start = 0;
  let near = new Neighbourhood(doc, root);
  for (const [index, struct] of part.structs.entries()) {
    const from = Math.max(struct.clock, Y.getState(doc.store, struct.client));
    if (sites.isGone(struct)) continue;
    if (near.isFree(struct, from)) {
      near.add(struct, from);
      continue;
    }
    const before = part.structs.slice(start, index);
    if (!apply(doc, pending, { structs: before, ranges: [] })) return broken(steps);
    steps += conflictSteps(doc, root, struct, from, stepsMax - steps);
    if (steps > stepsMax) {
      return { outcome: "conflicts", taken: { structs: part.structs.slice(0, index), ranges: [] }, steps };
    }
    start = index;
    if (index + 1 < part.structs.length) {
      if (!apply(doc, pending, { structs: [struct], ranges: [] })) return broken(steps);
      start = index + 1;
    }
    near = new Neighbourhood(doc, root);
  }
  const rest = { structs: part.structs.slice(start), ranges: part.ranges };
  return apply(doc, pending, rest) ? { outcome: "ok", taken: part, steps } : broken(steps);
}

function apply(doc: Y.Doc, pending: PendingUpdate, part: UpdatePart): boolean {
  if (part.structs.length === 0 && part.ranges.length === 0) return true;
  try {
    Y.applyUpdate(doc, pending.encode(part));
  } catch {
    return false;
  }
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

function broken(steps: number): Integrated {
  return { outcome: "broken", taken: NOTHING, steps };
}
