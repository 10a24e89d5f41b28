import type * as Y from "yjs";
import { nextClock } from "../../../shared/notes/yjs-insides.ts";
import { MalformedBytes } from "../byte-cursor.ts";
import type { NotesLimits } from "../notes-limits.ts";
import { ForbiddenContent } from "./forbidden-content.ts";
import { parseUpdate } from "./parse-update.ts";
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
 * sends. `newClientIds`: how many Yjs client ids the document does not have come with it.
 */
export type UpdateVerdict =
  | { readonly kind: "new"; readonly pending: PendingUpdate; readonly newClientIds: number }
  | { readonly kind: "known" | "gap" | "foreign" }
  | { readonly kind: "malformed" | "forbidden"; readonly reason: string };

const KNOWN: UpdateVerdict = { kind: "known" };
const GAP: UpdateVerdict = { kind: "gap" };
const FOREIGN: UpdateVerdict = { kind: "foreign" };

/** Judges an update before it touches the document; never throws for what a client can send. */
export function checkUpdate(bytes: Uint8Array, context: CheckContext): UpdateVerdict {
  try {
    return judge(parseUpdate(bytes, context.doc, context.limits), context);
  } catch (error) {
    if (error instanceof MalformedBytes) return { kind: "malformed", reason: "bytes" };
    if (error instanceof ForbiddenContent) return { kind: "forbidden", reason: error.reason };
    throw error;
  }
}

function judge(update: ParsedUpdate, { doc, mayWriteAs, limits }: CheckContext): UpdateVerdict {
  let newClientIds = 0;
  for (const { client, from } of update.blocks) {
    const known = nextClock(doc, client);
    if (!mayWriteAs(client)) return FOREIGN;
    if (from > known) return GAP;
    if (known === 0) newClientIds += 1;
  }
  const coming = new Map(update.blocks.map((block) => [block.client, block.to]));
  for (const range of update.deletes) {
    if (range.to <= nextClock(doc, range.client)) continue;
    if (range.to > (coming.get(range.client) ?? 0)) return GAP;
  }
  if (update.blocks.length === 0 && update.deletes.length === 0) return KNOWN;
  if (newClientIds > limits.newClientIdsPerUpdateMax)
    return { kind: "forbidden", reason: "too_many_clients" };
  const structs = inOrder(update.blocks);
  if (structs === null) return { kind: "forbidden", reason: "structure" };
  return { kind: "new", pending: new PendingUpdate(update, structs), newClientIds };
}
