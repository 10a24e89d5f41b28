import * as Y from "yjs";
import { hasGaps, nextClock } from "../../../shared/notes/yjs-insides.ts";
import type { NotesLimits } from "../notes-limits.ts";
import { type ConflictSteps, conflictSteps } from "./conflict-steps.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import type { PendingUpdate, UpdatePart } from "./pending-update.ts";
import { toBlocks } from "./update-parts.ts";
import { UpdateSites } from "./update-sites.ts";

/**
 * What became of a part. `taken` is what the document now has of it, which is all unless `outcome` says why not: `later`,
 * the rest was put back for another turn; `gap`, it hangs on something the document lacks; `structure`, no editor of ours
 * writes it; `conflicts`, finding places among what the sender put there himself takes too long; `broken`, Yjs could not
 * take it and the document is no more to be used.
 */
export interface Integrated {
  readonly outcome: "ok" | "later" | "gap" | "structure" | "conflicts" | "broken";
  readonly taken: UpdatePart;
  readonly looked: Looked;
}

/** What finding places took. */
export interface Looked extends ConflictSteps {
  /** Structs for which items of others were looked at. */
  readonly landings: number;
}

export interface IntegrationTarget {
  readonly doc: Y.Doc;
  readonly root: Y.XmlFragment;
  readonly limits: NotesLimits;
  /** Whether what stands under a Yjs client id was put there by the sender. */
  readonly isOwn: (clientId: number) => boolean;
  /** Items of the sender's own that may be looked at. */
  readonly ownStepsMax: number;
  /** Items of others after which the rest waits; the one that passes this is taken. */
  readonly landingStepsMax: number;
}

const NOTHING: UpdatePart = { structs: [], ranges: [] };

/**
 * Takes a part of an update into a document, once all of it was found well built. Structs that land between two side by
 * side go in together; each of the others by itself, after what finding its place will cost was counted.
 */
export function integratePart(
  pending: PendingUpdate,
  part: UpdatePart,
  { doc, root, limits, isOwn, ownStepsMax, landingStepsMax }: IntegrationTarget,
): Integrated {
  const sites = new UpdateSites(doc, root, toBlocks(part.structs), limits);
  let looked: Looked = { own: 0, others: 0, landings: 0 };
  for (const struct of part.structs) {
    const placed = sites.place(struct);
    if (placed === "unknown") return { outcome: "gap", taken: NOTHING, looked };
    if (placed === "forbidden") return { outcome: "structure", taken: NOTHING, looked };
  }
  let start = 0;
  let near = new Neighbourhood(doc, root);
  for (const [index, struct] of part.structs.entries()) {
    const from = Math.max(struct.clock, nextClock(doc, struct.client));
    if (sites.isGone(struct)) continue;
    if (near.isFree(struct, from)) {
      near.add(struct, from);
      continue;
    }
    const before = part.structs.slice(start, index);
    if (!apply(doc, pending, { structs: before, ranges: [] }))
      return { outcome: "broken", taken: NOTHING, looked };
    // Counting is half of what a place costs, so one that is dear by itself is counted in one turn and found in the next.
    const counted = pending.countedFor(struct);
    if (counted === null && total(looked) >= limits.stepsPerTurnMax) {
      pending.putBack(struct, null);
      return { outcome: "later", taken: upTo(part, index), looked };
    }
    const ownMax = ownStepsMax - looked.own;
    const steps = counted ?? conflictSteps(doc, root, struct, from, { isOwn, ownMax });
    const own = looked.own + steps.own;
    if (own > ownStepsMax)
      return { outcome: "conflicts", taken: upTo(part, index), looked: { ...looked, own } };
    const fillsTurn = total(looked) + total(steps) > limits.stepsPerTurnMax;
    const mustWait = steps.others > 0 && looked.others >= landingStepsMax;
    if (mustWait || (fillsTurn && (counted === null || total(looked) > 0))) {
      pending.putBack(struct, steps);
      return { outcome: "later", taken: upTo(part, index), looked };
    }
    looked = {
      own,
      others: looked.others + steps.others,
      landings: looked.landings + (steps.others > 0 ? 1 : 0),
    };
    start = index;
    if (index + 1 < part.structs.length) {
      if (!apply(doc, pending, { structs: [struct], ranges: [] }))
        return { outcome: "broken", taken: NOTHING, looked };
      start = index + 1;
    }
    near = new Neighbourhood(doc, root);
  }
  const rest = { structs: part.structs.slice(start), ranges: part.ranges };
  return apply(doc, pending, rest)
    ? { outcome: "ok", taken: part, looked }
    : { outcome: "broken", taken: NOTHING, looked };
}

function upTo({ structs }: UpdatePart, index: number): UpdatePart {
  return { structs: structs.slice(0, index), ranges: [] };
}

function total({ own, others }: ConflictSteps): number {
  return own + others;
}

function apply(doc: Y.Doc, pending: PendingUpdate, part: UpdatePart): boolean {
  if (part.structs.length === 0 && part.ranges.length === 0) return true;
  try {
    Y.applyUpdate(doc, pending.encode(part));
  } catch {
    return false;
  }
  return !hasGaps(doc);
}
