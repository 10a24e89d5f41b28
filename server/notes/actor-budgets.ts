import { RateBudget } from "../rate-budget.ts";
import type { NotesLimits } from "./notes-limits.ts";

/** How much an actor may send to a document, over all of its connections: opening more of them gives no more. */
export interface ActorBudget {
  readonly updates: RateBudget;
  readonly stateRequests: RateBudget;
  readonly awarenessFrames: RateBudget;
}

/** The budgets of one document, by actor; they last as long as somebody uses the document. */
export class ActorBudgets {
  readonly #limits: NotesLimits;
  readonly #byActor = new Map<string, ActorBudget>();

  constructor(limits: NotesLimits) {
    this.#limits = limits;
  }

  of(actorId: string): ActorBudget {
    const known = this.#byActor.get(actorId);
    if (known !== undefined) return known;
    const limits = this.#limits;
    const nowMs = performance.now();
    const budget: ActorBudget = {
      updates: new RateBudget({ perSecond: limits.updatesPerSecond, burst: limits.updatesBurst }, nowMs),
      stateRequests: new RateBudget(
        { perSecond: limits.syncRequestsPerSecond, burst: limits.syncRequestsBurst },
        nowMs,
      ),
      awarenessFrames: new RateBudget(
        { perSecond: limits.awarenessFramesPerSecond, burst: limits.awarenessFramesBurst },
        nowMs,
      ),
    };
    this.#byActor.set(actorId, budget);
    return budget;
  }
}
