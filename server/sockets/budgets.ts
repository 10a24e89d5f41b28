import { RateBudget } from "../../shared/rate-budget.ts";
import { type Identity, identityKey } from "../ports/credential-store.ts";

const MAX_KNOWN = 5_000;

/** One budget for everything an identity sends, over however many sockets. */
export class Budgets {
  private readonly known = new Map<string, RateBudget>();
  private readonly limits: ConstructorParameters<typeof RateBudget>[0];

  constructor(limits: ConstructorParameters<typeof RateBudget>[0]) {
    this.limits = limits;
  }

  /** `now` in milliseconds of a clock that only goes forward. */
  of(identity: Identity, now: number): RateBudget {
    const key = identityKey(identity);
    const budget = this.known.get(key) ?? new RateBudget(this.limits, now);
    // The one used longest ago stands first and is forgotten first.
    this.known.delete(key);
    this.known.set(key, budget);
    const oldest = this.known.keys().next();
    if (this.known.size > MAX_KNOWN && !oldest.done) this.known.delete(oldest.value);
    return budget;
  }
}
