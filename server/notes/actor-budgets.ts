import { RateBudget } from "../../shared/rate-budget.ts";
import { AnswerTurns } from "../answer-turns.ts";
import type { NotesConnection } from "./connection.ts";
import type { NotesLimits } from "./notes-limits.ts";

const ANSWERS_AT_ONCE = 1;

/** How much an actor may ask of a document, over all of its connections: opening more of them gives no more. */
export interface ActorBudget {
  readonly updates: RateBudget;
  /** Bytes of updates and state vectors, whatever they turn out to be: what reading them costs. */
  readonly readBytes: RateBudget;
  /** Yjs client ids the document did not have. */
  readonly newClientIds: RateBudget;
  /** Items of the actor's own looked at to find places; who goes through them again and again put them there. */
  readonly ownSteps: RateBudget;
  /** Items of others looked at to find places. */
  readonly landingSteps: RateBudget;
  readonly stateRequests: RateBudget;
  readonly awarenessFrames: RateBudget;
  readonly answers: AnswerTurns<NotesConnection>;
}

/**
 * The budgets of all documents, by document and actor. They outlast connections and open documents, or leaving would pay
 * every debt; one that is full again and in nobody's hands is as good as a new one and forgotten.
 */
export class ActorBudgets {
  readonly #limits: NotesLimits;
  readonly #byKey = new Map<string, ActorBudget>();

  constructor(limits: NotesLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#byKey.size;
  }

  of(documentName: string, actorId: string): ActorBudget {
    const key = `${documentName} ${actorId}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const budget = newBudget(this.#limits, performance.now());
    this.#byKey.set(key, budget);
    return budget;
  }

  /** Forgets what is at rest, those `inUse` aside. */
  forgetRested(nowMs: number, inUse: ReadonlySet<ActorBudget>): void {
    for (const [key, budget] of this.#byKey) {
      if (!inUse.has(budget) && isAtRest(budget, nowMs)) this.#byKey.delete(key);
    }
  }
}

function newBudget(limits: NotesLimits, nowMs: number): ActorBudget {
  const rate = (perSecond: number, burst: number) => new RateBudget({ perSecond, burst }, nowMs);
  return {
    updates: rate(limits.updatesPerSecond, limits.updatesBurst),
    readBytes: rate(limits.readBytesPerSecond, limits.readBytesBurst),
    newClientIds: rate(limits.newClientIdsPerMinute / 60, limits.newClientIdsBurst),
    ownSteps: rate(limits.ownStepsPerSecond, limits.ownStepsBurst),
    landingSteps: rate(limits.landingStepsPerSecond, limits.landingStepsBurst),
    stateRequests: rate(limits.syncRequestsPerSecond, limits.syncRequestsBurst),
    awarenessFrames: rate(limits.awarenessFramesPerSecond, limits.awarenessFramesBurst),
    answers: new AnswerTurns(ANSWERS_AT_ONCE),
  };
}

function isAtRest({ answers, ...rates }: ActorBudget, nowMs: number): boolean {
  return answers.isIdle && Object.values(rates).every((rate) => rate.isFull(nowMs));
}
