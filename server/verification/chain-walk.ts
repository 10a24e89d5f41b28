import { rowHash } from "../host/journal-row.ts";
import { GENESIS_HASH, type JournalRow } from "../ports/journal.ts";

/** Follows a journal row by row: one seq after the other, each chained to the one before, each as its hash says. */
export class ChainWalk {
  #seq: number;
  /** Null: the walk begins in the middle, and takes the first row's word for what came before. */
  #hash: string | null;

  constructor(
    after: { readonly seq: number; readonly hash: string | null } = { seq: 0, hash: GENESIS_HASH },
  ) {
    this.#seq = after.seq;
    this.#hash = after.hash;
  }

  get seq(): number {
    return this.#seq;
  }

  get hash(): string {
    return this.#hash ?? GENESIS_HASH;
  }

  /** What is wrong with the next row; empty when it holds. */
  next(row: JournalRow): string[] {
    const troubles: string[] = [];
    if (row.seq !== this.#seq + 1) troubles.push(`row ${row.seq} stands where ${this.#seq + 1} must`);
    else if (this.#hash !== null && row.prevHash !== this.#hash)
      troubles.push(`row ${row.seq} is not chained to the one before`);
    if (rowHash(row) !== row.hash) troubles.push(`row ${row.seq} is not as its hash says`);
    this.#seq = row.seq;
    this.#hash = row.hash;
    return troubles;
  }

  /** What is wrong with the head as it is kept beside the journal. */
  end(head: { readonly head: number; readonly hash: string } | null): string[] {
    if (head === null) return ["there is no head for its rows"];
    if (head.head !== this.#seq) return [`the head is ${head.head}, the last row ${this.#seq}`];
    return head.hash === this.hash ? [] : [`the hash of the head is not that of row ${this.#seq}`];
  }
}
