import type * as Y from "yjs";
import { NOTES_LIMITS } from "../../../server/notes/notes-limits.ts";
import { checkUpdate } from "../../../server/notes/update/check-update.ts";
import { integratePart } from "../../../server/notes/update/integrate-part.ts";

/** What became of an update: `taken` in so many parts, or why not. */
export interface Taken {
  readonly kind: "taken" | "known" | "gap" | "foreign" | "malformed" | "structure" | "conflicts" | "broken";
  readonly parts: number;
  /** Items the server counted as looked at to find places, the sender's own and those of others. */
  readonly steps: number;
  readonly othersSteps: number;
  /** The most counted for one part. */
  readonly partStepsMax: number;
  /** Client ids whose structs came. */
  readonly clientIds: readonly number[];
}

export interface TakeOptions {
  readonly mayWriteAs?: (clientId: number) => boolean;
  readonly partSizeMax?: number;
  readonly ownStepsMax?: number;
  /** Whose items count as the sender's own; all, where nothing is said. */
  readonly isOwn?: (clientId: number) => boolean;
  /** Hears what each part looked at. */
  readonly onPart?: (steps: number) => void;
}

/** Judges an update as the notes server does and takes it into a document, part by part. */
export function takeUpdate(bytes: Uint8Array, doc: Y.Doc, options: TakeOptions = {}): Taken {
  const { mayWriteAs = () => true, isOwn = () => true } = options;
  const { ownStepsMax = NOTES_LIMITS.ownStepsPerUpdateMax } = options;
  const verdict = checkUpdate(bytes, { doc, mayWriteAs, limits: NOTES_LIMITS });
  const taken = { parts: 0, steps: 0, othersSteps: 0, partStepsMax: 0 };
  if (verdict.kind !== "new")
    return { kind: verdict.kind === "forbidden" ? "structure" : verdict.kind, ...taken, clientIds: [] };
  const { pending } = verdict;
  const clientIds = new Set<number>();
  do {
    const part = pending.next(doc, options.partSizeMax ?? NOTES_LIMITS.partSizeMax);
    const target = {
      doc,
      root: doc.getXmlFragment("notes"),
      limits: NOTES_LIMITS,
      isOwn,
      ownStepsMax: ownStepsMax - (taken.steps - taken.othersSteps),
      landingStepsMax: Number.POSITIVE_INFINITY,
    };
    const done = integratePart(pending, part, target);
    const { own, others } = done.looked;
    options.onPart?.(own + others);
    taken.parts += 1;
    taken.steps += own + others;
    taken.othersSteps += others;
    taken.partStepsMax = Math.max(taken.partStepsMax, own + others);
    for (const { client } of done.taken.structs) clientIds.add(client);
    if (done.outcome === "later") continue;
    if (done.outcome !== "ok") return { kind: done.outcome, ...taken, clientIds: [...clientIds] };
  } while (!pending.isDone);
  return { kind: "taken", ...taken, clientIds: [...clientIds] };
}
