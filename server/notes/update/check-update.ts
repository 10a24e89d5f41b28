import * as Y from "yjs";
import { MalformedBytes } from "../byte-cursor.ts";
import type { NotesLimits } from "../notes-limits.ts";
import { isDeleted } from "./known-structs.ts";
import { ForbiddenContent, parseUpdate } from "./parse-update.ts";
import type { ParsedUpdate } from "./parsed-update.ts";
import { PendingUpdate } from "./pending-update.ts";
import { inOrder } from "./struct-order.ts";

/** What an update is held against: the document as it is, and whether this actor may write under a Yjs client id. */
export interface CheckContext {
  readonly doc: Y.Doc;
  readonly mayWriteAs: (clientId: number) => boolean;
  readonly limits: NotesLimits;
}

/**
 * `new`: may be taken in, part by part; where its structs stand is looked at then. `known`: changes nothing. `gap`: hangs on
 * something the document does not have. `foreign`: writes under another's client id. `forbidden`: nothing an editor of ours
 * sends.
 */
export type UpdateVerdict =
  | { readonly kind: "new"; readonly pending: PendingUpdate }
  | { readonly kind: "known" | "gap" | "foreign" }
  | { readonly kind: "malformed" | "forbidden"; readonly reason: string };

const KNOWN: UpdateVerdict = { kind: "known" };
const GAP: UpdateVerdict = { kind: "gap" };
const FOREIGN: UpdateVerdict = { kind: "foreign" };

/** Judges an update before it touches the document; never throws for what a client can send. */
export function checkUpdate(bytes: Uint8Array, context: CheckContext): UpdateVerdict {
  try {
    return judge(parseUpdate(bytes, context.limits), context);
  } catch (error) {
    if (error instanceof MalformedBytes) return { kind: "malformed", reason: "bytes" };
    if (error instanceof ForbiddenContent) return { kind: "forbidden", reason: error.reason };
    throw error;
  }
}

function judge(update: ParsedUpdate, { doc, mayWriteAs }: CheckContext): UpdateVerdict {
  let bringsStructs = false;
  for (const block of update.blocks) {
    const known = Y.getState(doc.store, block.client);
    if (block.to <= known) continue;
    if (!mayWriteAs(block.client)) return FOREIGN;
    if (block.from > known) return GAP;
    bringsStructs = true;
  }
  const coming = new Map(update.blocks.map((block) => [block.client, block.to]));
  for (const range of update.deletes) {
    if (range.to <= Y.getState(doc.store, range.client)) continue;
    if (range.to > (coming.get(range.client) ?? 0)) return GAP;
  }
  if (!bringsStructs && update.deletes.every((range) => isDeleted(doc, range))) return KNOWN;
  const structs = inOrder(update.blocks);
  if (structs === null) return { kind: "forbidden", reason: "structure" };
  return { kind: "new", pending: new PendingUpdate(update, structs) };
}
