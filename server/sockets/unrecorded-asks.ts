import { type Actor, actorId } from "../../shared/domain/actor.ts";
import { isStaff } from "../../shared/domain/people/standing.ts";
import { isReviewedFirst } from "../../shared/domain/questions/asking.ts";
import { pendingMaxIn } from "../../shared/domain/questions/pending.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import { RateBudget } from "../../shared/rate-budget.ts";

const PER_SECOND = 1 / 60;
/** More seats than ask at once on one machine; the one that asked longest ago is forgotten first. */
const SEATS_MAX = 5_000;

/**
 * How much a seat asks where askers are never recorded: nothing recorded can count it, so a number a seat is held here for as
 * long as it matters, in memory alone. It stands in no log and leads to no question.
 */
export class UnrecordedAsks {
  private readonly budgets = new Map<string, { readonly pendingMax: number; readonly budget: RateBudget }>();

  /** Carries out a command, unless its seat has asked too much; what is refused costs nothing. `now`: a clock that only goes forward. */
  async submit(
    { sessionId, actor, state }: { sessionId: string; actor: Actor; state: SessionState },
    command: Command,
    now: () => number,
    work: () => Promise<CommandReply>,
  ): Promise<CommandReply> {
    const session = state.session();
    const counts =
      command.type === "question.ask" &&
      session?.settings.anonymity === "never" &&
      isReviewedFirst(command, state) &&
      !isStaff(actor, state);
    if (!counts) return work();
    const pendingMax = pendingMaxIn(session);
    const budget = this.budgetOf(`${sessionId} ${actorId(actor)}`, pendingMax, now());
    if (!budget.take(now())) return { ok: false, error: wireError("too_many_pending", { pendingMax }) };
    const reply = await work();
    if (!reply.ok) budget.charge(-1);
    return reply;
  }

  private budgetOf(seat: string, pendingMax: number, now: number): RateBudget {
    const known = this.budgets.get(seat);
    const limits = { burst: pendingMax, perSecond: PER_SECOND };
    const entry =
      known?.pendingMax === pendingMax ? known : { pendingMax, budget: new RateBudget(limits, now) };
    this.budgets.delete(seat);
    this.budgets.set(seat, entry);
    for (const [oldest, { budget }] of this.budgets) {
      if (oldest === seat || (!budget.isFull(now) && this.budgets.size <= SEATS_MAX)) break;
      this.budgets.delete(oldest);
    }
    return entry.budget;
  }
}
