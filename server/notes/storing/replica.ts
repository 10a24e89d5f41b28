import * as Y from "yjs";
import { lastLine } from "../../../shared/notes/last-line.ts";
import { hasGaps, nextClock, structsByClient } from "../../../shared/notes/yjs-insides.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import type { LoadedNotes, NotesUpdate } from "../../ports/notes-store.ts";
import type { NotesLimits } from "../notes-limits.ts";
import { checkUpdate, type UpdateVerdict } from "../update/check-update.ts";
import { type Integrated, type IntegrationTarget, integratePart } from "../update/integrate-part.ts";
import type { PendingUpdate } from "../update/pending-update.ts";
import { lostChars, presentChars } from "../versions/lost-text.ts";
import { type Incoming, incoming, isInTheWay, type OthersUpdates } from "./others-updates.ts";
import { openDocument } from "./stored-document.ts";

/** What was taken of an update in one go, as the next row; null when nothing was new. */
export interface TakenPart extends Pick<Integrated, "outcome" | "looked"> {
  readonly row: NotesUpdate | null;
}

/** Who sends, when, and what finding places may take; see `IntegrationTarget`. */
export type TakeTerms = Pick<NotesUpdate, "actor" | "at"> &
  Pick<IntegrationTarget, "ownStepsMax" | "landingStepsMax">;

/** A range of a delete set with its client's head, at most. */
const DELETE_RANGE_MAX_BYTES = 20;

/**
 * The server's own copy of a document. It takes in an update as soon as it was judged, before the disk has it, so that the
 * next one is judged on it; see `docs/decisions/0005-notes-apply-before-the-disk.md` on what happens when the disk says no.
 */
export class Replica {
  readonly documentName: string;
  readonly #doc: Y.Doc;
  readonly #root: Y.XmlFragment;
  readonly #owners: Map<number, string>;
  readonly #limits: NotesLimits;
  #seq: number;
  #fullState: Uint8Array | null = null;

  /** Throws `UnreadableDocument`. */
  constructor(documentName: string, loaded: LoadedNotes, limits: NotesLimits) {
    this.documentName = documentName;
    this.#limits = limits;
    this.#seq = loaded.seq;
    this.#owners = new Map(loaded.owners);
    this.#doc = openDocument(documentName, loaded);
    this.#root = this.#doc.getXmlFragment(NOTES_FRAGMENT);
  }

  /** Seq of the last update taken in. */
  get seq(): number {
    return this.#seq;
  }

  judge(bytes: Uint8Array, mayWriteAs: (clientId: number) => boolean): UpdateVerdict {
    return checkUpdate(bytes, { doc: this.#doc, mayWriteAs, limits: this.#limits });
  }

  /** The actor who owns a Yjs client id, if anybody. */
  ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId);
  }

  /** Takes in the next part of a judged update; after `broken` this replica is no more to be used. */
  take(pending: PendingUpdate, { actor, at, ownStepsMax, landingStepsMax }: TakeTerms): TakenPart {
    const part = pending.next(this.#doc, this.#limits.partSizeMax);
    const { outcome, taken, looked } = integratePart(pending, part, {
      doc: this.#doc,
      root: this.#root,
      limits: this.#limits,
      isOwn: (clientId) => (this.#owners.get(clientId) ?? actor) === actor,
      ownStepsMax,
      landingStepsMax,
    });
    if (taken.structs.length === 0 && taken.ranges.length === 0) return { outcome, looked, row: null };
    this.#fullState = null;
    this.#seq += 1;
    const clientIds = [...new Set(taken.structs.map(({ client }) => client))];
    for (const clientId of clientIds) this.#owners.set(clientId, actor);
    const bytes = pending.encode(taken);
    const row = { documentName: this.documentName, seq: this.#seq, actor, clientIds, at, bytes };
    return { outcome, looked, row };
  }

  /**
   * Takes in what others stored, the replica being ahead of the disk, which was at `storedSeq`, by the `staged` rows; gives it
   * as updates. Null where it cannot be read or cannot stand beside those rows, and then this replica is no more to be used.
   */
  follow(
    others: OthersUpdates,
    storedSeq: number,
    staged: readonly NotesUpdate[],
  ): Incoming["updates"] | null {
    const isOwned = [...others.owners].every(
      ([clientId, actor]) => (this.#owners.get(clientId) ?? actor) === actor,
    );
    if (!isOwned) return null;
    let coming: Incoming;
    try {
      coming = incoming(others, this.#doc, storedSeq);
      if (isInTheWay(coming, staged)) return null;
      for (const { bytes } of coming.updates) Y.applyUpdate(this.#doc, bytes);
    } catch {
      // What is wrong with it is told when the document is loaded anew.
      return null;
    }
    if (hasGaps(this.#doc)) return null;
    for (const [clientId, actor] of others.owners) this.#owners.set(clientId, actor);
    this.#seq += others.seq - storedSeq;
    this.#fullState = null;
    return coming.updates;
  }

  /** Units of text that a judged update would delete. */
  lostChars(pending: PendingUpdate): number {
    return pending.deletes.length === 0 ? 0 : lostChars(this.#doc, pending.deletes);
  }

  /** Units of text in the document. */
  presentChars(): number {
    return presentChars(this.#doc);
  }

  /** The last line that says something, cut; empty where none does. */
  lastLine(): string {
    return lastLine(this.#root, LIMITS.noteLineMaxChars);
  }

  /** How many pieces Yjs keeps the document, or an actor's part of it, in; what loading it costs. */
  structCount(actor?: string): number {
    let count = 0;
    for (const [clientId, structs] of structsByClient(this.#doc)) {
      if (actor === undefined || this.#owners.get(clientId) === actor) count += structs.length;
    }
    return count;
  }

  /** What an actor's part of the document takes. */
  bytesOf(actor: string): number {
    const everything = Y.decodeStateVector(this.stateVector());
    const others = new Map([...everything].filter(([clientId]) => this.#owners.get(clientId) !== actor));
    return this.#bytesBeyond(others) - this.#bytesBeyond(everything);
  }

  #bytesBeyond(state: Map<number, number>): number {
    return Y.encodeStateAsUpdate(this.#doc, Y.encodeStateVector(state)).length;
  }

  /** Yjs client ids in the document, which every state vector names. */
  get clientCount(): number {
    return structsByClient(this.#doc).size;
  }

  /** What a client that comes back tells the server again, at most: all that was ever deleted, in ranges of whole structs. */
  historyMaxBytes(): number {
    return this.structCount() * DELETE_RANGE_MAX_BYTES;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** Whether whoever has this holds words of others that this document never had, or has no more. */
  isBeyond(stateVector: Uint8Array, actorId: string): boolean {
    for (const [client, clock] of Y.decodeStateVector(stateVector)) {
      const owner = this.#owners.get(client);
      if (owner !== undefined && owner !== actorId && clock > nextClock(this.#doc, client)) return true;
    }
    return false;
  }

  /** Everything a holder of `stateVector` lacks; kept for those who have nothing, since a whole room may come at once. */
  stateSince(stateVector: Uint8Array): Uint8Array {
    if (stateVector.length > 1) return Y.encodeStateAsUpdate(this.#doc, stateVector);
    this.#fullState ??= Y.encodeStateAsUpdate(this.#doc);
    return this.#fullState;
  }

  fullState(): Uint8Array {
    return this.stateSince(Uint8Array.of(0));
  }

  destroy(): void {
    this.#doc.destroy();
  }
}
