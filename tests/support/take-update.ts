import type * as Y from "yjs";
import { NOTES_LIMITS } from "../../server/notes/notes-limits.ts";
import { checkUpdate } from "../../server/notes/update/check-update.ts";
import { integratePart } from "../../server/notes/update/integrate-part.ts";

/** What became of an update: `taken` in so many parts, or why not. */
export interface Taken {
  readonly kind: "taken" | "known" | "gap" | "foreign" | "malformed" | "structure" | "conflicts" | "broken";
  readonly parts: number;
  /** Items the server counted as looked at to find places. */
  readonly steps: number;
  /** Client ids whose structs came. */
  readonly clientIds: readonly number[];
}

export interface TakeOptions {
  readonly mayWriteAs?: (clientId: number) => boolean;
  readonly partSizeMax?: number;
  readonly stepsMax?: number;
}

/** Judges an update as the notes server does and takes it into a document, part by part. */
export function takeUpdate(bytes: Uint8Array, doc: Y.Doc, options: TakeOptions = {}): Taken {
  const { mayWriteAs = () => true, stepsMax = NOTES_LIMITS.conflictStepsPerUpdateMax } = options;
  const verdict = checkUpdate(bytes, { doc, mayWriteAs, limits: NOTES_LIMITS });
  const none = { parts: 0, steps: 0, clientIds: [] };
  if (verdict.kind !== "new")
    return { kind: verdict.kind === "forbidden" ? "structure" : verdict.kind, ...none };
  const { pending } = verdict;
  const clientIds = new Set<number>();
  let [parts, steps] = [0, 0];
  do {
    const part = pending.next(doc, options.partSizeMax ?? NOTES_LIMITS.partSizeMax);
    const target = {
      doc,
      root: doc.getXmlFragment("notes"),
      limits: NOTES_LIMITS,
      stepsMax: stepsMax - steps,
    };
    const done = integratePart(pending, part, target);
    parts += 1;
    steps += done.steps;
    for (const { client } of done.taken.structs) clientIds.add(client);
    if (done.outcome !== "ok") return { kind: done.outcome, parts, steps, clientIds: [...clientIds] };
  } while (!pending.isDone);
  return { kind: "taken", parts, steps, clientIds: [...clientIds] };
}
