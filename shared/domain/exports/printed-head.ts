import type { SessionState } from "../state.ts";
import type { ExportRecord } from "./records.ts";

/** A head of the journal and its hash, as documents print it. */
export type PrintedHead = ExportRecord["madeFrom"];

/** The taking that is the last thing that happened; undefined where something else is. */
export function newestExport(state: SessionState): ExportRecord | undefined {
  for (const taken of state.all("export")) if (taken.rev === state.head) return taken;
  return undefined;
}

/**
 * The head a document made now is made from: the journal's, or where files alone were taken since, the one before that. So
 * taking a file does not change the next one.
 */
export function printedHead(state: SessionState, headHash: string): PrintedHead {
  return newestExport(state)?.lastChange ?? { seq: state.head, hash: headHash };
}
