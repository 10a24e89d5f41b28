import type { CommandOf, CommandType } from "../../../shared/protocol/commands/command.ts";
import type { Party } from "./parties.ts";

/** The things a cell acts on. `routed` is led by 市财政局 with 市商务局 in support; `foreign` stands in the second group. */
export interface Stock {
  readonly plenary: string;
  readonly first: string;
  readonly second: string;
  readonly asker: string;
  readonly recorder: string;
  readonly scapegoat: string;
  readonly pending: string;
  readonly public: string;
  readonly routed: string;
  readonly foreign: string;
  /** Both wait for a decision in the second group. */
  readonly waiting: string;
  readonly approvable: string;
  /** 县区互问: led by 内黄县政府 with 省债管办 in support. */
  readonly mutual: string;
  readonly financeAnswer: string;
  /** Asked by `asker`, answered by 市财政局. */
  readonly answered: string;
  /** A row of the ledger: asked by `asker`, 市财政局 leads, 市商务局 supports. */
  readonly followup: string;
  /** Over, by `asker` in the first group, and by `stranger` in the second, which `leader` leads; each with a point. */
  readonly speech: string;
  readonly ledSpeech: string;
  readonly point: string;
  readonly ledPoint: string;
  /** By `asker` in the plenary, who waits there otherwise. */
  readonly withdrawnSpeech: string;
  readonly newId: () => string;
}

export interface Row<A> {
  /** Which of several shapes of the action this is: own or other room, unit, person. */
  readonly variant: string;
  readonly make: (stock: Stock) => A;
  readonly allowed: readonly Party[];
}

/** The rows of some commands. */
export type CommandRows = { [T in CommandType]?: readonly Row<CommandOf<T>>[] };
