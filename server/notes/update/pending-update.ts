import type * as Y from "yjs";
import { nextClock } from "../../../shared/notes/yjs-insides.ts";
import type { ConflictSteps } from "./conflict-steps.ts";
import { isDeleted } from "./known-structs.ts";
import type { DeleteRange, ParsedStruct, ParsedUpdate } from "./parsed-update.ts";
import { encodePart } from "./update-parts.ts";

/** What of an update is taken in one go; structs come after those of the update they name. */
export interface UpdatePart {
  readonly structs: readonly ParsedStruct[];
  readonly ranges: readonly DeleteRange[];
}

/**
 * An update on its way into a document, part by part, so that nobody waits for a large one. What the document has in the
 * meantime is left out.
 */
export class PendingUpdate {
  readonly #update: ParsedUpdate;
  readonly #structs: readonly ParsedStruct[];
  #nextStruct = 0;
  #nextRange = 0;
  /** Where the last part began. */
  #part = { struct: 0, range: 0 };
  #counted: { readonly struct: ParsedStruct; readonly steps: ConflictSteps | null } | null = null;

  /** `structs` are those of the update, each after the ones it names. */
  constructor(update: ParsedUpdate, structs: readonly ParsedStruct[]) {
    this.#update = update;
    this.#structs = structs;
  }

  get deletes(): readonly DeleteRange[] {
    return this.#update.deletes;
  }

  /** Structs and ranges; what taking it in costs. */
  get size(): number {
    return this.#structs.length + this.#update.deletes.length;
  }

  get isDone(): boolean {
    return this.#nextStruct === this.#structs.length && this.#nextRange === this.#update.deletes.length;
  }

  /** The next structs and ranges that are new to the document, at most `max` looked at. */
  next(doc: Y.Doc, max: number): UpdatePart {
    this.#part = { struct: this.#nextStruct, range: this.#nextRange };
    const looked = this.#structs.slice(this.#nextStruct, this.#nextStruct + max);
    this.#nextStruct += looked.length;
    // Ranges name structs of any client, so they wait until all have come.
    const ranges =
      this.#nextStruct < this.#structs.length
        ? []
        : this.#update.deletes.slice(this.#nextRange, this.#nextRange + max - looked.length);
    this.#nextRange += ranges.length;
    return {
      structs: looked.filter(({ client, clock, length }) => clock + length > nextClock(doc, client)),
      ranges: ranges.filter((range) => !isDeleted(doc, range)),
    };
  }

  /** Puts back what of the last part comes from `struct` on, with what finding its place takes where that was counted. */
  putBack(struct: ParsedStruct, steps: ConflictSteps | null): void {
    this.#counted = { struct, steps };
    this.#nextStruct = this.#structs.indexOf(struct, this.#part.struct);
    this.#nextRange = this.#part.range;
  }

  /** What was counted for a struct when it was put back. */
  countedFor(struct: ParsedStruct): ConflictSteps | null {
    return this.#counted?.struct === struct ? this.#counted.steps : null;
  }

  /** A part, or what was taken of it, as an update of its own. */
  encode({ structs, ranges }: UpdatePart): Uint8Array {
    const { isWhole, deletes } = this.#update;
    const isAll = structs.length === this.#structs.length && ranges.length === deletes.length;
    return isWhole && isAll ? this.#update.bytes : encodePart(this.#update, structs, ranges);
  }
}
