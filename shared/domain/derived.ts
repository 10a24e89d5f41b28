import type { Acting } from "./acting.ts";
import { followRounds } from "./offers/following.ts";
import type { Patch } from "./patches.ts";
import { beginSingletons } from "./singletons.ts";
import { leaveFloor } from "./speaking/leaving.ts";
import { followSpeakers } from "./stage/following.ts";
import { leaveStage } from "./stage/leaving.ts";
import { markOnStage } from "./stage/marking.ts";
import { countAnew } from "./tally/counting.ts";

/** Patches that follow from a command's own, whatever the command. */
type Derivation = (acting: Acting, patches: readonly Patch[]) => Patch[];

/** What is kept in step with other records. */
const DERIVED: readonly Derivation[] = [
  beginSingletons,
  leaveFloor,
  followSpeakers,
  leaveStage,
  markOnStage,
  followRounds,
  countAnew,
];

/** `patches`, and what follows from them. */
export function withDerived(acting: Acting, patches: readonly Patch[]): Patch[] {
  const all = [...patches];
  for (const derive of DERIVED) all.push(...derive(acting, all));
  return all;
}
