import type { Acting } from "./acting.ts";
import type { Patch } from "./patches.ts";
import { done, type Result } from "./result.ts";

/** A part of an act that is made of several. */
export type Part = (acting: Acting) => Result<Patch[]>;

/** Several parts as one act, each judged on what those before it made of the state: all that they change, or the first refusal. */
export function inTurn(acting: Acting, parts: readonly Part[]): Result<Patch[]> {
  const patches: Patch[] = [];
  let { state } = acting;
  for (const part of parts) {
    const judged = part({ ...acting, state });
    if (!judged.ok) return judged;
    patches.push(...judged.value);
    state = state.amid(judged.value);
  }
  return done(patches);
}
