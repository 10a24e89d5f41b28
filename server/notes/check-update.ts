import * as Y from "yjs";
import { MalformedBytes } from "./byte-cursor.ts";
import type { NotesLimits } from "./notes-limits.ts";
import { ForbiddenContent, parseUpdate } from "./parse-update.ts";
import type { DeleteRange, ParsedUpdate } from "./parsed-update.ts";
import { UpdateSites } from "./update-sites.ts";

/** What an update is held against: the document as it is, and whether this actor may write under a Yjs client id. */
export interface CheckContext {
  readonly doc: Y.Doc;
  readonly root: Y.XmlFragment;
  readonly mayWriteAs: (clientId: number) => boolean;
  readonly limits: NotesLimits;
}

/**
 * `new`: may be applied; brings structs under these client ids. `known`: changes nothing. `gap`: hangs on something the
 * document does not have. `foreign`: writes under another's client id. `forbidden`: nothing an editor of ours sends.
 */
export type UpdateVerdict =
  | { readonly kind: "new"; readonly clientIds: readonly number[] }
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

function judge(update: ParsedUpdate, context: CheckContext): UpdateVerdict {
  const { store } = context.doc;
  const clientIds: number[] = [];
  for (const block of update.blocks) {
    const known = Y.getState(store, block.client);
    if (block.to <= known) continue;
    if (!context.mayWriteAs(block.client)) return FOREIGN;
    if (block.from > known) return GAP;
    clientIds.push(block.client);
  }
  const coming = new Map(update.blocks.map((block) => [block.client, block.to]));
  for (const range of update.deletes) {
    if (range.to <= Y.getState(store, range.client)) continue;
    if (range.to > (coming.get(range.client) ?? 0)) return GAP;
  }
  if (clientIds.length === 0 && update.deletes.every((range) => isDeleted(context.doc, range))) return KNOWN;
  const outcome = new UpdateSites(context.doc, context.root, update.blocks, context.limits).check();
  if (outcome === "unknown") return GAP;
  if (outcome === "forbidden") return { kind: "forbidden", reason: "structure" };
  return { kind: "new", clientIds };
}

/** Whether nothing in the range, all of which is known, is left to delete. */
function isDeleted(doc: Y.Doc, range: DeleteRange): boolean {
  const structs = doc.store.clients.get(range.client);
  if (structs === undefined) return false;
  for (let index = Y.findIndexSS(structs, range.from); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= range.to) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
